'use client';

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { quoteAttributes } from '#lib/richtext/attributes.ts';
import { AttributeField } from './attribute-field.tsx';
import { useBlockDesk } from './block-desk.tsx';
import { stepBack } from './block-frame.tsx';
import { SpeakerField } from './speaker-field.tsx';

/** A quote as it is written: the words, and beneath them who said them and in what capacity. */
export function QuoteView({ node, updateAttributes, editor }: NodeViewProps) {
  const { speakers } = useBlockDesk();
  const { speaker, speakerRole } = quoteAttributes.parse(node.attrs);
  return (
    <NodeViewWrapper
      as="blockquote"
      className="quote-writing"
      onKeyDown={(event: KeyboardEvent) => stepBack(event, editor)}
    >
      <NodeViewContent className="quote-words" />
      <div className="fields-two" contentEditable={false}>
        <SpeakerField
          value={speaker}
          speakers={speakers}
          isEditable={editor.isEditable}
          onChange={(text) => updateAttributes({ speaker: text })}
          onChoose={({ name, post }) => updateAttributes({ speaker: name, speakerRole: post })}
        />
        <AttributeField
          name="speakerRole"
          label="Jabatan narasumber"
          value={speakerRole}
          limit={fieldLimits.credit}
          isEditable={editor.isEditable}
          onChange={(text) => updateAttributes({ speakerRole: text })}
        />
      </div>
    </NodeViewWrapper>
  );
}
