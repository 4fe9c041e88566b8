import { regencies } from '../lists/regencies.ts';
import type { PieceRole } from '../manuscript.ts';
import type { KnownAgency } from '../read-reference.ts';
import { type ReadPiece, type Word, wordsIn } from '../reading.ts';
import type { WholeRule } from '../rule.ts';

const roles: readonly PieceRole[] = [
  'title',
  'lead',
  'summary',
  'paragraph',
  'list_item',
  'quote',
  'caption',
  'note',
  'speaker_role',
];

const agencyHeads: ReadonlySet<string> = new Set([
  'dinas',
  'badan',
  'biro',
  'satuan',
  'inspektorat',
  'sekretariat',
  'rumah',
]);
const connectors: ReadonlySet<string> = new Set(['dan', 'serta', 'di']);
const regionWords: ReadonlySet<string> = new Set([
  ...['provinsi', 'kabupaten', 'kota', 'kaltim', 'kalimantan', 'kaltara', 'kalsel', 'kalteng', 'kalbar', 'republik'],
  ...regencies.flatMap(({ name, places }) => [name, ...places].map((one) => one.toLowerCase().split(' ')[0] ?? '')),
]);

export const agencyNameWrong: WholeRule = {
  id: 'agency_name_wrong',
  family: 'posts',
  title: 'Nama instansi ditulis seperti di daftar instansi',
  *compare({ pieces }, { knownAgencies }) {
    const known = knownAgencies.map(withoutNote);
    const names = new Set(known.map(({ words }) => words.join(' ')));
    const long = known.filter(({ words }) => words.length >= 4);
    if (long.length === 0) return;
    for (const piece of pieces) {
      if (!roles.includes(piece.role)) continue;
      for (const { words, start, end } of agencyNamesIn(piece)) {
        if (names.has(words.join(' '))) continue;
        const right = long.find((agency) => isMeant(agency, words, piece.text.slice(end, end + 20)));
        if (right === undefined) continue;
        const reason = `Nama instansi ini “${right.name}”. Tulis seperti itu.`;
        yield { start, end, piece, reason, fix: right.name };
      }
    }
  },
};

/** A register may say more in a bracket behind a name, which in a text ends before it. */
function withoutNote(agency: KnownAgency): KnownAgency {
  const bracket = agency.name.indexOf(' (');
  if (bracket < 0) return agency;
  const name = agency.name.slice(0, bracket);
  return { ...agency, name, words: agency.words.slice(0, wordsIn(name).length) };
}

/** “Dinas Komunikasi dan Informasi”, up to its region, to a bracket or to the next agency. */
function* agencyNamesIn({
  words,
  text,
}: ReadPiece): Iterable<{ words: readonly string[]; start: number; end: number }> {
  for (const [from, first] of words.entries()) {
    if (!agencyHeads.has(first.lower) || !/^\p{Lu}/u.test(first.text)) continue;
    const name: Word[] = [first];
    for (const word of words.slice(from + 1, from + 14)) {
      const before = name.at(-1);
      const gap = before === undefined ? ' ' : text.slice(before.end, word.start);
      const isBig = /^\p{Lu}/u.test(word.text);
      if ((gap !== ' ' && gap !== ', ') || (!isBig && !connectors.has(word.lower))) break;
      if (regionWords.has(word.lower) || (isBig && agencyHeads.has(word.lower))) break;
      name.push(word);
    }
    while (name.length > 1 && connectors.has(name.at(-1)?.lower ?? '')) name.pop();
    yield { words: name.map(({ lower }) => lower), start: first.start, end: name.at(-1)?.end ?? first.end };
  }
}

/** One word of it was replaced, left out or added, and everything else is there. */
function isMeant({ words: right, shortName }: KnownAgency, written: readonly string[], after: string): boolean {
  const isNamedAfter = shortName !== '' && after.startsWith(` (${shortName})`);
  const [longer, shorter] = right.length > written.length ? [right, written] : [written, right];
  // “Dinas Olahraga dan Pemuda”: the same words in another order.
  if (right.length === written.length && right.toSorted().join(' ') === written.toSorted().join(' ')) return true;
  const same = commonStart(right, written);
  const ends = commonStart([...right].reverse(), [...written].reverse());
  if (longer.length - shorter.length === 1) {
    const added = longer[same] ?? '';
    return same + ends >= shorter.length && (isNamedAfter || connectors.has(added) || right.length >= 6);
  }
  if (right.length !== written.length || same + ends !== right.length - 1) return false;
  const [a, b] = [right[same] ?? '', written[same] ?? ''];
  const areRelated = a.includes(b.slice(0, 5)) || b.includes(a.slice(0, 5)) || a.includes(b) || b.includes(a);
  return isNamedAfter || areRelated || right.length >= 6;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((word, index) => word !== b[index]);
  return differs < 0 ? Math.min(a.length, b.length) : differs;
}
