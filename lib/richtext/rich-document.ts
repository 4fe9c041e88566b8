import type { AssetId } from '../ids.ts';
import type { FigureAttributes } from './attributes.ts';
import type { ForeignLanguage } from './languages.ts';

/**
 * A body in its one stored form: Tiptap's JSON without anything ordinary (attributes at their
 * default, empty lists), so that the same words have the same bytes, and so that an attribute
 * added to the schema later does not change the hash of what was signed before.
 */
export type RichDocument = { type: 'doc'; content: RichBlock[] };

export type RichBlock = RichParagraph | RichHeading | RichQuote | RichFigure | RichBulletList | RichOrderedList;

export type RichParagraph = { type: 'paragraph'; content?: RichInline[] };
export type RichHeading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: RichInline[] };
export type RichQuote = {
  type: 'quote';
  attrs?: { speaker?: string; speakerRole?: string };
  content?: RichInline[];
};
export type RichFigure = {
  type: 'figure';
  attrs: {
    assetId: AssetId;
    assetHash: string;
    alt?: string;
    decorative?: true;
    caption?: string;
    credit?: string;
  };
};
export type RichBulletList = { type: 'bulletList'; content: RichListItem[] };
export type RichOrderedList = { type: 'orderedList'; attrs?: { start: number }; content: RichListItem[] };
export type RichListItem = { type: 'listItem'; content: (RichParagraph | RichBulletList | RichOrderedList)[] };

export type RichInline = RichText | { type: 'hardBreak' };
export type RichText = { type: 'text'; text: string; marks?: RichMark[] };
export type RichMark =
  | { type: 'link'; attrs: { href: string } }
  | { type: 'bold' }
  | { type: 'italic'; attrs?: { lang: ForeignLanguage } };

/** A document nobody has written in yet. */
export function emptyDocument(): RichDocument {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** Whether a reader would see nothing: no letter and no photo. */
export function isEmptyDocument(document: RichDocument): boolean {
  return document.content.every(isEmptyBlock);
}

/** A photo of the body and the index of its block, as a path (`3`) like those of issues. */
export type PlacedFigure = FigureAttributes & { place: string };

/** The photos of a body in reading order, with what the stored form leaves out filled in. */
export function figuresOf(document: RichDocument): PlacedFigure[] {
  return document.content.flatMap((block, index) =>
    block.type === 'figure' ? [{ ...wholeFigure(block), place: String(index) }] : [],
  );
}

/** A figure's attributes with the ordinary ones filled in. */
export function wholeFigure(figure: RichFigure): FigureAttributes {
  return { alt: '', decorative: false, caption: '', credit: '', ...figure.attrs };
}

function isEmptyBlock(block: RichBlock | RichListItem): boolean {
  switch (block.type) {
    case 'figure':
      return false;
    case 'paragraph':
    case 'heading':
    case 'quote':
      return (block.content ?? []).every((inline) => inline.type === 'hardBreak' || inline.text.trim() === '');
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
      return block.content.every(isEmptyBlock);
  }
}
