'use client';

import { useSyncExternalStore } from 'react';
import type { Progress, Uploads } from './uploads.ts';

/** The files on their way, each with how far it is, why not, and what can be done about it. */
export function UploadList({
  uploads,
  what = 'foto',
}: {
  uploads: Pick<Uploads, 'subscribe' | 'all' | 'retry' | 'remove'>;
  what?: 'foto' | 'dokumen';
}) {
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, uploads.all);
  if (all.length === 0) return null;
  // A photo that is ready stands in the text or above it, where it can be seen.
  const list = all.filter(({ progress }) => progress.kind !== 'ready');
  const failed = list.filter(({ progress }) => progress.kind === 'failed').length;
  const ready = all.length - list.length;

  return (
    <section className={list.length === 0 ? 'visually-hidden' : 'uploads'} aria-label={`Unggahan ${what}`}>
      <p className="visually-hidden" role="status">
        {ready > 0 && `${ready} ${what} siap dipakai. `}
        {failed > 0 && `${failed} ${what} gagal diunggah.`}
      </p>
      <ul className="stack">
        {list.map(({ id, file, preview, progress }) => (
          <li key={id} className={what === 'foto' ? 'upload upload-photo' : 'upload'}>
            {what === 'foto' && <img src={preview} alt="" className="upload-picture" />}
            <div className="stack-tight">
              <strong className="upload-name">{file.name}</strong>
              <UploadWord progress={progress} name={file.name} />
              <div className="row">
                {progress.kind === 'failed' && progress.canRetry && (
                  <button type="button" onClick={() => uploads.retry(id)}>
                    Coba lagi
                  </button>
                )}
                <button type="button" onClick={() => uploads.remove(id)}>
                  {progress.kind === 'waiting' || progress.kind === 'sending' ? 'Batalkan' : 'Tutup'}
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
  switch (progress.kind) {
    case 'waiting':
      return <p>Menunggu giliran.</p>;
    case 'sending':
      return (
        <>
          <p>
            {progress.isPaused ? 'Sambungan terputus. Dilanjutkan begitu tersambung lagi' : 'Mengirim'}:{' '}
            {Math.round(progress.share * 100)} %
          </p>
          <progress max={1} value={progress.share} aria-label={`Mengirim ${name}`} />
        </>
      );
    case 'processing':
      return <p>Terkirim. Sedang diolah; Anda dapat terus menulis.</p>;
    case 'ready':
      return <p>Siap dipakai.</p>;
    case 'failed':
      return <p className="field-error">{progress.text}</p>;
  }
}
