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
      for (const sentence of piece.sentences) yield* passiveChain(sentence, piece);
    },
  },
  {
    id: 'noun_stack',
    family: 'sentences',
    title: 'Tidak menumpuk kata benda bentukan',
    roles: ownProse,
    *find(piece) {
      for (const found of nounStacks(piece)) if (!isInside(quotedSpans(piece.text), found)) yield found;
    },
  },
];

const passive = /^di[a-z]{4,}$/;
/** Words that begin with `di` and are no verbs, or no longer felt as such. */
const noPassiveStems =
  'dinas dinding dingin digital direktur direktorat direksi diskusi diskon diskominfo dispora disdik disdukcapil disnaker disperindag dispar dishub disdamkar disiplin distribusi distrik dimensi diplom diabet dialog divisi dinami disinfe disinforma diversi diferensi diantara didik diklat disamping dibawah diatas dipan dibanding diagnos diagram diameter difabel diskrimin distan diakon'.split(
    ' ',
  );
const noPassives: ReadonlySet<string> = new Set(
  'disabilitas dirinya diesel dividen diorama disertasi disparitas dispensasi divestasi dirgahayu dimana diikuti disebut dikenal difteri difusi dilema diskresi disrupsi diaspora dilansir'.split(
    ' ',
  ),
);

function* passiveChain({ words }: ReadSentence, { text }: ReadPiece): Iterable<Found> {
  const passives = words.filter((word, at) => isPassive(word) && !tellsWhatMay(words[at - 1]));
  if (passives.length <= mostPassives) return;
  const quoted = quotedSpans(text);
  const verbs = passives.filter((word) => !isInside(quoted, word));
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
  if (!lower.startsWith('di') || !passive.test(lower) || noPassives.has(lower)) return false;
  return !noPassiveStems.some((stem) => lower.startsWith(stem)) && !/^\p{Lu}\p{Lu}/u.test(text);
}

const derived = /^(?:pe[a-z]{4,}an|[a-z]{4,}isasi)(?:nya)?$/;
const looksDerived = /(?:an|si)(?:nya)?$/;
const alsoStacks: ReadonlySet<string> = new Set(
  'kegiatan program upaya proses percepatan perlunya kapasitas peningkatan pelaksanaan penyandang'.split(' '),
);
/** Things and people, not doings, though they look derived; they stand in a stack without making it worse. */
const things: ReadonlySet<string> = new Set(
  'pemerintah pemerintahan pendidikan pekerjaan perusahaan perkebunan pertanian perikanan pertambangan peternakan perempuan penduduk perkotaan pedesaan perdesaan perumahan pegunungan perbatasan perairan pelabuhan penerbangan perpustakaan peraturan pertanyaan perayaan pakaian pelataran pekan peralatan perangkat perahu pertemuan perlombaan pertandingan pengadilan penghasilan penjualan pendapatan perekonomian perdagangan perindustrian perhubungan pelayaran penginapan permukiman pemukiman pengetahuan pengalaman penghargaan perjalanan permainan persen peran peranan penyandang organisasi informasi transportasi posisi imunisasi vaksinasi legalisasi komunikasi kondisi'.split(
    ' ',
  ),
);

function* nounStacks({ words, text }: ReadPiece): Iterable<Found> {
  let run: Word[] = [];
  for (const word of words) {
    const isOne = isNoun(word);
    const before = run.at(-1);
    if (before !== undefined && !(isOne && text.slice(before.end, word.start).trim() === '')) {
      yield* stackOf(run);
      run = [];
    }
    if (isOne) run.push(word);
  }
  yield* stackOf(run);
}

function isNoun({ lower }: Word): boolean {
  return (lower.length > 6 && looksDerived.test(lower) && derived.test(lower)) || alsoStacks.has(lower);
}

function* stackOf(run: readonly Word[]): Iterable<Found> {
  const [first] = run;
  const last = run.at(-1);
  // A name has capitals: Badan Perencanaan Pembangunan Daerah.
  const doings = run.filter(({ text, lower }) => !things.has(lower.replace(/nya$/, '')) && /^\p{Ll}/u.test(text));
  if (first === undefined || last === undefined || doings.length <= mostStacked) return;
  const words = run.map(({ lower }) => lower).join(' ');
  yield {
    start: first.start,
    end: last.end,
    reason: `“${words}” menumpuk ${run.length} kata benda. Pakai kata kerja: siapa melakukan apa.`,
  };
}
