import type { RichDocument } from '#lib/richtext/rich-nodes.ts';

/** The level of the nearest subhead above a block; null under the article's title alone. */
export function subheadAbove(document: RichDocument, index: number): 2 | 3 | null {
  const above = document.content.findLast(
    (block, at) => at < index && block.type === 'heading' && block.content !== undefined,
  );
  return above?.type === 'heading' ? above.attrs.level : null;
}
