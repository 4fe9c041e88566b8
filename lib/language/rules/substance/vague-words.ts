import { phraseList, phrasesIn } from '../../phrases.ts';
import { isInside, quotedSpans } from '../../quoted-words.ts';
import type { ReadPiece } from '../../reading.ts';
import { type PieceRule, proseRoles } from '../../rule.ts';

type Vague = 'source' | 'time' | 'agency' | 'rules';

const reasons: Record<Vague, string> = {
  source: 'Sumbernya tidak jelas. Sebut siapa yang mengatakan atau dari data mana.',
  time: 'Waktunya tidak jelas. Tulis hari dan tanggalnya.',
  agency: 'Pihaknya tidak jelas. Sebut nama instansi dan cara menghubunginya.',
  rules: 'Warga tidak tahu ketentuan yang mana. Sebut syaratnya atau nomor peraturannya.',
};

const vague = phraseList<Vague>([
  ...list('source', [
    'menurut beberapa sumber',
    'menurut sejumlah sumber',
    'menurut sumber yang dapat dipercaya',
    'menurut informasi yang beredar',
    'menurut kabar yang beredar',
    'informasi yang dihimpun',
    'berdasarkan data yang ada',
    'berdasarkan data yang diperoleh',
    'berdasarkan informasi yang diperoleh',
    'berdasarkan informasi yang beredar',
    'banyak pihak menilai',
    'banyak pihak mengatakan',
    'banyak pihak menyebut',
    'banyak kalangan menilai',
    'sejumlah pihak menilai',
    'sejumlah kalangan',
    'berbagai kalangan menilai',
    'para ahli mengatakan',
    'para ahli menyebut',
    'para ahli menilai',
    'para pakar mengatakan',
    'para pakar menilai',
    'para pengamat menilai',
    'konon',
    'konon kabarnya',
    'kabarnya',
    'disebut-sebut',
  ]),
  ...list('time', [
    'beberapa waktu lalu',
    'beberapa waktu yang lalu',
    'beberapa hari lalu',
    'beberapa saat lalu',
    'baru-baru ini',
    'belum lama ini',
    'dalam waktu dekat',
    'dalam waktu dekat ini',
  ]),
  ...list('agency', [
    'instansi terkait',
    'instansi-instansi terkait',
    'dinas terkait',
    'opd terkait',
    'pihak terkait',
    'pihak-pihak terkait',
    'menghubungi instansi terkait',
    'menghubungi dinas terkait',
    'menghubungi pihak terkait',
  ]),
  ...list('rules', [
    'ketentuan yang berlaku',
    'peraturan yang berlaku',
    'aturan yang berlaku',
    'persyaratan yang berlaku',
    'syarat yang berlaku',
    'prosedur yang berlaku',
  ]),
]);

function list(kind: Vague, phrases: readonly string[]): (readonly [string, Vague])[] {
  return phrases.map((phrase) => [phrase, kind]);
}

/** After “terkait” or “berlaku” the sentence goes on with something else: then nothing is left open. */
const goesOn: ReadonlySet<string> = new Set(
  'untuk dan yang agar di dalam guna serta segera akan dapat telah sudah juga harus supaya sebelum setelah itu tersebut'.split(
    ' ',
  ),
);
const attributed = /\b(?:menurut|kata|ujar\w*|sebut|menyebut|berdasarkan|data|catatan|mencatat|tutur|versi|muri)\b/i;
const unsourced =
  /\b(?:pertama|satu-satunya|terbesar|tertinggi|terpanjang|terluas|terbaik|termurah|tercepat|terlengkap|termegah)(?: kali)? (?:di|se) ?-?(?:seluruh )?(?:Indonesia|dunia|Asia(?: Tenggara)?|Nusantara|ASEAN)\b/gu;

/** What leaves a reader asking who, when, where and which. */
export const vagueRules: readonly PieceRule[] = [
  {
    id: 'vague_words',
    family: 'substance',
    title: 'Sumber, waktu, pihak, dan aturan disebut jelas',
    roles: proseRoles.filter((role) => role !== 'quote'),
    *find(piece) {
      const quoted = quotedSpans(piece.text);
      for (const { start, end, value, last } of phrasesIn(piece, vague, (word) => [word])) {
        if (isInside(quoted, { start }) || !standsOpen(piece, value, last)) continue;
        yield { start, end, reason: reasons[value] };
      }
    },
  },
  {
    id: 'unsourced_claim',
    family: 'substance',
    title: 'Pernyataan “pertama” dan “terbesar” punya sumber',
    roles: proseRoles.filter((role) => role !== 'quote'),
    *find({ text, sentences }) {
      const quoted = quotedSpans(text);
      for (const { 0: found, index } of text.matchAll(unsourced)) {
        const sentence = sentences.find(({ start, end }) => start <= index && index < end)?.text ?? text;
        if (attributed.test(sentence) || isInside(quoted, { start: index })) continue;
        yield {
          start: index,
          end: index + found.length,
          reason: `“${found}” perlu sumber. Sebut siapa yang mencatatnya, atau hapus.`,
        };
      }
    },
  },
];

function standsOpen({ text, words }: ReadPiece, kind: Vague, last: number): boolean {
  if (kind !== 'agency' && kind !== 'rules') return true;
  const word = words[last];
  const next = words[last + 1];
  if (word === undefined || next === undefined || text.slice(word.end, next.start).trim() !== '') return true;
  return kind === 'agency'
    ? goesOn.has(next.lower)
    : !/^(?:sejak|mulai|sampai|hingga|bagi|di|pada|selama)$/u.test(next.lower);
}
