import type { RichBlock, RichDocument, RichInline, RichListItem } from './rich-nodes.ts';

/**
 * The words of a body without form, for search, comparison and excerpts: blocks apart by an
 * empty line, list items and rows by a line break, cells by a bar, a quote followed by who said it,
 * a photo by its caption, a document by its title. What is shown of other articles, addresses of links, alt texts and credits are not in it.
 */
export function plainText(document: RichDocument): string {
  return document.content
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Counts words as people do: `anak-anak` is one, a lone dash none. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The words inside a block, line breaks kept, without spaces around. */
export function inlineText(nodes: readonly RichInline[] = []): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : '\n'))
    .join('')
    .trim();
}

function blockText(block: RichBlock | RichListItem): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote': {
      const speaker = [block.attrs?.speaker, block.attrs?.speakerRole].filter(Boolean).join(', ');
      return lines(inlineText(block.content), speaker);
    }
    case 'figure':
      return block.attrs.caption ?? '';
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
      return lines(...block.content.map(blockText));
    case 'gallery':
      return lines(block.attrs?.caption, ...block.content.map(blockText));
    case 'table':
      return lines(block.attrs.caption, ...block.content.map((row) => row.content.map(cellText).join(' | ')));
    case 'pullQuote':
      return lines(inlineText(block.content), block.attrs?.by);
    case 'infoBox':
      return lines(block.attrs?.title, ...block.content.map(blockText));
    case 'timeline':
      return lines(...block.content.flatMap((item) => [item.attrs.when, ...item.content.map(blockText)]));
    case 'keyNumbers':
      return lines(
        ...block.content.map(({ attrs }) => [attrs.value, attrs.label, attrs.source].filter(Boolean).join(' · ')),
      );
    case 'documentCard':
      return lines(block.attrs.title, block.attrs.description);
    case 'relatedArticle':
    case 'agendaEvent':
      // Another article's words, which may be retracted tomorrow.
      return '';
  }
}

function cellText(cell: { content?: RichInline[] }): string {
  return inlineText(cell.content).replaceAll('\n', ' ');
}

function lines(...texts: (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}
