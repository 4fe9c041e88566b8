'use client';

import { useEffect, useRef, useState } from 'react';
import { mostAtOnce } from '#lib/library/facts-input.ts';
import { documentMediaType } from '#lib/media/table.ts';
import { libraryDescribePath, libraryPath } from '#lib/urls.ts';
import { UploadList } from '../editor/upload-list.tsx';
import { acceptedFiles, type LibraryFile, libraryDoors } from '../editor/upload-request.ts';
import { createUploads } from '../editor/uploads.ts';
import { useGoOn } from '../editor/use-go-on.ts';
import { CommonFactsFields } from './common-facts-fields.tsx';
import { sendFacts } from './send-facts.ts';
import { type CommonFacts, type DescribedFile, factsOf, noFacts, type OwnFacts } from './upload-facts.ts';
import { UploadedFile } from './uploaded-file.tsx';

type Sending =
  | { kind: 'open' }
  | { kind: 'sending' }
  | { kind: 'done'; count: number }
  | { kind: 'failed'; text: string };

/** Many files at once: what is true of all is asked once, what differs beside each. */
export function LibraryUpload({ agencies }: { agencies: readonly { id: string; name: string }[] }) {
  const [agencyId, setAgencyId] = useState(agencies.length === 1 ? (agencies[0]?.id ?? '') : '');
  return (
    <div className="stack">
      {agencies.length > 1 && (
        <div className="field">
          <label htmlFor="untuk-opd">Untuk perangkat daerah</label>
          <select id="untuk-opd" value={agencyId} onChange={(event) => setAgencyId(event.target.value)}>
            <option value="">Pilih dulu</option>
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {agencyId !== '' && <Uploading key={agencyId} agencyId={agencyId} />}
    </div>
  );
}

function Uploading({ agencyId }: { agencyId: string }) {
  const [common, setCommon] = useState<CommonFacts>(noFacts);
  const { files, known, uploads, pick, change, clear } = useLibraryUploads(agencyId);
  const [sending, setSending] = useState<Sending>({ kind: 'open' });

  const send = async () => {
    setSending({ kind: 'sending' });
    const refusal = await sendFacts(libraryDescribePath, factsOf(files, common));
    if (refusal !== null) return setSending({ kind: 'failed', text: refusal });
    setSending({ kind: 'done', count: files.length });
    clear();
  };

  return (
    <div className="stack">
      <section className="stack" aria-labelledby="berkas">
        <h2 id="berkas">Berkas</h2>
        <div className="row">
          <button type="button" className={files.length === 0 ? 'button-main' : undefined} onClick={pick}>
            {files.length === 0 ? 'Pilih foto atau dokumen' : 'Tambah foto atau dokumen'}
          </button>
          <p className="muted small">Paling banyak {mostAtOnce} sekaligus, masing-masing sampai 25 MB.</p>
        </div>
        <UploadList uploads={uploads} />
        {known.length > 0 && (
          <p className="notice">Sudah ada di pustaka dan keterangannya tidak diubah: {known.join(', ')}.</p>
        )}
      </section>
      <section className="stack" aria-labelledby="untuk-semua">
        <h2 id="untuk-semua">Yang sama untuk semua berkas</h2>
        <CommonFactsFields facts={common} onChange={(part) => setCommon({ ...common, ...part })} />
      </section>
      {files.length > 0 && (
        <section className="stack" aria-labelledby="tiap-berkas">
          <h2 id="tiap-berkas">Yang berbeda pada tiap berkas</h2>
          <ul className="stack plain-list">
            {files.map((file) => (
              <li key={file.assetId}>
                <UploadedFile file={file} common={common} onChange={(own) => change(file.assetId, own)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div role="status">
        {sending.kind === 'done' && (
          <p className="notice notice-good">
            {sending.count} berkas tersimpan di pustaka. <a href={libraryPath}>Lihat pustaka</a>
          </p>
        )}
        {sending.kind === 'failed' && <p className="field-error">{sending.text}</p>}
      </div>
      {files.length > 0 && (
        <div>
          <button
            type="button"
            className="button-main"
            aria-disabled={sending.kind === 'sending'}
            onClick={() => sending.kind !== 'sending' && void send()}
          >
            Simpan keterangan {files.length} berkas
          </button>
        </div>
      )}
    </div>
  );
}

function useLibraryUploads(agencyId: string) {
  const [files, setFiles] = useState<readonly DescribedFile[]>([]);
  const [known, setKnown] = useState<readonly string[]>([]);
  const filesNow = useRef(files);
  filesNow.current = files;
  const [uploads] = useState(() =>
    createUploads<LibraryFile>(libraryDoors(agencyId), {
      onTaken: ({ file, preview }, { assetId, version, kind }) => {
        // Sent and described before: the same bytes are the same file.
        if (version > 1) return setKnown((before) => [...new Set([...before, file.name])]);
        setFiles((before) =>
          before.some((one) => one.assetId === assetId)
            ? before
            : [...before, { assetId, version, kind, fileName: file.name, preview, own: {} }],
        );
      },
      onFinished: () => undefined,
      onGone: () => undefined,
    }),
  );
  useEffect(() => () => uploads.stop(), [uploads]);
  useGoOn(uploads);

  const pick = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = `${acceptedFiles},${documentMediaType}`;
    input.multiple = true;
    input.addEventListener('change', () => {
      uploads.add([...(input.files ?? [])].slice(0, Math.max(0, mostAtOnce - filesNow.current.length)));
    });
    input.click();
  };
  const change = (id: string, own: OwnFacts) =>
    setFiles((before) => before.map((one) => (one.assetId === id ? { ...one, own: { ...one.own, ...own } } : one)));
  return { files, known, uploads, pick, change, clear: () => setFiles([]) };
}
