import { regencies } from './lists/regencies.ts';
import type { Span } from './manuscript.ts';
import type { ReadPiece, Word } from './reading.ts';

/** A post as it is written beside a name, or as the register has it, in words that can be compared. */
export type Post = {
  /** “kepala”, “wakil gubernur”. */
  head: string;
  /** What follows the head, without small words: “dinas kesehatan kaltim”. */
  rest: readonly string[];
  isActing: boolean;
  /** “mantan”: no longer. */
  isFormer: boolean;
};

export type WrittenPost = Post & Span;

const heads: ReadonlySet<string> = new Set(
  'kepala sekretaris gubernur bupati direktur camat lurah ketua asisten rektor inspektur komandan wali staf'.split(' '),
);
const shortened: ReadonlyMap<string, string> = new Map([
  ['kadis', 'kepala dinas'],
  ['kabid', 'kepala bidang'],
  ['kabag', 'kepala bagian'],
  ['kabiro', 'kepala biro'],
  ['karo', 'kepala biro'],
  ['kaban', 'kepala badan'],
  ['kapus', 'kepala puskesmas'],
  ['kasi', 'kepala seksi'],
  ['sekda', 'sekretaris daerah'],
  ['sekdaprov', 'sekretaris daerah'],
  ['sekdakab', 'sekretaris daerah'],
  ['sekdis', 'sekretaris dinas'],
  ['wagub', 'wakil gubernur'],
  ['wabup', 'wakil bupati'],
  ['wawali', 'wakil wali kota'],
  ['walikota', 'wali kota'],
  ['kaltim', 'kalimantan timur'],
  ['kukar', 'kutai kartanegara'],
  ['kutim', 'kutai timur'],
  ['kubar', 'kutai barat'],
  ['mahulu', 'mahakam ulu'],
  ['ppu', 'penajam paser utara'],
  ['dprd', 'dewan perwakilan rakyat daerah'],
]);
const acting: ReadonlySet<string> = new Set(['plt', 'plh', 'pj', 'pjs', 'penjabat']);
const former: ReadonlySet<string> = new Set(['mantan', 'eks', 'bekas']);
const honorifics: ReadonlySet<string> = new Set('bapak ibu dr drg drs dra ir h hj kh prof tgk r rr'.split(' '));
const companions: ReadonlySet<string> = new Set(
  'bersama mewakili mendampingi menemui menerima menyambut kepada'.split(' '),
);
const small: ReadonlySet<string> = new Set('dan di ke serta pada untuk'.split(' '));
/** “Asisten II”, “Asisten Satu”. */
const ordinals: ReadonlySet<string> = new Set('i ii iii iv satu dua tiga'.split(' '));
/** Stand in many posts without telling them apart. */
const fillers: ReadonlySet<string> = new Set(
  'provinsi kalimantan timur pemerintah pemprov setda pelaksana daerah kabupaten kota kantor bagian'.split(' '),
);
/** Heads that are told apart by their region. */
const regional: ReadonlySet<string> = new Set(['gubernur', 'bupati', 'wali kota', 'camat', 'lurah']);
const regionWords: ReadonlySet<string> = new Set(regencies.flatMap(({ name }) => name.toLowerCase().split(' ')));

/** The post right before a name that begins at this word: “Plt. Kepala Dinas Kesehatan Kaltim, …”. */
export function postBefore({ words, text }: ReadPiece, nameAt: number): WrittenPost | undefined {
  let from = nameAt;
  let commas = 0;
  for (let at = nameAt - 1; at >= 0; at -= 1) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined) break;
    const gap = text.slice(word.end, next.start);
    if (gap === ', ') commas += 1;
    const isDotted = gap === '. ' && (acting.has(word.lower) || honorifics.has(word.lower));
    if (gap !== ' ' && !isDotted && !(gap === ', ' && at === nameAt - 1 && commas === 1)) break;
    if (!/^\p{Lu}/u.test(word.text) && !small.has(word.lower) && !honorifics.has(word.lower) && !acting.has(word.lower))
      break;
    from = at;
  }
  // “Bersama Gubernur Kaltim, Agus Hari Kesuma …”: he is not the governor.
  if (commas > 0 && companions.has(words[from]?.lower ?? '')) return undefined;
  const before = words.slice(from, nameAt);
  while (before.length > 0 && honorifics.has(before.at(-1)?.lower ?? '')) before.pop();
  return readPost(before, 'last');
}

/** The post right after a name that ends at this word: “…, Bupati Paser,”, “… selaku Kepala Dinas Sosial”. */
export function postAfter({ words, text }: ReadPiece, nameEnd: number): WrittenPost | undefined {
  const last = words[nameEnd - 1];
  let at = nameEnd;
  const [first] = words.slice(at);
  if (last === undefined || first === undefined) return undefined;
  const gap = text.slice(last.end, first.start);
  const isNamed = first.lower === 'selaku' || first.lower === 'sebagai';
  if (isNamed) at += 1;
  else if (gap !== ', ' && gap !== ' (') return undefined;
  const after: Word[] = [];
  for (; at < words.length; at += 1) {
    const word = words[at];
    const before = after.at(-1);
    if (word === undefined) break;
    const between = before === undefined ? ' ' : text.slice(before.end, word.start);
    if (between !== ' ' && !(between === '. ' && acting.has(before?.lower ?? ''))) break;
    if (!/^\p{Lu}/u.test(word.text) && !small.has(word.lower)) break;
    after.push(word);
  }
  while (after.length > 0 && small.has(after.at(-1)?.lower ?? '')) after.pop();
  // “Kepada Bere Ali, Wakil Gubernur menitipkan pesan”: what describes a name ends with a mark.
  const end = after.at(-1)?.end ?? 0;
  if (!isNamed && !/^(?:[,.;)"”]|$)/u.test(text.slice(end, end + 1))) return undefined;
  const post = readPost(after, 'first');
  return post !== undefined && post.start === after[0]?.start ? post : undefined;
}

/** A post that stands alone: the role of a speaker, or the title of a register. */
export function postOf(words: readonly Word[]): WrittenPost | undefined {
  return readPost(words, 'first');
}

function readPost(words: readonly Word[], which: 'first' | 'last'): WrittenPost | undefined {
  const isHead = ({ lower }: Word) =>
    heads.has(canonical(lower)[0] ?? '') || (canonical(lower)[0] === 'wakil' && canonical(lower).length > 1);
  let at = which === 'first' ? words.findIndex(isHead) : words.findLastIndex(isHead);
  if (at < 0) return undefined;
  // “Staf Ahli Gubernur” and “Sekretaris Wali Kota” are no governor and no mayor.
  const farther = words.slice(0, at).findLastIndex(({ lower }) => lower === 'staf' || lower === 'asisten');
  if (farther >= 0) at = farther;
  const tokens = words.slice(at).flatMap(({ lower }) => canonical(lower));
  const before = words.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  const isDeputy = before.includes('wakil') || tokens[0] === 'wakil';
  const isActing =
    before.some((word) => acting.has(word)) || (before.includes('pelaksana') && before.includes('tugas'));
  const isFormer = before.some((word) => former.has(word));
  const [first = '', second = '', ...others] = tokens[0] === 'wakil' ? tokens.slice(1) : tokens;
  const isMayor = first === 'wali' && second === 'kota';
  const head = `${isDeputy ? 'wakil ' : ''}${isMayor ? 'wali kota' : first}`;
  const rest = (isMayor ? others : [second, ...others]).filter(
    (word) => word !== '' && !small.has(word) && !ordinals.has(word),
  );
  const modifiers = before.findIndex(
    (word) => word === 'wakil' || word === 'pelaksana' || word === 'tugas' || acting.has(word),
  );
  const start = words[modifiers < 0 ? at : Math.max(0, at - before.length + modifiers)]?.start ?? 0;
  return { head, rest, isActing, isFormer, start, end: words.at(-1)?.end ?? 0 };
}

/** “Kadinkes” is “kepala dinkes”. */
function canonical(lower: string): readonly string[] {
  const long = shortened.get(lower);
  if (long !== undefined) return long.split(' ');
  if (/^kadi[sn]\p{L}{3,}$/u.test(lower)) return ['kepala', lower.slice(2)];
  return [lower];
}

/** Whether what is written can be the post of the register, perhaps shortened. */
export function isPost(written: Post, registered: Post, agency: string): boolean {
  if (written.head !== registered.head) return false;
  const short = agency.toLowerCase();
  const isRegional = regional.has(written.head.replace('wakil ', ''));
  return written.rest.every(
    (word) =>
      registered.rest.includes(word) ||
      fillers.has(word) ||
      (!isRegional && regionWords.has(word)) ||
      (short !== '' && (short.includes(word) || word.includes(short))),
  );
}
