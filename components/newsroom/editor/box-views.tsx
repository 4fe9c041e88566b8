'use client';

import { NodeViewContent, type NodeViewProps } from '@tiptap/react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { infoBoxAttributes, pullQuoteAttributes } from '#lib/richtext/attributes.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockFrame } from './block-frame.tsx';

/** A sentence lifted out of the text, and whose it is. */
export function PullQuoteView(props: NodeViewProps) {
  const { node, updateAttributes, editor } = props;
  const { by } = pullQuoteAttributes.parse(node.attrs);
  return (
    <BlockFrame view={props} name="Petikan" className="pull-quote-writing">
      <NodeViewContent className="pull-quote-words" />
      <div contentEditable={false}>
        <AttributeField
          name="by"
          label="Oleh (boleh kosong)"
          value={by}
          limit={fieldLimits.credit}
          isEditable={editor.isEditable}
          onChange={(text) => updateAttributes({ by: text })}
        />
      </div>
    </BlockFrame>
  );
}

/** What stands beside the text: a title, and paragraphs and lists. */
export function InfoBoxView(props: NodeViewProps) {
  const { node, updateAttributes, editor } = props;
  const { title } = infoBoxAttributes.parse(node.attrs);
  return (
    <BlockFrame view={props} name="Kotak informasi" className="info-box-writing">
      <div contentEditable={false}>
        <AttributeField
          name="title"
          label="Judul kotak"
          value={title}
          limit={fieldLimits.credit}
          isEditable={editor.isEditable}
          placeholder="Misalnya: Syarat pendaftaran"
          onChange={(text) => updateAttributes({ title: text })}
        />
      </div>
      <NodeViewContent className="box-words" />
    </BlockFrame>
  );
}
