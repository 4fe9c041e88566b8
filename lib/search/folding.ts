/**
 * The text as search compares it: lower case, and a space for every sign that is no part of a word.
 * PostgreSQL would decide that by the locale of the database, and under some takes “quotation marks”
 * for letters and `Kabupaten/Kota` for the name of a file; articles and questions are folded alike.
 *
 * As long as the text itself (UTF-16 units), so that what is found in one is shown from the other.
 */
export function folded(text: string): string {
  return text
    .replace(betweenWords, blank)
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, ' ')
    .replace(/(?<=[\p{L}\p{N}])-(?=\p{N})/gu, ' ')
    .replace(/\p{Lu}/gu, lowered);
}

// Of ASCII stays what numbers, addresses and questions are written with.
const betweenWords = /[^\p{L}\p{M}\p{N} !"'+,.:;@_-]/gu;
const blank = (sign: string) => ' '.repeat(sign.length);

/** A few letters grow when they are lowered; they stay. */
function lowered(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/**
 * What somebody typed, folded, with the signs that mean something there in their one form: phones
 * write “phrases” and –exclusions. A hyphen that excludes nothing is dropped: PostgreSQL
 * stumbles over a row of them.
 */
export function foldedQuestion(text: string): string {
  const typed = text.replace(/[“”„‟«»″＂]/gu, '"').replace(/[‐‑‒–—−]/gu, '-');
  return folded(typed)
    .replace(/-+/g, '-')
    .replace(/-(?![\p{L}\p{N}"])/gu, ' ')
    .replace(/(?<=")-|-(?="-)/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
