import { datelinePlaces } from './places.ts';

/** What stands before the first sentence of a news text, and how many characters it takes. */
export type Dateline = { place: string; outlet: string; length: number };

/** Longest run of letters before the first dash or stop that can be a dateline. */
const LONGEST = 70;

const outlet =
  /\.(?:com|id|net|co|org|info|news|tv)\b|tv$|^tv|news|media|mmc|humas|diskominfo|kominfo|prokopim|adpim|pers\b|online|post$/i;
const camel = /[a-z][A-Z]|^[A-Z]{3,}[a-z]/;
const placeWords =
  /^(?:kota|kabupaten|kab\.|kecamatan|desa|kelurahan|muara|long|loa|sungai|kuala|pulau|teluk|tanjung|batu)\s+\p{Lu}/iu;

/**
 * The dateline with which a text begins, in the five shapes of the region's offices:
 * `Samarinda, Borneoupdate.com –`, `MMCBarsel-Buntok.`, `NusaUtaraTV, Samarinda -`, `Samarinda —`, `BAIT.ID –`;
 * undefined where the beginning may as well be words of the sentence.
 */
export function datelineOf(text: string): Dateline | undefined {
  const joined = /^\s*([A-Z][\w.]{1,30})\s?[-–—]\s?(\p{Lu}[\p{L} ]{2,30})\.\s+(?=[\p{Lu}“"])/u.exec(text);
  if (joined !== null && isOutlet(joined[1] ?? '') && isPlace(joined[2] ?? '')) {
    return { outlet: joined[1] ?? '', place: named(joined[2] ?? ''), length: joined[0].length };
  }
  const found = /^\s*([^–—-]{2,70}?)(?:\s*([–—])\s*|\s+-{1,2}\s+|-{1,2}\s+)(?=[\p{Lu}\d“"‘'(])/u.exec(text);
  const head = found?.[1]?.trim() ?? '';
  if (found === null || head.length > LONGEST || text.length - found[0].length < 20) return undefined;
  const parts = head.split(/\s*[,/|]\s*/).map((part) => part.replace(/^\(|\)$/g, '').trim());
  const bracket = /^(.+?)\s*\(([^()]{2,30})\)$/.exec(head);
  const names = bracket === null ? parts : [bracket[1] ?? '', bracket[2] ?? ''];
  return read(names, found[2] !== undefined, found[0].length);
}

function read(parts: readonly string[], isLongDash: boolean, length: number): Dateline | undefined {
  const [first = '', second, ...more] = parts;
  if (more.length > 0) return undefined;
  if (second === undefined) {
    if (isPlace(first)) return { place: named(first), outlet: '', length };
    if (isOutlet(first)) return { place: '', outlet: first, length };
    // Up to three names before a long dash; a short one may join two halves of a sentence.
    const isName = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}$/u.test(first);
    return isLongDash && isName ? { place: named(first), outlet: '', length } : undefined;
  }
  if (isPlace(first) && isName(second)) return { place: named(first), outlet: second, length };
  if (isPlace(second) && isName(first)) return { place: named(second), outlet: first, length };
  if (isOutlet(second) && isName(first) && !isOutlet(first)) return { place: named(first), outlet: second, length };
  if (isOutlet(first) && isName(second)) return { place: named(second), outlet: first, length };
  return undefined;
}

function isOutlet(text: string): boolean {
  return text.length <= 40 && (outlet.test(text) || camel.test(text));
}

function isPlace(text: string): boolean {
  return datelinePlaces.has(text.toLowerCase().replace(/^(?:kota|kabupaten|kab\.)\s+/, '')) || placeWords.test(text);
}

function isName(text: string): boolean {
  return /^[\p{Lu}\d][\p{L}\d.&-]*(?: [\p{L}\d.&-]+){0,4}$/u.test(text);
}

/** Datelines are often in capitals; `IKN` stays. */
function named(place: string): string {
  if (place.length <= 4 || place !== place.toUpperCase()) return place;
  return place.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
