import { inlineText, plainText } from './plain-text.ts';
import type { RichBlock, RichDocument } from './rich-nodes.ts';

/** The pull quotes whose words stand in the text as well, whatever quotation marks are around them. */
export function repeatedQuotes(document: RichDocument): ReadonlySet<RichBlock> {
  const quotes = document.content.filter((block) => block.type === 'pullQuote');
  if (quotes.length === 0) return new Set();
  const others = document.content.filter((block) => block.type !== 'pullQuote');
  const text = ` ${bareWords(plainText({ ...document, content: others }))} `;
  return new Set(
    quotes.filter((quote) => {
      const words = bareWords(inlineText(quote.content));
      return words !== '' && text.includes(` ${words} `);
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
