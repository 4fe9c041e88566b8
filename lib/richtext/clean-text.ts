// Controls, the byte order mark, zero-width space and word joiner, soft hyphen, noncharacters, and the
// bidirectional embeddings, overrides and isolates: invisible, so two signers could approve words
// they do not see in their order. Joiners (U+200C, U+200D) and direction marks stay: Arabic,
// Javanese script and emoji need them.
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;
// Browsers type a no-break space beside links and at line ends: nobody means it.
const otherSpaces = /[\t\n\v\f\r\u0085\u00A0\u2028\u2029]/g;

/** Whether the text holds a character nobody can see and no words need. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0;
}

/**
 * The same words in one form: well-formed UTF-16, NFC, no invisible characters,
 * line breaks, tabs and no-break spaces as spaces (a line break is a node of its own). Applying it twice changes nothing.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(otherSpaces, ' ').replace(invisible, '').normalize('NFC');
}
