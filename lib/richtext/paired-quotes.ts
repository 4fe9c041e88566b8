import type { RichInline } from './rich-nodes.ts';

/**
 * Straight quotation marks of one block as “ ” and ‘ ’, where it is certain which opens and which closes: each
 * must open before a word and close behind one, by turns, to the end. Otherwise they all stay, for a person to see.
 */
export function pairedQuotes(inlines: readonly RichInline[]): RichInline[] {
  const pieces = inlines.map((inline) => (inline.type === 'text' ? inline.text : ' '));
  const text = pieces.join('');
  const changes = new Map<number, string>([...pairsOf(text, '"', '“', '”'), ...pairsOf(text, "'", '‘', '’')]);
  if (changes.size === 0) return [...inlines];
  let from = 0;
  return inlines.map((inline, piece) => {
    const begin = from;
    from += pieces[piece]?.length ?? 0;
    if (inline.type !== 'text') return inline;
    const letters = Array.from(
      { length: inline.text.length },
      (_all, at) => changes.get(begin + at) ?? inline.text[at],
    );
    return { ...inline, text: letters.join('') };
  });
}

function pairsOf(text: string, straight: string, opening: string, closing: string): [number, string][] {
  const pairs: [number, string][] = [];
  let isOpen = false;
  for (let at = text.indexOf(straight); at >= 0; at = text.indexOf(straight, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const behind = text[at + 1] ?? ' ';
    // Within a word it is an apostrophe (Jum'at), behind a number a measure (5').
    if (straight === "'" && /[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(behind)) continue;
    const mayOpen = /[\s([“‘"'–—/]/.test(before) && /[^\s)\].,;:!?]/.test(behind);
    const mayClose = /\S/.test(before) && /[\s)\].,;:!?”’"'–—/]/.test(behind);
    if (isOpen ? !mayClose : !mayOpen) return [];
    pairs.push([at, isOpen ? closing : opening]);
    isOpen = !isOpen;
  }
  return isOpen || hasCurly(text, opening, closing) ? [] : pairs;
}

/** Both kinds in one block: a straight one may be the partner of a curly one. */
function hasCurly(text: string, opening: string, closing: string): boolean {
  return opening === '“' && (text.includes(opening) || text.includes(closing));
}
