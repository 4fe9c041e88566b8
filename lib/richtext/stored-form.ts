import { cleanText } from './clean-text.ts';
import type {
  RichBlock,
  RichDocument,
  RichFigure,
  RichGallery,
  RichInline,
  RichKeyNumber,
  RichList,
  RichListItem,
  RichMark,
  RichParagraph,
  RichTable,
  RichText,
  RichTimeline,
} from './rich-nodes.ts';
import type { ShapedBlock, ShapedDocument, ShapedInline, ShapedListItem, ShapedMark } from './shape.ts';

type Shaped<Type extends ShapedBlock['type']> = Extract<ShapedBlock, { type: Type }>;

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
      return { type: 'quote', ...written(node.attrs), ...inlineContent(node.content) };
    case 'figure':
      return figure(node);
    case 'gallery':
      return gallery(node);
    case 'table':
      return table(node);
    case 'pullQuote':
      return { type: 'pullQuote', ...written(node.attrs), ...inlineContent(node.content) };
    case 'infoBox':
      return { type: 'infoBox', ...written(node.attrs), content: (node.content ?? []).map(listBlock) };
    case 'timeline':
      return timeline(node);
    case 'keyNumbers':
      return { type: 'keyNumbers', content: (node.content ?? []).map(keyNumber) };
    case 'documentCard':
      return documentCard(node);
    case 'relatedArticle':
      return { type: 'relatedArticle', attrs: { articleId: node.attrs.articleId, title: cleanText(node.attrs.title) } };
    case 'agendaEvent':
      return agendaEvent(node);
    default:
      return listBlock(node);
  }
}

function listBlock(node: Shaped<'paragraph' | 'bulletList' | 'orderedList'>): RichParagraph | RichList {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node);
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

function paragraph(node: Shaped<'paragraph'>): RichParagraph {
  return { type: 'paragraph', ...inlineContent(node.content) };
}

function listItem(node: ShapedListItem): RichListItem {
  return { type: 'listItem', content: (node.content ?? []).map(listBlock) };
}

function figure({ attrs }: Shaped<'figure'>): RichFigure {
  const { assetId, assetHash, decorative, alt, caption, credit, origin } = attrs;
  return {
    type: 'figure',
    attrs: {
      assetId,
      assetHash,
      ...written({ alt }).attrs,
      ...(decorative && { decorative }),
      ...written({ caption, credit }).attrs,
      ...(origin !== 'photo' && { origin }),
    },
  };
}

function gallery(node: Shaped<'gallery'>): RichGallery {
  return { type: 'gallery', ...written(node.attrs), content: (node.content ?? []).map(figure) };
}

function table(node: Shaped<'table'>): RichTable {
  return {
    type: 'table',
    attrs: { caption: cleanText(node.attrs?.caption ?? '') },
    content: node.content.map((row) => ({
      type: 'tableRow',
      content: row.content.map((cell) => ({ type: cell.type, ...inlineContent(cell.content) })),
    })),
  };
}

function timeline(node: Shaped<'timeline'>): RichTimeline {
  return {
    type: 'timeline',
    content: (node.content ?? []).map((item) => ({
      type: 'timelineItem',
      attrs: { when: cleanText(item.attrs?.when ?? '') },
      content: (item.content ?? []).map(paragraph),
    })),
  };
}

function keyNumber({ attrs }: NonNullable<Shaped<'keyNumbers'>['content']>[number]): RichKeyNumber {
  const { value = '', label = '', source = '' } = attrs ?? {};
  return {
    type: 'keyNumber',
    attrs: { value: cleanText(value), label: cleanText(label), ...written({ source }).attrs },
  };
}

function documentCard({ attrs: { assetId, assetHash, title, description } }: Shaped<'documentCard'>): RichBlock {
  return {
    type: 'documentCard',
    attrs: { assetId, assetHash, title: cleanText(title), ...written({ description }).attrs },
  };
}

function agendaEvent({ attrs: { articleId, title, when, venue } }: Shaped<'agendaEvent'>): RichBlock {
  return { type: 'agendaEvent', attrs: { articleId, title: cleanText(title), ...written({ when, venue }).attrs } };
}

/** Attributes of words, clean; those nobody wrote in are left out, and with the last of them the whole. */
function written<Name extends string>(
  words: Readonly<Record<Name, string>> | undefined,
): { attrs?: Partial<Record<Name, string>> } {
  const attrs: Partial<Record<Name, string>> = {};
  let isEmpty = true;
  for (const name in words) {
    const text = cleanText(words[name]);
    if (text === '') continue;
    attrs[name] = text;
    isEmpty = false;
  }
  return isEmpty ? {} : { attrs };
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
