import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { wordsOf } from '#lib/richtext/tidy-inline.ts';

/** A picture of an imported text by its number, with the words that were found for it. */
export type ImportPicture = { type: 'picture'; picture: number; alt?: string; caption?: string; credit?: string };
export type ImportBlock = RichBlock | ImportPicture;

/** Whether a block is a paragraph or a heading. */
export const isWords = (
  block: ImportBlock | undefined,
): block is Extract<RichBlock, { type: 'paragraph' | 'heading' }> =>
  block?.type === 'paragraph' || block?.type === 'heading';

/** The words of a paragraph or heading; none of any other block. */
export const textOf = (block: ImportBlock | undefined) => (isWords(block) ? wordsOf(block.content).trim() : '');
