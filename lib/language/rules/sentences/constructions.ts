import type { Found } from '../../finding.ts';
import type { PieceRole } from '../../manuscript.ts';
import { isInside, quotedSpans } from '../../quoted-words.ts';
import type { ReadPiece, ReadSentence, Word } from '../../reading.ts';
import type { PieceRule } from '../../rule.ts';

const ownProse: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'note'];
const mostPassives = 2;
const mostStacked = 2;

/** Who does what gets lost in these. */
export const constructionRules: readonly PieceRule[] = [
  {
    id: 'passive_chain',
    family: 'sentences',
    title: 'Tidak lebih dari dua kata kerja pasif dalam satu kalimat',
    roles: ownProse,
    *find(piece) {
      const quoted = quotedSpans(piece.text);
      for (const sentence of piece.sentences) yield* passiveChain(sentence, (word) => isInside(quoted, word));
    },
  },
  {
    id: 'noun_stack',
    family: 'sentences',
    title: 'Tidak menumpuk kata benda bentukan',
    roles: ownProse,
    *find(piece) {
      const quoted = quotedSpans(piece.text);
      for (const found of nounStacks(piece)) if (!isInside(quoted, found)) yield found;
    },
  },
];

const passive = /^di(?:per|ke|ber)?\p{L}{4,}$/u;
/** Words that begin with `di` and are no verbs, or no longer felt as such. */
const noPassive =
  /^(?:dinas\p{L}*|dinding\p{L}*|dingin\p{L}*|digital\p{L}*|direktur\p{L}*|direktorat\p{L}*|direksi\p{L}*|diskusi\p{L}*|diskon\p{L}*|diskominfo\p{L}*|dispora\p{L}*|disdik\p{L}*|disdukcapil\p{L}*|disnaker\p{L}*|disperindag\p{L}*|dispar\p{L}*|dishub\p{L}*|disdamkar\p{L}*|disiplin\p{L}*|disabilitas|distribusi\p{L}*|distrik\p{L}*|dirinya|dimensi\p{L}*|diplom\p{L}*|diabet\p{L}*|dialog\p{L}*|diesel|divisi\p{L}*|dividen|dinami\p{L}*|diorama|disertasi|disinfe\p{L}*|disinforma\p{L}*|diversi\p{L}*|diferensi\p{L}*|disparitas|dispensasi|divestasi|dirgahayu|dimana|diantara\p{L}*|didik\p{L}*|diklat\p{L}*|disamping\p{L}*|dibawah\p{L}*|diatas\p{L}*|dipan\p{L}*|dibanding\p{L}*|diikuti|disebut|dikenal|diagnos\p{L}*|diagram\p{L}*|diameter\p{L}*|difabel\p{L}*|difteri|difusi|dilema|diskresi|diskrimin\p{L}*|disrupsi|distan\p{L}*|diaspora|diakon\p{L}*|dilansir)$/u;

function* passiveChain({ words }: ReadSentence, isSkipped: (word: Word) => boolean): Iterable<Found> {
  const verbs = words.filter((word, at) => isPassive(word) && !tellsWhatMay(words[at - 1]) && !isSkipped(word));
  const [first] = verbs;
  const last = verbs.at(-1);
  if (first === undefined || last === undefined || verbs.length <= mostPassives) return;
  const named = verbs.slice(0, 3).map(({ text }) => `“${text}”`);
  yield {
    start: first.start,
    end: last.end,
    reason: `Kalimat ini memuat ${verbs.length} kata kerja pasif (${named.join(', ')}). Sebut siapa yang melakukannya, atau pecah kalimatnya.`,
  };
}

/** “Dapat diambil” and “harus dibawa” tell citizens what they may and must: nobody misses who does it. */
function tellsWhatMay(before: Word | undefined): boolean {
  return (
    before !== undefined && /^(?:dapat|bisa|boleh|harus|wajib|perlu|akan|ingin|mudah|belum|tidak)$/u.test(before.lower)
  );
}

function isPassive({ text, lower }: Word): boolean {
  return passive.test(lower) && !noPassive.test(lower) && !/^\p{Lu}\p{Lu}/u.test(text);
}

const derived = /^(?:pe(?:m|n|ng|ny|r|l|w)?\p{L}{4,}an|\p{L}{4,}isasi)(?:nya)?$/u;
const alsoStacks: ReadonlySet<string> = new Set(
  'kegiatan program upaya proses percepatan perlunya kapasitas peningkatan pelaksanaan penyandang'.split(' '),
);
/** Things and people, not doings, though they look derived; they stand in a stack without making it worse. */
const things =
  /^(?:pemerintah(?:an)?|pendidikan|pekerjaan|perusahaan|perkebunan|pertanian|perikanan|pertambangan|peternakan|perempuan|penduduk|perkotaan|pedesaan|perdesaan|perumahan|pegunungan|perbatasan|perairan|pelabuhan|penerbangan|perpustakaan|peraturan|pertanyaan|perayaan|pakaian|pelataran|pekan|peralatan|perangkat\p{L}*|perahu|pertemuan|perlombaan|pertandingan|pengadilan|penghasilan|penjualan|pendapatan|perekonomian|perdagangan|perindustrian|perhubungan|pelayaran|penginapan|permukiman|pemukiman|pengetahuan|pengalaman|penghargaan|perjalanan|permainan|persen|peran\p{L}*|penyandang|organisasi|informasi|transportasi|posisi|imunisasi|vaksinasi|legalisasi|komunikasi|kondisi)(?:nya)?$/u;

function* nounStacks({ words, text }: ReadPiece): Iterable<Found> {
  let run: Word[] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const follows = before !== undefined && text.slice(before.end, word.start).trim() === '';
    if (!follows) {
      yield* stackOf(run);
      run = [];
    }
    if (isNoun(word)) run.push(word);
    else {
      yield* stackOf(run);
      run = [];
    }
  }
  yield* stackOf(run);
}

function isNoun({ lower }: Word): boolean {
  return derived.test(lower) || alsoStacks.has(lower);
}

function* stackOf(run: readonly Word[]): Iterable<Found> {
  const [first] = run;
  const last = run.at(-1);
  // A name has capitals: Badan Perencanaan Pembangunan Daerah.
  const doings = run.filter(({ text, lower }) => !things.test(lower) && /^\p{Ll}/u.test(text));
  if (first === undefined || last === undefined || doings.length <= mostStacked) return;
  const words = run.map(({ lower }) => lower).join(' ');
  yield {
    start: first.start,
    end: last.end,
    reason: `“${words}” menumpuk ${run.length} kata benda. Pakai kata kerja: siapa melakukan apa.`,
  };
}
