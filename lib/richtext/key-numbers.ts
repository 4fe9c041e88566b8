import { mergeAttributes, Node } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { keyNumberAttributes } from './attributes.ts';

/** The few numbers an article turns on, each with what it counts. */
export const KeyNumbers = Node.create({
  name: 'keyNumbers',
  group: 'block',
  content: 'keyNumber+',
  isolating: true,

  parseHTML() {
    return [{ tag: 'dl[data-block="key-numbers"]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['dl', mergeAttributes({ class: 'key-numbers', 'data-block': 'key-numbers' }, HTMLAttributes), 0];
  },
});

export const KeyNumber = Node.create({
  name: 'keyNumber',
  atom: true,

  addAttributes() {
    const { value, label, source } = keyNumberAttributes.shape;
    return {
      value: wordsAttribute('value', 'data-value', value),
      label: wordsAttribute('label', 'data-label', label),
      source: wordsAttribute('source', 'data-source', source),
    };
  },

  parseHTML() {
    return [{ tag: 'div[data-block="key-number"]' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { value, label } = keyNumberAttributes.parse(node.attrs);
    return ['div', mergeAttributes({ 'data-block': 'key-number' }, HTMLAttributes), ['dt', label], ['dd', value]];
  },
});
