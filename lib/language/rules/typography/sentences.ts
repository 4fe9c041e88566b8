import type { Found } from '../../finding.ts';
import { doubledWords } from '../../lists/repeated-words.ts';
import { isAcronym, wordAfter } from '../../next-word.ts';
import type { ReadPiece, ReadSentence } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { liesWithin, spokenIn, touchesOne } from '../../text-outside-prose.ts';
import { outsideAddresses } from '../outside-addresses.ts';

/** Doublings without a hyphen that are right, or names and sounds. */
const mayRepeat: ReadonlySet<string> = new Set('long loa ha la a b c i ii iii ya si mama'.split(' '));

/** `yang yang`. Nouns said twice lack a hyphen, which is asked elsewhere. */
const repeatedWord: PieceRule = {
  id: 'repeated_word',
  family: 'typography',
  title: 'Kata tidak tertulis dua kali',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const next = wordAfter(piece, index);
      if (next === undefined || next.lower !== word.lower || doubledWords.has(word.lower)) continue;
      if (mayRepeat.has(word.lower) || isAcronym(word) || /\d/u.test(word.text) || /^\p{Lu}/u.test(next.text)) continue;
      found.push({
        start: word.start,
        end: next.end,
        reason: `“${word.text}” tertulis dua kali. Hapus salah satunya.`,
        fix: word.text,
      });
    }
    return outsideAddresses(piece, found);
  },
};

const fullEnd = /[.!?…:][”"’')\]]*$/u;

/** A paragraph inside a block of the body, such as an information box. */
const isInBox = (place: string) => /^body\.\d+\.\d/u.test(place);

/** A paragraph that just stops, or ends in a comma. */
const unfinishedParagraph: PieceRule = {
  id: 'unfinished_paragraph',
  family: 'typography',
  title: 'Paragraf diakhiri titik',
  roles: ['paragraph', 'lead', 'summary'],
  *find({ place, text, words, italics }) {
    const whole = text.trimEnd();
    const last = words.at(-1);
    if (words.length < 4 || last === undefined || whole === '' || fullEnd.test(whole)) return;
    // “Waktu: Senin sampai Jumat” in a box is no sentence.
    if (isInBox(place) && /^[^.:!?]{1,30}: /u.test(whole)) return;
    // A tail code or a note in brackets closes by itself; so does a line that is only a link or set apart.
    if (/[)\]]$/u.test(whole) && /[.!?…”"] ?[([][^()[\]]{1,120}[)\]]$/u.test(whole)) return;
    if (/[)\]]$/u.test(whole) && /^[([]/u.test(whole)) return;
    if (
      /^(?:(?:baca|simak|lihat) juga|foto|sumber|penulis|editor|bagikan)\b/iu.test(whole) ||
      liesWithin(italics, { start: 0, end: whole.length })
    )
      return;
    // How a speech greets, and the tail code of some desks.
    if (
      / (?:hormati|banggakan|cintai|muliakan|sayangi|kasihi),$/u.test(whole) ||
      /(?:^|\s)\p{Lu}{2,5}\/[^\s/]+(?: \p{Lu}\S*)?$/u.test(whole)
    )
      return;
    const mark = /[,;–—-]$/u.exec(whole)?.[0];
    const start = mark === undefined ? last.start : whole.length - 1;
    const reason =
      mark === undefined
        ? 'Paragraf ini tidak diakhiri tanda titik.'
        : `Paragraf ini berakhir dengan “${mark}”. Lengkapi kalimatnya, atau akhiri dengan titik.`;
    yield { start, end: whole.length, reason, fix: mark === undefined ? `${whole.slice(start)}.` : '.' };
  },
};

/** Words that join a sentence to the one before: without a comma and a main clause after it, what they open is a fragment. */
const fragmentOpenings: ReadonlySet<string> = new Set(
  `khususnya terutama termasuk sehingga serta yakni yaitu agar supaya meskipun walaupun karena sebab seperti guna sedangkan maupun`.split(
    ' ',
  ),
);

/** `Khususnya di tengah perkembangan AI.` as a sentence of its own. */
const fragment: PieceRule = {
  id: 'sentence_fragment',
  family: 'typography',
  title: 'Penggalan kalimat disambung dengan kalimat sebelumnya',
  roles: ['paragraph', 'lead', 'summary', 'note'],
  *find(piece) {
    const spoken = spokenIn(piece);
    for (const [index, sentence] of piece.sentences.entries()) {
      if (index === 0 || !isFragment(sentence, piece) || touchesOne(spoken, sentence)) continue;
      const [first] = sentence.words;
      yield {
        start: sentence.start,
        end: sentence.end,
        reason: `Ini penggalan, bukan kalimat. Sambungkan dengan kalimat sebelumnya memakai koma: “…, ${first?.lower ?? ''} …”.`,
      };
    }
  },
};

function isFragment({ words, text }: ReadSentence, piece: ReadPiece): boolean {
  const [first, second] = words;
  if (first === undefined || second === undefined || words.length < 3 || !fragmentOpenings.has(first.lower))
    return false;
  if (first.lower === 'yakni' || first.lower === 'yaitu') return true;
  if (text.includes(',') || /[?!:;]/u.test(text) || first.start > piece.text.length) return false;
  if (/^(?:karena|sebab|oleh)$/u.test(first.lower) && /^(?:itu|itulah|ini)$/u.test(second.lower)) return false;
  if (first.lower === 'seperti' && /^(?:diketahui|biasa|halnya|biasanya)$/u.test(second.lower)) return false;
  return !/(?<!\p{L})(?:adalah|ialah|merupakan|maka)(?!\p{L})/u.test(text);
}

export const sentenceShapeRules: readonly PieceRule[] = [repeatedWord, unfinishedParagraph, fragment];
