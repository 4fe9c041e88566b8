'use client';

import type { NodeViewProps } from '@tiptap/react';
import { formatBytes } from '#lib/newsroom/labels.ts';
import { agendaEventAttributes, documentCardAttributes, relatedArticleAttributes } from '#lib/richtext/attributes.ts';
import { AttributeField } from './attribute-field.tsx';
import { useBlockDesk } from './block-desk.tsx';
import { BlockFrame } from './block-frame.tsx';

/** A document of the text: which file, and what readers see of it. */
export function DocumentCardView(props: NodeViewProps) {
  const { node, updateAttributes, editor } = props;
  const { documents } = useBlockDesk();
  const { assetId, title, description } = documentCardAttributes.parse(node.attrs);
  const file = documents.known.get(assetId);
  const isGone = file === undefined || file.state === 'failed' || file.state === 'withdrawn';
  return (
    <BlockFrame view={props} name="Dokumen PDF">
      <div className="stack-tight" contentEditable={false}>
        {isGone ? (
          <p className="field-error">Dokumen ini tidak dapat dipakai. Hapus bagian ini, lalu unggah kembali.</p>
        ) : (
          <p className="muted small">
            {file.fileName}, PDF, {formatBytes(file.bytes)}
          </p>
        )}
        <AttributeField
          name="title"
          label="Judul dokumen"
          value={title}
          limit={160}
          isEditable={editor.isEditable}
          isFirst
          placeholder="Seperti dibaca warga"
          onChange={(text) => updateAttributes({ title: text })}
        />
        <AttributeField
          name="description"
          label="Keterangan dokumen (boleh kosong)"
          value={description}
          limit={400}
          isEditable={editor.isEditable}
          onChange={(text) => updateAttributes({ description: text })}
        />
      </div>
    </BlockFrame>
  );
}

/** “Baca juga”: readers see the title the article has by then. */
export function RelatedArticleView(props: NodeViewProps) {
  const { title } = relatedArticleAttributes.parse(props.node.attrs);
  return (
    <BlockFrame view={props} name="Baca juga" className="linked-writing">
      <p contentEditable={false}>{title || 'Artikel tanpa judul'}</p>
    </BlockFrame>
  );
}

/** An event, with what was known of it when it was put in. */
export function AgendaEventView(props: NodeViewProps) {
  const { title, when, venue } = agendaEventAttributes.parse(props.node.attrs);
  return (
    <BlockFrame view={props} name="Agenda" className="linked-writing">
      <div contentEditable={false}>
        <p>{title || 'Acara tanpa judul'}</p>
        <p className="muted small">{[when, venue].filter(Boolean).join(' · ')}</p>
      </div>
    </BlockFrame>
  );
}
