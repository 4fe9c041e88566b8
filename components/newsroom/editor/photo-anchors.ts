import type { Node } from '@tiptap/pm/model';
import { z } from 'zod';
import '#lib/zod-in-browser.ts';

/** A place between blocks that is found again in a text that was changed meanwhile. */
export const photoAnchor = z.object({
  /** Number of blocks above it; in a gallery, of blocks above the gallery. */
  block: z.int().min(0),
  /** Number of photos before it in its gallery; null outside of one. */
  inGallery: z.int().min(0).nullable(),
  /** What the blocks before and behind it begin with; null where there is none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type PhotoAnchor = z.output<typeof photoAnchor>;

/** Letters of a block by which it is known again. */
const signLength = 80;

/** The place of a position between blocks, or between the photos of a gallery. */
export function anchorOf(doc: Node, position: number): PhotoAnchor {
  const place = doc.resolve(position);
  const block = place.index(0);
  return {
    block,
    inGallery: place.parent.type.name === 'gallery' ? place.index() : null,
    before: signOf(doc.maybeChild(block - 1)),
    after: signOf(doc.maybeChild(block)),
  };
}

/** Where that place is now: between the blocks it stood between, else where it was counted from the top. */
export function positionOf(doc: Node, anchor: PhotoAnchor): number {
  const borders = Array.from({ length: doc.childCount + 1 }, (_, border) => border);
  const galleries = borders.filter((border) => doc.maybeChild(border)?.type.name === 'gallery');
  const { inGallery } = anchor;
  if (inGallery === null || galleries.length === 0) return startOf(doc, nearest(doc, borders, anchor));
  const border = nearest(doc, galleries, anchor);
  const inside = startOf(doc, border) + 1;
  const gallery = doc.child(border);
  return inside + startOf(gallery, Math.min(inGallery, gallery.childCount));
}

/** The border with the most likeness, and of those the one nearest to where it was. */
function nearest(doc: Node, borders: readonly number[], { block, before, after }: PhotoAnchor): number {
  const likeness = (border: number) =>
    likenessOf(signOf(doc.maybeChild(border - 1)), before) + likenessOf(signOf(doc.maybeChild(border)), after);
  const best = Math.max(...borders.map(likeness));
  return borders
    .filter((border) => likeness(border) === best)
    .reduce((one, other) => (Math.abs(other - block) < Math.abs(one - block) ? other : one));
}

function likenessOf(sign: string | null, wanted: string | null): number {
  if (sign !== wanted) return 0;
  // The text's edges and empty blocks are like one another everywhere.
  return sign === null || sign.endsWith(':') ? 1 : 3;
}

function signOf(node: Node | null): string | null {
  if (node === null) return null;
  const { assetId } = node.attrs;
  return `${node.type.name}:${typeof assetId === 'string' ? assetId : node.textContent.slice(0, signLength)}`;
}

/** Where the child of that number begins, counted from the beginning of its parent's content. */
function startOf(parent: Node, index: number): number {
  let at = 0;
  for (let child = 0; child < index; child += 1) at += parent.child(child).nodeSize;
  return at;
}
