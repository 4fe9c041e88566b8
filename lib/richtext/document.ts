import { z } from 'zod';
import type { Issue } from '../errors.ts';
import type { AssetId } from '../ids.ts';
import { type FigureAttributes, wholeFigure } from './attributes.ts';
import type { ForeignLanguage } from './languages.ts';
import { overLimit } from './measure.ts';
import { misplacedIn } from './schema.ts';
import { documentShape } from './shape.ts';
import { shapeIssue, shapeMessage } from './shape-issues.ts';
import { storedForm } from './stored-form.ts';

/** More than this many faults are one fault: the document comes from somewhere else. */
const ISSUES_TOLD = 20;

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

export type ParsedDocument = { ok: true; document: RichDocument } | { ok: false; issues: Issue[] };

/**
 * Takes what an editor, an import or a script sent, or says what is wrong with it.
 *
 * Measured first (documentLimits), then every node, mark and attribute by name, then the
 * places nodes may stand in. Invisible characters go, links are tidied, adjacent pieces of equal
 * text join: parsing a parsed document changes nothing. A missing alt text or credit is no
 * fault here; readiness asks for those.
 *
 * @returns issues whose `field` is the path of block indices (`3`, `3.0`), empty for the whole
 */
export function parseDocument(input: unknown): ParsedDocument {
  const tooMuch = overLimit(input);
  if (tooMuch) return { ok: false, issues: [tooMuch] };
  const shaped = documentShape.safeParse(input, { error: shapeMessage, reportInput: true });
  if (!shaped.success) return { ok: false, issues: shaped.error.issues.slice(0, ISSUES_TOLD).map(shapeIssue) };
  const document = storedForm(shaped.data);
  const misplaced = misplacedIn(document);
  if (misplaced.length > 0) return { ok: false, issues: misplaced.slice(0, ISSUES_TOLD) };
  return { ok: true, document };
}

/** `parseDocument` as a zod rule, for the schema of an article's fields; paths continue the field's own. */
export const richDocument = z.unknown().transform((input, context): RichDocument => {
  const parsed = parseDocument(input);
  if (parsed.ok) return parsed.document;
  for (const issue of parsed.issues) {
    context.issues.push({
      code: 'custom',
      input,
      message: issue.text,
      path: issue.field === '' ? [] : issue.field.split('.').map(Number),
      params: { code: issue.code },
    });
  }
  return z.NEVER;
});

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
    block.type === 'figure' ? [{ ...wholeFigure(block.attrs), place: String(index) }] : [],
  );
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
