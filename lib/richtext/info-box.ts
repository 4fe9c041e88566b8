import { mergeAttributes, Node } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { infoBoxAttributes } from './attributes.ts';

/** What stands beside the text and can be read without it: requirements, addresses, how to. */
export const InfoBox = Node.create({
  name: 'infoBox',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  isolating: true,

  addAttributes() {
    return { title: wordsAttribute('title', 'data-title', infoBoxAttributes.shape.title) };
  },

  parseHTML() {
    return [{ tag: 'aside[data-block="info-box"]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes({ class: 'info-box', 'data-block': 'info-box' }, HTMLAttributes), 0];
  },
});
