import type { Found } from '../../finding.ts';
import { smallInTitles } from '../../lists/proper-words.ts';
import type { PieceRole } from '../../manuscript.ts';
import { isAcronym, isCapital } from '../../next-word.ts';
import type { ReadPiece, Word } from '../../reading.ts';
import { type PieceRule, proseRoles, type WholeRule } from '../../rule.ts';
import { outsideAddresses } from '../outside-addresses.ts';

const starting: readonly PieceRole[] = ['title', 'lead', 'summary', 'paragraph', 'note', 'subhead', 'caption'];

/** A sentence that begins with a small letter. */
export const smallSentenceStart: PieceRule = {
  id: 'small_sentence_start',
  family: 'capitals',
  title: 'Kalimat dimulai dengan huruf kapital',
  roles: starting,
  find(piece) {
    const found: Found[] = [];
    const wordAt = new Map(piece.words.map((word) => [word.start, word]));
    for (const stop of piece.text.matchAll(/(?<=\p{L})[.!?] {1,3}(?=[a-z]\p{L}+)/gu)) {
      const word = wordAt.get(stop.index + stop[0].length);
      // Short words and those with a capital may be abbreviations: “PT. kami”, “Plt. kepala”.
      if (word === undefined || (stop[0].startsWith('.') && isAbbreviation(piece, stop.index))) continue;
      if (!keepsSmall(word)) found.push(withCapital(word));
    }
    return outsideAddresses(piece, found);
  },
};

/** A paragraph that begins with a small letter, unless it goes on after a comma: “Hadirin yang kami hormati,”. */
export const smallParagraphStart: WholeRule = {
  id: 'small_paragraph_start',
  family: 'capitals',
  title: 'Paragraf dimulai dengan huruf kapital',
  *compare({ pieces }) {
    for (const [index, piece] of pieces.entries()) {
      const [first] = piece.words;
      if (first === undefined || !starting.includes(piece.role) || !/^[a-z]/u.test(first.text)) continue;
      if (piece.text.slice(0, first.start).trim() !== '' || keepsSmall(first)) continue;
      if (/[,;:]$/u.test(pieces[index - 1]?.text.trimEnd() ?? '')) continue;
      for (const found of outsideAddresses(piece, [withCapital(first)])) yield { ...found, piece };
    }
  },
};

/** “e-KTP” and “iPhone” keep their small letter. */
const keepsSmall = ({ text }: Word) => /^\p{Ll}-?\p{Lu}/u.test(text) || /^e-/u.test(text);

function withCapital({ start, end, text }: Word): Found {
  const fix = text.slice(0, 1).toUpperCase() + text.slice(1);
  return { start, end, reason: `Awal kalimat memakai huruf kapital: “${fix}”.`, fix };
}

const shortened: ReadonlySet<string> = new Set(
  'dll dsb dst dkk tsb hlm tgl jln kec kab kel prov yth bpk sdr alm lih vol ed'.split(' '),
);

function isAbbreviation({ text }: ReadPiece, stop: number): boolean {
  const word = /[\p{L}.’']+$/u.exec(text.slice(Math.max(0, stop - 30), stop))?.[0] ?? '';
  // WITA ends many sentences; other short capitals may be “PT.”, “Plt.”, “S.Sos.”.
  if (/^(?:WITA|WIB|WIT)$/u.test(word)) return false;
  return (
    word.includes('.') ||
    word.length < 3 ||
    shortened.has(word.toLowerCase()) ||
    (/^\p{Lu}/u.test(word) && word.length < 5)
  );
}

/** A title in capitals throughout. */
export const shoutedTitle: PieceRule = {
  id: 'shouted_title',
  family: 'capitals',
  title: 'Judul tidak ditulis dengan huruf kapital semua',
  roles: ['title', 'subhead', 'box_title'],
  *find({ text, words }) {
    const shouted = words.filter((word) => word.text.length > 3 && isAcronym(word));
    const spoken = words.filter((word) => word.text.length > 3 && /\p{Ll}/u.test(word.text));
    if (shouted.length < 3 || spoken.length > 0) return;
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? text.length;
    yield {
      start,
      end,
      reason: 'Judul dengan huruf kapital semua sulit dibaca. Tulis dengan huruf biasa, kapital hanya pada nama.',
    };
  },
};

/** A run of words in capitals within a paragraph. */
export const shoutedWords: PieceRule = {
  id: 'shouted_words',
  family: 'capitals',
  title: 'Kata dalam kalimat tidak ditulis dengan huruf kapital semua',
  roles: proseRoles,
  *find({ words, text }) {
    let run: (typeof words)[number][] = [];
    for (const word of [...words, undefined]) {
      const last = run.at(-1);
      const goesOn = word !== undefined && word.text.length > 3 && isAcronym(word) && !/\d/u.test(word.text);
      if (goesOn && (last === undefined || text.slice(last.end, word.start) === ' ')) {
        run.push(word);
        continue;
      }
      const [first] = run;
      if (first !== undefined && last !== undefined && run.length >= 3) {
        yield {
          start: first.start,
          end: last.end,
          reason: 'Beberapa kata berhuruf kapital semua terasa seperti berteriak. Tulis dengan huruf biasa.',
        };
      }
      run = goesOn ? [word] : [];
    }
  },
};

/** `Bantuan Untuk Korban`: small words keep their small letter within a title. */
export const smallWordsInTitle: PieceRule = {
  id: 'small_words_in_title',
  family: 'capitals',
  title: 'Kata depan dan kata hubung dalam judul berhuruf kecil',
  roles: ['title', 'subhead', 'box_title'],
  *find({ words, text }) {
    for (const [index, word] of words.entries()) {
      if (index === 0 || !isCapital(word) || isAcronym(word) || !smallInTitles.has(word.lower)) continue;
      if (!/[\p{L}\p{N},] $/u.test(text.slice(0, word.start))) continue;
      const fix = word.lower;
      yield {
        start: word.start,
        end: word.end,
        reason: `Dalam judul, “${fix}” memakai huruf kecil kecuali di awal.`,
        fix,
      };
    }
  },
};
