'use client';

import { useSyncExternalStore } from 'react';
import { uploadWord } from './upload-words.ts';
import { isUnsent, type Progress, type Uploads } from './uploads.ts';
import { useIsOnline } from './use-draft.ts';

/** The files on their way, each with how far it is, why not, and what can be done about it. */
export function UploadList({
  uploads,
  what = 'foto',
}: {
  uploads: Pick<Uploads, 'subscribe' | 'all' | 'goOn' | 'remove'>;
  what?: 'foto' | 'dokumen';
}) {
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, uploads.all);
  const isOnline = useIsOnline();
  if (all.length === 0) return null;
  // A photo that is ready stands in the text or above it, where it can be seen.
  const list = all.filter(({ progress }) => progress.kind !== 'ready');
  const failed = list.filter(({ progress }) => progress.kind === 'failed').length;
  const ready = all.length - list.length;
  const stalled = list.filter(({ progress }) => progress.kind === 'stalled').length;

  return (
    <section className={list.length === 0 ? 'visually-hidden' : 'uploads'} aria-label={`Unggahan ${what}`}>
      <p className="visually-hidden" role="status">
        {ready > 0 && `${ready} ${what} siap dipakai. `}
        {failed > 0 && `${failed} ${what} gagal diunggah.`}
      </p>
      {stalled > 0 && (
        <div className="row row-apart">
          <p role="status">
            {stalled} {what} {isOnline ? 'belum terkirim dan dicoba lagi sendiri' : 'menunggu jaringan'}.
          </p>
          {isOnline && (
            <button type="button" onClick={uploads.goOn}>
              Coba sekarang
            </button>
          )}
        </div>
      )}
      <ul className="stack">
        {list.map(({ id, file, preview, progress, risk }) => (
          <li key={id} className={what === 'foto' ? 'upload upload-photo' : 'upload'}>
            {what === 'foto' && <img src={preview} alt="" className="upload-picture" />}
            <div className="stack-tight">
              <strong className="upload-name">{file.name}</strong>
              <UploadWord progress={progress} name={file.name} />
              {risk !== undefined && isUnsent({ progress }) && <p className="field-error">{risk}</p>}
              <div className="row">
                <button type="button" onClick={() => uploads.remove(id)}>
                  {isUnsent({ progress }) ? 'Batalkan' : 'Tutup'}
                  <span className="visually-hidden"> {file.name}</span>
                </button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UploadWord({ progress, name }: { progress: Progress; name: string }) {
  const word = uploadWord({ progress });
  if (progress.kind === 'failed') return <p className="field-error">{word}</p>;
  if (progress.kind !== 'sending') return <p>{word}</p>;
  return (
    <>
      <p>
        {progress.isPaused ? 'Sambungan terputus. Dilanjutkan begitu tersambung lagi' : 'Mengirim'}:{' '}
        {Math.round(progress.share * 100)} %
      </p>
      <progress max={1} value={progress.share} aria-label={`Mengirim ${name}`} />
    </>
  );
}
