import { mergeAttributes, Node } from '@tiptap/core';
import { attributeCheck, requiredAttribute, wordsAttribute } from './attribute-check.ts';
import { type FigureAttributes, figureAttributes } from './attributes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    figure: {
      /** Puts an uploaded photo at the caret. A photo still uploading has no place in the document yet. */
      insertFigure: (
        attributes: Pick<FigureAttributes, 'assetId' | 'assetHash'> & Partial<FigureAttributes>,
      ) => ReturnType;
    };
  }
}

/** A photo between paragraphs: the asset by id and by the hash of its bytes, and the words for it here. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      assetId: requiredAttribute('assetId', 'data-asset-id', figureAttributes.shape.assetId),
      assetHash: requiredAttribute('assetHash', 'data-asset-hash', figureAttributes.shape.assetHash),
      alt: wordsAttribute('alt', 'data-alt', figureAttributes.shape.alt),
      decorative: {
        default: false,
        validate: attributeCheck(figureAttributes.shape.decorative),
        parseHTML: (element: HTMLElement) => element.hasAttribute('data-decorative'),
        renderHTML: ({ decorative }: Record<string, unknown>) => (decorative === true ? { 'data-decorative': '' } : {}),
      },
      caption: wordsAttribute('caption', 'data-caption', figureAttributes.shape.caption),
      credit: wordsAttribute('credit', 'data-credit', figureAttributes.shape.credit),
      origin: {
        default: 'photo',
        validate: attributeCheck(figureAttributes.shape.origin),
        parseHTML: (element: HTMLElement) =>
          figureAttributes.shape.origin.safeParse(element.getAttribute('data-origin') ?? undefined).data ?? 'photo',
        renderHTML: ({ origin }: Record<string, unknown>) => (origin === 'photo' ? {} : { 'data-origin': origin }),
      },
    };
  },

  parseHTML() {
    return [
      {
        tag: 'figure[data-asset-id]',
        getAttrs: (element) => {
          const { assetId, assetHash } = figureAttributes.shape;
          const known =
            assetId.safeParse(element.getAttribute('data-asset-id')).success &&
            assetHash.safeParse(element.getAttribute('data-asset-hash')).success;
          return known ? null : false;
        },
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes({ class: 'picture' }, HTMLAttributes)];
  },

  addCommands() {
    return {
      insertFigure:
        (attributes) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: attributes }),
    };
  },
});
