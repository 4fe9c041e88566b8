'use client';

import { Dialog } from '#components/ui/dialog.tsx';
import { formatBytes } from '#lib/newsroom/labels.ts';
import { useBlockDesk } from './block-desk.tsx';
import type { DocumentFile } from './documents.ts';

/** Chooses a document of the article for the text, or uploads one. */
export function DocumentWindow({
  onInsert,
  onClose,
}: {
  onInsert: (document: DocumentFile) => void;
  onClose: () => void;
}) {
  const { documents } = useBlockDesk();
  const known = [...documents.known.values()].filter(({ state }) => state !== 'failed' && state !== 'withdrawn');
  return (
    <Dialog isOpen title="Dokumen PDF" onClose={onClose}>
      {known.length > 0 && (
        <ul className="picks">
          {known.map((document) => (
            <li key={document.assetId}>
              <span>
                {document.fileName} <span className="muted small">PDF, {formatBytes(document.bytes)}</span>
              </span>
              <button
                type="button"
                onClick={() => {
                  onClose();
                  onInsert(document);
                }}
              >
                Sisipkan<span className="visually-hidden"> {document.fileName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="field-note">
        Dokumen PDF paling besar 25 MB. Setelah terunggah, dokumennya muncul di tempat kursor.
      </p>
      <p className="row">
        <button
          type="button"
          className="button-main"
          data-first
          onClick={() => {
            onClose();
            documents.pick('body');
          }}
        >
          Unggah dokumen PDF
        </button>
        <button
          type="button"
          onClick={() => {
            onClose();
            documents.openLibrary('body');
          }}
        >
          Dokumen dari pustaka
        </button>
      </p>
    </Dialog>
  );
}
