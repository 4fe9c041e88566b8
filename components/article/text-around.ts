import { inlineText, plainText } from '#lib/richtext/plain-text.ts';
import type { RichBlock, RichDocument } from '#lib/richtext/rich-nodes.ts';

/** The level of the nearest subhead above a block; null under the article's title alone. */
export function levelAbove(document: RichDocument, index: number): 2 | 3 | null {
  const above = document.content.findLast(
    (block, at) => at < index && block.type === 'heading' && block.content !== undefined,
  );
  return above?.type === 'heading' ? above.attrs.level : null;
}

/** The pull quotes whose words stand in the text as well, whatever quotation marks are around them. */
export function repeatedQuotes(document: RichDocument): ReadonlySet<RichBlock> {
  const quotes = document.content.filter((block) => block.type === 'pullQuote');
  if (quotes.length === 0) return new Set();
  const text = bareWords(
    plainText({ ...document, content: document.content.filter((block) => block.type !== 'pullQuote') }),
  );
  return new Set(
    quotes.filter((quote) => {
      const words = bareWords(inlineText(quote.content));
      return words !== '' && ` ${text} `.includes(` ${words} `);
    }),
  );
}

/** Letters and digits alone, in small letters: quotation marks and full stops come and go with the place. */
function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
