/** What an office writes behind a text: who wrote it, for which unit, and whether it was paid for. */
export type TailCode = { initials: string; unit: string; isSponsored: boolean; text: string; length: number };

/** Offices and teams as they sign; other words of several letters are the names of teams too. */
const sponsoredMarks = /^(?:adv|advertorial|adv\.|iklan|pariwara|advetorial)$/i;

/**
 * The code with which a text ends: `(ANE/ADV/Diskominfo)`, `(//Pubdok//diskominfobarsel//R1//)`, `(csv)`; undefined
 * for brackets that belong to a sentence.
 *
 * @param text the last paragraph
 */
export function tailCodeOf(text: string): TailCode | undefined {
  const found = /(?:^|[\s.!?”"’])(\(\s?([^()\n]{2,80}?)\s?\))\.?\s*$/u.exec(text);
  const inside = found?.[2];
  if (found === null || inside === undefined) return undefined;
  const code = found[1] ?? '';
  const length = text.length - text.lastIndexOf(code);
  const before = text.slice(0, text.length - length).trimEnd();
  const parts = inside
    .split(/\/+|\s[-–|]\s|,\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isList =
    /\//.test(inside) &&
    parts.every((part) => /^[\p{L}][\p{L}\d.&' -]{0,29}$/u.test(part) && part.split(' ').length <= 3);
  // A single mark counts only behind a finished sentence: “kecerdasan buatan (AI)” is none.
  const isMark =
    parts.length === 1 && /^[A-Za-z]{2,6}\d?$/.test(inside) && !/\)\.\s*$/.test(text) && /(?:^|[.!?”"’])$/.test(before);
  if (!isList && !isMark) return undefined;
  const others = parts.filter((part) => !sponsoredMarks.test(part));
  const initials = others.find((part) => /^[A-Za-z]{2,4}$|^[A-Za-z]{1,3}\d{1,2}$/.test(part)) ?? '';
  return {
    initials: initials.slice(0, 12),
    unit: others
      .filter((part) => part !== initials)
      .join('/')
      .slice(0, 80),
    isSponsored: others.length < parts.length,
    text: code,
    length,
  };
}
