import type { Found } from '../../finding.ts';
import { wellKnownPlaces } from '../../lists/place-words.ts';
import {
  beforeGeneralPost,
  beforeUndecidedPost,
  institutionsBegin,
  kindsOfInstitution,
  kindsOfPlace,
  noPlaceNames,
  posts,
  postsOfAnyBody,
} from '../../lists/posts-of-office.ts';
import { isAcronym, isCapital } from '../../next-word.ts';
import type { ReadPiece, Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { liesWithin, spokenIn } from '../../text-outside-prose.ts';
import { outsideAddresses } from '../outside-addresses.ts';

const postsByFirstWord = Map.groupBy(
  posts.map((post) => post.split(' ')),
  ([first]) => first ?? '',
);

/** `gubernur Kalimantan Timur` and `para Bupati`. */
export const postCapitals: PieceRule = {
  id: 'post_capitals',
  family: 'capitals',
  title: 'Nama jabatan berhuruf kapital bila diikuti nama, instansi, atau tempat',
  roles: writtenRoles.filter((role) => role !== 'title'),
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const post = postAt(piece, index);
      const last = post?.at(-1);
      if (post === undefined || last === undefined) continue;
      const before = piece.words[index - 1];
      const isNear = before !== undefined && piece.text.slice(before.end, word.start) === ' ';
      const after = nextAfter(piece, index + post.length - 1);
      const written = piece.text.slice(word.start, last.end);
      if (isNear && beforeGeneralPost.has(before.lower)) {
        if (!isCapital(word) || (after !== undefined && isCapital(after) && !isGeneric(after))) continue;
        const fix = written.toLowerCase();
        found.push({
          start: word.start,
          end: last.end,
          reason: `Jabatan secara umum memakai huruf kecil: “${fix}”.`,
          fix,
        });
        continue;
      }
      if (isCapital(word) || after === undefined || !isCapital(after) || !isNamed(after, piece)) continue;
      if (postsOfAnyBody.has(written.toLowerCase()) && !beginsInstitution(after)) continue;
      if (isNear && (beforeUndecidedPost.has(before.lower) || /^\d/u.test(before.text))) continue;
      const fix = written.replace(/(?<=^| )\p{Ll}/gu, (first) => first.toUpperCase());
      const reason = `Sebelum nama orang, instansi, atau tempat, jabatan memakai huruf kapital: “${fix} ${after.text}”.`;
      found.push({ start: word.start, end: last.end, reason, fix });
    }
    return outsideAddresses(piece, found);
  },
};

function postAt({ words, text }: ReadPiece, index: number): readonly Word[] | undefined {
  const word = words[index];
  if (word === undefined || isAcronym(word)) return undefined;
  // Part of a longer post that was read already: “wakil gubernur”.
  const before = words[index - 1];
  if (before?.lower === 'wakil' && text.slice(before.end, word.start) === ' ') return undefined;
  for (const post of postsByFirstWord.get(word.lower) ?? []) {
    const there = words.slice(index, index + post.length);
    if (there.length === post.length && there.every((one, at) => one.lower === post[at])) return there;
  }
  return undefined;
}

function nextAfter({ words, text }: ReadPiece, index: number): Word | undefined {
  const word = words[index];
  const next = words[index + 1];
  return word !== undefined && next !== undefined && text.slice(word.end, next.start) === ' ' ? next : undefined;
}

const beginsInstitution = (word: Word) =>
  institutionsBegin.has(word.lower) || (isAcronym(word) && word.text.length > 3);

const generic: ReadonlySet<string> = new Set(['OPD', 'SKPD', 'UPTD', 'PD']);
const isGeneric = ({ text }: Word) => generic.has(text);
/** “camat se-Kaltim” and “lurah OPD” name nobody; neither does a capital that only opens a quotation. */
const isNamed = (word: Word, { italics }: ReadPiece) =>
  !isGeneric(word) &&
  (word.lower === 'provinsi' || !noPlaceNames.has(word.lower)) &&
  word.text.length > 1 &&
  !liesWithin(italics, word);

const counting: ReadonlySet<string> = new Set(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus beberapa sejumlah seluruh semua setiap'.split(
    ' ',
  ),
);

/** `sungai Mahakam`, `kabupaten Berau`, and `10 Kabupaten`. */
export const placeCapitals: PieceRule = {
  id: 'place_capitals',
  family: 'capitals',
  title: 'Sungai, pulau, kabupaten, dan sejenisnya berhuruf kapital bila diikuti namanya',
  roles: writtenRoles.filter((role) => role !== 'title'),
  find(piece) {
    const spoken = spokenIn(piece);
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      if ((!kindsOfPlace.has(word.lower) && !isInstitution(piece, index)) || isAcronym(word)) continue;
      const after = nextAfter(piece, index);
      const before = piece.words[index - 1];
      const isNear = before !== undefined && piece.text.slice(before.end, word.start) === ' ';
      if (isNear && before.lower === 'wali') continue;
      const isCounted =
        isNear &&
        (/^\d+$/u.test(before.text) ||
          counting.has(before.lower) ||
          (before.lower === 'dan' && isCountedBefore(piece, index)));
      if (isCapital(word)) {
        if (!isCounted || (after !== undefined && isCapital(after)) || word.lower === 'sungai') continue;
        const fix = word.lower;
        found.push({
          start: word.start,
          end: word.end,
          reason: `Yang dihitung bukan nama, jadi memakai huruf kecil: “${fix}”.`,
          fix,
        });
      } else if (
        after !== undefined &&
        isCapital(after) &&
        !isCounted &&
        isPlaceName(after) &&
        !opensSpeech(spoken, after)
      ) {
        const fix = word.text.slice(0, 1).toUpperCase() + word.text.slice(1);
        found.push({
          start: word.start,
          end: word.end,
          reason: `Bagian dari nama tempat memakai huruf kapital: “${fix} ${after.text}”.`,
          fix,
        });
      }
    }
    return outsideAddresses(piece, found);
  },
};

/** “10 Kabupaten dan 3 Kota” counts twice; “10 kabupaten dan Kota” once for both. */
function isCountedBefore({ words }: ReadPiece, index: number): boolean {
  const kind = words[index - 2];
  const count = words[index - 3];
  return (
    kind !== undefined &&
    kindsOfPlace.has(kind.lower) &&
    count !== undefined &&
    (/^\d+$/u.test(count.text) || counting.has(count.lower))
  );
}

/** “puskesmas Loa Bakung” is a name, “stadion Samarinda” only stands there; “kepala dinas Kesehatan” is read as a post. */
function isInstitution(piece: ReadPiece, index: number): boolean {
  const word = piece.words[index];
  const next = nextAfter(piece, index);
  if (word === undefined || next === undefined || isCapital(word) || !kindsOfInstitution.has(word.lower)) return false;
  return !wellKnownPlaces.has(next.lower) && piece.words[index - 1]?.lower !== 'kepala';
}

const isPlaceName = (word: Word) => /^\p{Lu}\p{Ll}/u.test(word.text) && !noPlaceNames.has(word.lower);
const opensSpeech = (spoken: readonly { start: number }[], { start }: Word) =>
  spoken.some((one) => one.start + 1 === start);
