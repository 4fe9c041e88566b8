import type { RichBlock, RichDocument, RichInline, RichListItem } from './document.ts';

/**
 * The words of a body without form, for search, comparison and excerpts: blocks apart by an
 * empty line, list items by a line break, a quote followed by who said it, a photo by its caption.
 * Addresses of links, alt texts and credits are not in it.
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

function blockText(block: RichBlock | RichListItem): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote': {
      const speaker = [block.attrs?.speaker, block.attrs?.speakerRole].filter(Boolean).join(', ');
      return [inlineText(block.content), speaker].filter((text) => text !== '').join('\n');
    }
    case 'figure':
      return block.attrs.caption ?? '';
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
      return block.content
        .map(blockText)
        .filter((text) => text !== '')
        .join('\n');
  }
}

function inlineText(nodes: readonly RichInline[] = []): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : '\n'))
    .join('')
    .trim();
}
