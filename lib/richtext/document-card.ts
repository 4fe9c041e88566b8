import { mergeAttributes, Node } from '@tiptap/core';
import { requiredAttribute, wordsAttribute } from './attribute-check.ts';
import { documentCardAttributes } from './attributes.ts';

/** A document readers may fetch: the asset by id and by the hash of its bytes, and what it is called here. */
export const DocumentCard = Node.create({
  name: 'documentCard',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    const { assetId, assetHash, title, description } = documentCardAttributes.shape;
    return {
      assetId: requiredAttribute('assetId', 'data-asset-id', assetId),
      assetHash: requiredAttribute('assetHash', 'data-asset-hash', assetHash),
      title: wordsAttribute('title', 'data-title', title),
      description: wordsAttribute('description', 'data-description', description),
    };
  },

  parseHTML() {
    return [
      {
        tag: 'div[data-block="document-card"]',
        getAttrs: (element) => {
          const { assetId, assetHash } = documentCardAttributes.shape;
          const known =
            assetId.safeParse(element.getAttribute('data-asset-id')).success &&
            assetHash.safeParse(element.getAttribute('data-asset-hash')).success;
          return known ? null : false;
        },
      },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { title } = documentCardAttributes.parse(node.attrs);
    return ['div', mergeAttributes({ class: 'document-card', 'data-block': 'document-card' }, HTMLAttributes), title];
  },
});
