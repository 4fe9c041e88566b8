import type { Found } from '../../finding.ts';
import type { NumberMention } from '../../numbers-in-text.ts';
import type { ReadPiece } from '../../reading.ts';
import { type PieceRule, proseRoles } from '../../rule.ts';

const mostParts = 16;
/** What belongs to one total stands close by. */
const farthest = 600;
const breaksDown = /(?<!\p{L})(?:terdiri (?:atas|dari)|meliputi|yaitu|yakni|dengan rincian|rinciannya)(?!\p{L})|:/u;
const isIncomplete =
  /(?<!\p{L})(?:antara lain|di antaranya|diantaranya|termasuk|lainnya|sisanya|selebihnya|dll|masing-masing|setiap|sebagian)(?!\p{L})/u;
const endOfTerm = /[;.!?)]/u;
const categories: readonly ReadonlySet<string>[] = [
  new Set(['laki-laki', 'perempuan', 'pria', 'wanita', 'putra', 'putri', 'lelaki']),
  new Set(['pns', 'pppk', 'asn', 'cpns', 'honorer']),
  new Set(['kabupaten', 'kota']),
  new Set(['kelurahan', 'desa', 'kampung']),
];
const persons: ReadonlySet<string> = new Set(
  `orang peserta siswa pelajar mahasiswa pegawai anggota warga jiwa penerima korban kader atlet relawan guru pelamar pasien
   pengungsi petugas personel asn tenaga penumpang jemaah calon lulusan anak penduduk pemilih kafilah`.split(/\s+/u),
);

export const sumWrong: PieceRule = {
  id: 'sum_wrong',
  family: 'numbers',
  title: 'Rincian sama dengan jumlahnya',
  roles: proseRoles,
  *find(piece) {
    const numbers = piece.numbers;
    for (const [index, total] of numbers.entries()) {
      const after = numbers.slice(index + 1, index + 1 + mostParts);
      const [first] = after;
      if (first === undefined || total.isRough || total.kind === 'percent') continue;
      const between = piece.text.slice(total.end, first.start);
      if (between.length > 80 || endOfSentence(between) || !breaksDown.test(between)) continue;
      const parts = partsAfter(piece, total, after);
      if (parts === undefined) continue;
      const sum = parts.reduce((all, { value }) => all + value, 0);
      if (Math.abs(sum - total.value) <= total.value * 1e-9) continue;
      const end = parts.at(-1)?.end ?? total.end;
      const told = parts.map(({ value }) => value.toLocaleString('id-ID')).join(' + ');
      const reason = `Rinciannya ${told} = ${sum.toLocaleString('id-ID')}, bukan ${total.value.toLocaleString('id-ID')}. Periksa angkanya.`;
      yield { start: total.start, end, reason };
    }
  },
};

const endOfSentence = (text: string) => /[.!?] /u.test(text);

/** The numbers that make up a total, if it is certain that they do. */
function partsAfter({ text }: ReadPiece, total: NumberMention, after: readonly NumberMention[]) {
  const [first] = after;
  const begin = first?.start ?? 0;
  const near = text.slice(0, begin + farthest);
  const stop = near.slice(begin).search(endOfTerm);
  const end = stop < 0 ? near.length : begin + stop;
  const sentence = text.slice(total.start, inside(near, end));
  if (isIncomplete.test(sentence)) return undefined;
  const parts = after.filter((part) => part.start < inside(near, end));
  if (parts.length < 2 || parts.some(({ kind, isRough }) => kind !== total.kind || isRough)) return undefined;
  return total.kind === 'money' || areParts(total, parts) ? parts : undefined;
}

/** A full stop within “1.500” ends nothing. */
function inside(text: string, end: number): number {
  let at = end;
  while (text[at] === '.' && /\d/u.test(text[at + 1] ?? '')) {
    const next = text.slice(at + 1).search(endOfTerm);
    if (next < 0) return text.length;
    at += 1 + next;
  }
  return at;
}

/** After these a part names where it is, and counts what the total counts: “100 keluarga: 45 di Palaran, 35 di Sambutan”. */
const whereabouts: ReadonlySet<string> = new Set(['di', 'dari', 'untuk', 'bagi', 'ke', 'pada']);

function areParts({ unit }: NumberMention, parts: readonly NumberMention[]): boolean {
  if (parts.every((part) => part.unit === unit)) return true;
  if (unit !== '' && parts.every((part) => whereabouts.has(part.unit))) return true;
  const category = categories.find((one) => parts.every((part) => one.has(part.unit)));
  if (category === undefined || new Set(parts.map((part) => part.unit)).size < parts.length) return false;
  return category.has(unit) || (persons.has(unit) && !category.has('desa') && !category.has('kota'));
}

const rises = 'naik|meningkat|bertambah|melonjak|tumbuh|menanjak';
const falls = 'turun|menurun|berkurang|merosot|menyusut|anjlok';
const movement = new RegExp(`(?<!\\p{L})(${rises}|${falls}) dari (?=\\S)`, 'giu');
/** “naik 20 persen, dari …”: the share comes first. */
const shareFirst = new RegExp(`(?<!\\p{L})(${rises}|${falls})(?: sebesar| sebanyak| sekitar)? $`, 'iu');
const rank = /(?<!\p{L})(?:peringkat|posisi|urutan|ranking|rangking|tipe|kelas|status|level|klasemen|grade)(?!\p{L})/iu;

export const changeWrong: PieceRule = {
  id: 'change_wrong',
  family: 'numbers',
  title: 'Naik dan turun cocok dengan angkanya',
  roles: [...proseRoles, 'title', 'caption'],
  *find(piece) {
    const { text } = piece;
    yield* sharesBeforeChange(piece);
    for (const { 0: said, 1: verb = '', index } of text.matchAll(movement)) {
      const change = changeAt(piece, index + said.length);
      if (change === undefined || rank.test(text.slice(Math.max(0, index - 60), change.to.start))) continue;
      const { from, to, fromValue, next } = change;
      const isRise = new RegExp(`^(?:${rises})$`, 'iu').test(verb);
      if (isRise ? to.value < fromValue : to.value > fromValue) {
        const reason = `Dari ${from.text.trim()} menjadi ${to.text.trim()} bukan ${verb.toLowerCase()}. Periksa angka atau katanya.`;
        yield { start: index, end: to.end, reason };
      } else if (next?.kind === 'percent' && from.kind !== 'percent' && fromValue > 0) {
        yield* wrongShare({ start: index, end: next.end }, (Math.abs(to.value - fromValue) / fromValue) * 100, next);
      }
    }
  },
};

function* sharesBeforeChange(piece: ReadPiece): Iterable<Found> {
  for (const [index, share] of piece.numbers.entries()) {
    const from = piece.numbers[index + 1];
    if (share.kind !== 'percent' || from === undefined || from.kind === 'percent') continue;
    if (!/^,? (?:yakni |yaitu )?dari $/u.test(piece.text.slice(share.end, from.start))) continue;
    if (!shareFirst.test(piece.text.slice(Math.max(0, share.start - 30), share.start))) continue;
    const change = changeAt(piece, from.start);
    if (change === undefined || change.fromValue <= 0) continue;
    const right = (Math.abs(change.to.value - change.fromValue) / change.fromValue) * 100;
    yield* wrongShare({ start: share.start, end: change.to.end }, right, share);
  }
}

/** “54 ton menjadi 45 ton”, and the share that may follow. */
function changeAt(piece: ReadPiece, at: number) {
  const numbers = piece.numbers;
  const index = numbers.findIndex(({ start }) => start === at);
  const [from, to, after] = numbers.slice(Math.max(0, index), index + 3);
  if (index < 0 || from === undefined || to === undefined || from.kind !== to.kind || from.isRough) return undefined;
  const between = piece.text.slice(from.end, to.start);
  if (!/ menjadi $/u.test(between) || between.length > 60 || endOfSentence(between)) return undefined;
  const isBeside =
    after !== undefined && /^[^.;]{0,25}?(?:atau|\()(?: [\p{L}]+){0,2} ?$/u.test(piece.text.slice(to.end, after.start));
  // “turun dari 1,5 menjadi 1,2 juta” means millions both times.
  const fromValue =
    to.hasScale && !from.hasScale && from.value < to.value / 100 ? from.value * scaleOf(to) : from.value;
  return { from, to, fromValue, next: isBeside ? after : undefined };
}

const scaleOf = ({ value }: NumberMention) => [1e12, 1e9, 1e6, 1e3].find((scale) => value >= scale) ?? 1;

function* wrongShare(
  span: { start: number; end: number },
  right: number,
  { value, text, isRough }: NumberMention,
): Iterable<Found> {
  const decimals = /,(\d+)/u.exec(text)?.[1]?.length ?? 0;
  const allowed = isRough ? 5 : 1.05 * 10 ** -decimals;
  if (Math.abs(right - value) <= allowed) return;
  const percent = right.toLocaleString('id-ID', { maximumFractionDigits: 1 });
  yield { ...span, reason: `Menurut angkanya ${percent} persen, bukan ${text.trim()}. Periksa hitungannya.` };
}

export const shareWrong: PieceRule = {
  id: 'share_wrong',
  family: 'numbers',
  title: 'Persentase cocok dengan angkanya',
  roles: proseRoles,
  *find(piece) {
    const numbers = piece.numbers;
    for (const [index, share] of numbers.entries()) {
      const [a, b] = [numbers[index - 2], numbers[index - 1]];
      if (share.kind !== 'percent' || a === undefined || a.kind === 'percent' || b?.kind !== a.kind) continue;
      if (a.isRough || b.isRough) continue;
      const { text } = piece;
      const between = text.slice(a.end, b.start);
      const last = text.slice(b.end, share.start);
      if (endOfSentence(between + last) || !/^(?: [\p{L}-]+){0,3} ?(?:atau |\()(?:sekitar |setara )?$/u.test(last))
        continue;
      if (
        /^(?: [\p{L}-]+){0,3} dari (?:total )?$/u.test(between) &&
        !/(?:naik|turun|meningkat|menurun) $/iu.test(text.slice(Math.max(0, a.start - 12), a.start))
      ) {
        yield* wrongShare({ start: a.start, end: share.end }, (a.value / b.value) * 100, share);
      } else if (
        /(?:^|[.!?“"] ?)Dari (?:total )?$/u.test(text.slice(Math.max(0, a.start - 14), a.start)) &&
        /,/u.test(between)
      ) {
        yield* wrongShare({ start: b.start, end: share.end }, (b.value / a.value) * 100, share);
      }
    }
  },
};

/** Answers of which each person gave one. */
const oneEach = /(?<!\p{L})(?:menjawab|menilai|menyatakan|sisanya|selebihnya|terdiri)(?!\p{L})/iu;

/** “55 persen laki-laki dan 45 persen perempuan”: each is one of them only. */
function areKinds(shares: readonly NumberMention[]): boolean {
  const units = new Set(shares.map(({ unit }) => unit));
  return (
    shares.length > 1 &&
    units.size === shares.length &&
    categories.some((one) => [...units].every((unit) => one.has(unit)))
  );
}

export const sharesOverWhole: PieceRule = {
  id: 'shares_over_whole',
  family: 'numbers',
  title: 'Bagian-bagian tidak melebihi seratus persen',
  roles: proseRoles,
  *find(piece) {
    for (const { start, end, text } of piece.sentences) {
      const shares = piece.numbers.filter((one) => one.kind === 'percent' && one.start >= start && one.end <= end);
      const [first, last] = [shares[0], shares.at(-1)];
      const sum = shares.reduce((all, { value }) => all + value, 0);
      const isWhole = shares.length >= 3 ? oneEach.test(text) || areKinds(shares) : areKinds(shares);
      if (!isWhole || sum <= 100.5 || first === undefined || last === undefined) continue;
      const reason = `Bagian-bagiannya berjumlah ${sum.toLocaleString('id-ID')} persen, lebih dari seratus. Periksa angkanya.`;
      yield { start: first.start, end: last.end, reason };
    }
  },
};
