import { cleanText } from './clean-text.ts';
import type {
  RichBlock,
  RichBulletList,
  RichDocument,
  RichFigure,
  RichInline,
  RichListItem,
  RichMark,
  RichOrderedList,
  RichParagraph,
  RichQuote,
  RichText,
} from './document.ts';
import type { ShapedBlock, ShapedDocument, ShapedInline, ShapedListItem, ShapedMark } from './shape.ts';

/** ProseMirror's own order of marks; text whose marks stand otherwise is another document to it. */
export const markOrder: readonly RichMark['type'][] = ['link', 'bold', 'italic'];

/**
 * Brings a checked document into its one stored form: words cleaned, equal neighbours joined,
 * marks in order, attributes at their default left out.
 */
export function storedForm(shaped: ShapedDocument): RichDocument {
  const content = (shaped.content ?? []).map(block);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function block(node: ShapedBlock): RichBlock {
  switch (node.type) {
    case 'heading':
      return { type: 'heading', attrs: node.attrs, ...inlineContent(node.content) };
    case 'quote':
      return { type: 'quote', ...quoteAttrs(node.attrs), ...inlineContent(node.content) };
    case 'figure':
      return { type: 'figure', attrs: figureAttrs(node.attrs) };
    default:
      return listBlock(node);
  }
}

function listBlock(
  node: Extract<ShapedBlock, { type: 'paragraph' | 'bulletList' | 'orderedList' }>,
): RichParagraph | RichBulletList | RichOrderedList {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', ...inlineContent(node.content) };
    case 'bulletList':
      return { type: 'bulletList', content: (node.content ?? []).map(listItem) };
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return {
        type: 'orderedList',
        ...(start !== 1 && { attrs: { start } }),
        content: (node.content ?? []).map(listItem),
      };
    }
  }
}

function listItem(node: ShapedListItem): RichListItem {
  return { type: 'listItem', content: (node.content ?? []).map(listBlock) };
}

function quoteAttrs(attrs: { speaker: string; speakerRole: string } | undefined): {
  attrs?: RichQuote['attrs'] & object;
} {
  const speaker = cleanText(attrs?.speaker ?? '');
  const speakerRole = cleanText(attrs?.speakerRole ?? '');
  return speaker || speakerRole ? { attrs: { ...(speaker && { speaker }), ...(speakerRole && { speakerRole }) } } : {};
}

function figureAttrs(attrs: Extract<ShapedBlock, { type: 'figure' }>['attrs']): RichFigure['attrs'] {
  const { assetId, assetHash, decorative } = attrs;
  const alt = cleanText(attrs.alt);
  const caption = cleanText(attrs.caption);
  const credit = cleanText(attrs.credit);
  return {
    assetId,
    assetHash,
    ...(alt && { alt }),
    ...(decorative && { decorative }),
    ...(caption && { caption }),
    ...(credit && { credit }),
  };
}

function inlineContent(nodes: readonly ShapedInline[] | undefined): { content?: RichInline[] } {
  const marked = (nodes ?? []).map(inline);
  // Joined before cleaning, since a character may be split between two pieces; and again after it,
  // since a piece of invisible characters alone disappears from between two others.
  const cleaned = joined(marked).flatMap((node): RichInline[] => (node.type === 'text' ? cleanedText(node) : [node]));
  const content = joined(cleaned).map((node) =>
    node.type === 'text' ? { ...node, text: node.text.normalize('NFC') } : node,
  );
  return content.length > 0 ? { content } : {};
}

function inline(node: ShapedInline): RichInline {
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  const marks = (node.marks ?? []).map(mark).toSorted((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type));
  return { type: 'text', text: node.text, ...(marks.length > 0 && { marks }) };
}

function mark(one: ShapedMark): RichMark {
  switch (one.type) {
    case 'bold':
      return { type: 'bold' };
    case 'italic':
      return one.attrs?.lang ? { type: 'italic', attrs: { lang: one.attrs.lang } } : { type: 'italic' };
    case 'link':
      return { type: 'link', attrs: one.attrs };
  }
}

function cleanedText(node: RichText): RichText[] {
  const text = cleanText(node.text);
  return text === '' ? [] : [{ ...node, text }];
}

/** Joins neighbouring texts with equal marks; each run is put together once, so long runs stay linear. */
function joined(nodes: readonly RichInline[]): RichInline[] {
  const runs: { node: RichInline; key: string; texts: string[] }[] = [];
  for (const node of nodes) {
    const key = node.type === 'text' ? JSON.stringify(node.marks ?? []) : '';
    const last = runs.at(-1);
    if (node.type === 'text' && last?.node.type === 'text' && last.key === key) last.texts.push(node.text);
    else runs.push({ node, key, texts: node.type === 'text' ? [node.text] : [] });
  }
  return runs.map(({ node, texts }) => (node.type === 'text' ? { ...node, text: texts.join('') } : node));
}
