'use client';

import { Field } from '#components/ui/field.tsx';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { formatBytes } from '#lib/newsroom/labels.ts';
import { type Attachments, moved } from './attachments.ts';
import type { DocumentFile } from './documents.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { placeId } from './places.ts';
import { UploadList } from './upload-list.tsx';
import type { DocumentDesk } from './use-documents.ts';

/** The documents readers can fetch beneath the article, each with its title, in their order. */
export function AttachmentsField({
  words: { attachments },
  change,
  isEditable,
  desk,
}: {
  words: DraftWords;
  change: ChangeWords;
  isEditable: boolean;
  desk: DocumentDesk;
}) {
  const put = (next: Attachments) => change({ attachments: next });
  const isFull = attachments.length >= fieldLimits.attachments;
  return (
    <fieldset className="stack" id={placeId('attachments')} tabIndex={-1}>
      <legend className="visually-hidden">Lampiran</legend>
      <p className="field-note">
        Dokumen PDF yang dapat diunduh pembaca, paling besar 25 MB. Paling banyak {fieldLimits.attachments} lampiran.
      </p>
      {attachments.map((attachment, index) => (
        <AttachmentRow
          key={attachment.assetId}
          index={index}
          isLast={index === attachments.length - 1}
          title={attachment.title}
          document={[...desk.known.values()].find(({ assetId }) => assetId === attachment.assetId)}
          isEditable={isEditable}
          onTitle={(title) => put(attachments.map((one, at) => (at === index ? { ...one, title } : one)))}
          onMove={(direction) => put(moved(attachments, index, direction))}
          onRemove={() => put(attachments.filter((_, at) => at !== index))}
        />
      ))}
      <UploadList uploads={desk.uploads} what="dokumen" />
      {isEditable && !isFull && (
        <p className="row">
          <button type="button" onClick={() => desk.pick()}>
            Unggah dokumen PDF
          </button>
          <button type="button" className="button-plain" onClick={() => desk.openLibrary('attachments')}>
            Lampiran dari pustaka
          </button>
        </p>
      )}
    </fieldset>
  );
}

function AttachmentRow({
  index,
  isLast,
  title,
  document,
  isEditable,
  onTitle,
  onMove,
  onRemove,
}: {
  index: number;
  isLast: boolean;
  title: string;
  document: DocumentFile | undefined;
  isEditable: boolean;
  onTitle: (title: string) => void;
  onMove: (direction: -1 | 1) => void;
  onRemove: () => void;
}) {
  const id = placeId(`attachments.${index}`);
  const which = <span className="visually-hidden"> lampiran ke-{index + 1}</span>;
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">Lampiran ke-{index + 1}</legend>
      <Field id={id} label="Judul lampiran" note={documentWord(document)}>
        <input
          id={id}
          aria-describedby={`${id}-note`}
          value={title}
          maxLength={160}
          readOnly={!isEditable}
          placeholder="Seperti dibaca warga"
          onChange={(event) => onTitle(event.target.value)}
        />
      </Field>
      <div className="row">
        {document && document.state !== 'failed' && (
          <a href={document.source}>
            Unduh
            {which}
          </a>
        )}
        {isEditable && (
          <>
            {index > 0 && (
              <button type="button" onClick={() => onMove(-1)}>
                Naikkan
                {which}
              </button>
            )}
            {!isLast && (
              <button type="button" onClick={() => onMove(1)}>
                Turunkan
                {which}
              </button>
            )}
            <button type="button" className="button-danger" onClick={onRemove}>
              Hapus
              {which}
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}

function documentWord(document: DocumentFile | undefined): string {
  if (document === undefined) return 'Dokumen ini tidak ditemukan. Hapus, lalu unggah ulang.';
  if (document.state === 'withdrawn') return `${document.fileName}: sudah ditarik dan tidak tampil bagi pembaca.`;
  if (document.state === 'failed') return `${document.fileName}: berkasnya sudah dihapus. Unggah ulang.`;
  return `${document.fileName}, PDF, ${formatBytes(document.bytes)}`;
}
