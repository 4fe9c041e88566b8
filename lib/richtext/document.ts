import { z } from 'zod';
import type { PhotoOrigin } from '../../db/schema/enums.ts';
import type { Issue } from '../errors.ts';
import type { ArticleId, AssetId } from '../ids.ts';
import { type FigureAttributes, wholeFigure } from './attributes.ts';
import { overLimit } from './measure.ts';
import type { RichBlock, RichDocument, RichDocumentCard, RichFigure, RichInline, RichListItem } from './rich-nodes.ts';
import { misplacedIn } from './schema.ts';
import { documentShape } from './shape.ts';
import { shapeIssue, shapeMessage } from './shape-issues.ts';
import { storedForm } from './stored-form.ts';

/** More than this many faults are one fault: the document comes from somewhere else. */
const ISSUES_TOLD = 20;

export type ParsedDocument = { ok: true; document: RichDocument } | { ok: false; issues: Issue[] };

/**
 * Takes what an editor, an import or a script sent, or says what is wrong with it.
 *
 * Measured first (documentLimits), then every node, mark and attribute by name, then the
 * places nodes may stand in. Invisible characters go, links are tidied, adjacent pieces of equal
 * text join: parsing a parsed document changes nothing. A missing alt text, credit, header row or
 * caption is no fault here; readiness asks for those.
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

/** Whether a reader would see nothing: no letter, no photo and no document. */
export function isEmptyDocument(document: RichDocument): boolean {
  return document.content.every(isEmptyBlock);
}

/** A photo of the body and its place as a path of block indices like those of issues: `3`, or `3.1` in a gallery. */
export type PlacedFigure = FigureAttributes & { place: string };

/** The photos of a body in reading order, those of galleries too, with what the stored form leaves out filled in. */
export function figuresOf(document: RichDocument): PlacedFigure[] {
  return document.content.flatMap((block, index): PlacedFigure[] => {
    if (block.type === 'figure') return [placedFigure(block, String(index))];
    if (block.type === 'gallery') return block.content.map((figure, at) => placedFigure(figure, `${index}.${at}`));
    return [];
  });
}

/** A document that can be fetched from the body, and the index of its block as a path (`3`). */
export type PlacedDocument = Required<RichDocumentCard['attrs']> & { place: string };

/** The documents a body offers, in reading order. */
export function documentsOf(document: RichDocument): PlacedDocument[] {
  return document.content.flatMap((block, index) =>
    block.type === 'documentCard' ? [{ description: '', ...block.attrs, place: String(index) }] : [],
  );
}

/** The articles a body names by “Baca juga” and by events, each once, in reading order. */
export function linkedArticlesOf(document: RichDocument): ArticleId[] {
  const ids = document.content.flatMap((block) =>
    block.type === 'relatedArticle' || block.type === 'agendaEvent' ? [block.attrs.articleId] : [],
  );
  return [...new Set(ids)];
}

/**
 * The same body with the true facts of every upload in it; undefined leaves what stands there.
 *
 * @param hashOf SHA-256 of the asset's bytes
 * @param originOf what a picture is; a plain photo says nothing of it
 */
export function withAssetFacts(
  document: RichDocument,
  {
    hashOf = () => undefined,
    originOf = () => undefined,
  }: {
    hashOf?: (assetId: AssetId) => string | undefined;
    originOf?: (assetId: AssetId) => PhotoOrigin | undefined;
  },
): RichDocument {
  const hashed = <Asset extends RichFigure | RichDocumentCard>(node: Asset): Asset => ({
    ...node,
    attrs: { ...node.attrs, assetHash: hashOf(node.attrs.assetId) ?? node.attrs.assetHash },
  });
  const told = (node: RichFigure): RichFigure => {
    const figure = hashed(node);
    const { origin: former, ...attrs } = figure.attrs;
    const origin = originOf(attrs.assetId) ?? former ?? 'photo';
    return { ...figure, attrs: origin === 'photo' ? attrs : { ...attrs, origin } };
  };
  const content = document.content.map((block): RichBlock => {
    if (block.type === 'gallery') return { ...block, content: block.content.map(told) };
    if (block.type === 'figure') return told(block);
    return block.type === 'documentCard' ? hashed(block) : block;
  });
  return { ...document, content };
}

/** The same body without the photos and documents that are gone, and without a gallery that they leave empty. */
export function withoutAssets(document: RichDocument, isGone: (assetId: AssetId) => boolean): RichDocument {
  const stays = (node: RichFigure | RichDocumentCard) => !isGone(node.attrs.assetId);
  const content = document.content.flatMap((block): RichBlock[] => {
    if (block.type === 'figure' || block.type === 'documentCard') return stays(block) ? [block] : [];
    if (block.type !== 'gallery') return [block];
    const figures = block.content.filter(stays);
    return figures.length === 0 ? [] : [{ ...block, content: figures }];
  });
  return content.length === 0 ? emptyDocument() : { ...document, content };
}

function placedFigure(figure: RichFigure, place: string): PlacedFigure {
  return { ...wholeFigure(figure.attrs), place };
}

function isEmptyBlock(block: RichBlock | RichListItem): boolean {
  switch (block.type) {
    case 'figure':
    case 'documentCard':
      return false;
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pullQuote':
      return isBlank(block.content);
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'gallery':
    case 'infoBox':
      return block.content.every(isEmptyBlock);
    case 'timeline':
      return block.content.every((item) => item.content.every(isEmptyBlock));
    case 'table':
      return block.content.every((row) => row.content.every((cell) => isBlank(cell.content)));
    case 'relatedArticle':
    case 'agendaEvent':
      // It leads away: an article that is nothing else says nothing itself.
      return true;
    case 'keyNumbers':
      return block.content.every(({ attrs }) => attrs.value.trim() === '' && attrs.label.trim() === '');
  }
}

/** Whether words inside a block show nothing. */
export function isBlank(content: readonly RichInline[] | undefined): boolean {
  return (content ?? []).every((inline) => inline.type === 'hardBreak' || inline.text.trim() === '');
}
