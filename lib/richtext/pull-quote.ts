import { mergeAttributes, Node } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { pullQuoteAttributes } from './attributes.ts';

/** A sentence of the text lifted out of it, to be read at a glance. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return { by: wordsAttribute('by', 'data-by', pullQuoteAttributes.shape.by) };
  },

  parseHTML() {
    return [{ tag: 'aside[data-block="pull-quote"]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes({ class: 'pull-quote', 'data-block': 'pull-quote' }, HTMLAttributes), 0];
  },
});
