'use client';

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useId } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { quoteAttributes } from '#lib/richtext/attributes.ts';
import { useOwnText } from './use-own-text.ts';

/** A quote as it is written: the words, and beneath them who said them and in what capacity. */
export function QuoteView({ node, updateAttributes, editor }: NodeViewProps) {
  const id = useId();
  const attributes = quoteAttributes.parse(node.attrs);
  const [speaker, changeSpeaker] = useOwnText(attributes.speaker, (text) => updateAttributes({ speaker: text }));
  const [role, changeRole] = useOwnText(attributes.speakerRole, (text) => updateAttributes({ speakerRole: text }));
  return (
    <NodeViewWrapper as="blockquote" className="quote-writing">
      <NodeViewContent className="quote-words" />
      <div className="fields-two" contentEditable={false}>
        <div className="field">
          <label htmlFor={`${id}-speaker`}>Narasumber</label>
          <input
            id={`${id}-speaker`}
            value={speaker}
            maxLength={fieldLimits.credit}
            readOnly={!editor.isEditable}
            onChange={(event) => changeSpeaker(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-role`}>Jabatan narasumber</label>
          <input
            id={`${id}-role`}
            value={role}
            maxLength={fieldLimits.credit}
            readOnly={!editor.isEditable}
            onChange={(event) => changeRole(event.target.value)}
          />
        </div>
      </div>
    </NodeViewWrapper>
  );
}
