import { mergeAttributes, Node } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { galleryAttributes } from './attributes.ts';
import { blockLimits } from './measure.ts';

/** Photos in a row that readers move through, each a figure with its own words. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  // None at least: ProseMirror cannot make up a photo to fill a gallery whose last one was taken out.
  content: `figure{0,${blockLimits.galleryPhotos}}`,
  isolating: true,
  draggable: true,

  addAttributes() {
    return { caption: wordsAttribute('caption', 'data-caption', galleryAttributes.shape.caption) };
  },

  parseHTML() {
    return [{ tag: 'section[data-block="gallery"]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['section', mergeAttributes({ class: 'gallery', 'data-block': 'gallery' }, HTMLAttributes), 0];
  },
});
