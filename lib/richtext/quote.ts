import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { quoteAttributes } from './attributes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    quote: {
      /** Turns the paragraph into a quote, or a quote back into a paragraph. */
      toggleQuote: () => ReturnType;
    };
  }
}

/** Somebody's own words as a block, with who said them and in what capacity. */
export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return {
      speaker: wordsAttribute('speaker', 'data-speaker', quoteAttributes.shape.speaker),
      speakerRole: wordsAttribute('speakerRole', 'data-speaker-role', quoteAttributes.shape.speakerRole),
    };
  },

  parseHTML() {
    return [{ tag: 'blockquote' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['blockquote', mergeAttributes({ class: 'quote' }, HTMLAttributes), 0];
  },

  addCommands() {
    return {
      toggleQuote:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },

  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleQuote() };
  },

  addInputRules() {
    return [textblockTypeInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});
