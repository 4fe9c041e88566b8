import { type PieceRule, proseRoles, writtenRoles } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const about = { family: 'notation', roles: writtenRoles } as const;

/** `10:00`, but neither `1:50.000` nor a verse. */
const colonTime: PieceRule = shapeRule(
  { ...about, id: 'colon_time', title: 'Jam dan menit dipisah dengan titik' },
  /(?<![\p{N}:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\p{N}:]|[.,]\d)(?: W(?:ita|ib|it)(?!\p{L}))?/gu,
  ({ 0: time, index }, text) => {
    if (
      /(?:skala|skor|rasio|qs|ayat|surah|surat|banding|perbandingan)\P{L}/iu.test(
        text.slice(Math.max(0, index - 30), index),
      )
    )
      return undefined;
    const fix = time.replaceAll(':', '.').replace(/W(?:ita|ib|it)$/u, (zone) => zone.toUpperCase());
    return { reason: `Jam dan menit dipisah dengan titik: “${fix}”.`, fix };
  },
);

/** `jam 09.00`, `pkl. 13.30`. */
const hourWord: PieceRule = shapeRule(
  { ...about, id: 'hour_word', title: 'Waktu ditulis dengan “pukul”' },
  /(?<!\p{L})(jam|pkl\.?|pk\.) (?=\d{1,2}(?:[.:]\d{2}(?!\d)| (?:pagi|siang|sore|petang|malam|wita|wib|wit)(?!\p{L})))/giu,
  ([all, word = '']) => {
    const fix = /^\p{Lu}/u.test(word) ? 'Pukul ' : 'pukul ';
    return all === fix ? undefined : { reason: `Saat tertentu ditulis dengan “pukul”, bukan “${word}”.`, fix };
  },
);

/** `07.30 Wita`. */
const zone: PieceRule = shapeRule(
  { ...about, id: 'time_zone', title: 'Zona waktu ditulis WIB, WITA, atau WIT' },
  /(?<=\d\.\d{2} )(?:Wita|wita|Wib|wib|Wit)(?!\p{L})/gu,
  ([written]) => ({ reason: `Zona waktu ditulis “${written.toUpperCase()}”.`, fix: written.toUpperCase() }),
);

const months = 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember';

/** `1-3 Desember`, `2021-2026`: a dash, not a hyphen. */
const range: PieceRule = shapeRule(
  { ...about, id: 'range_dash', title: 'Rentang tanggal dan tahun memakai tanda pisah' },
  new RegExp(
    `(?<![\\p{L}\\p{N}./-])(?:(?:[0-2]?\\d|3[01]) ?- ?(?:[0-2]?\\d|3[01])(?= (?:${months})(?!\\p{L}))|(?:19|20)\\d{2} ?- ?(?:19|20)\\d{2}(?![\\p{N}-]))`,
    'gu',
  ),
  ([written]) => {
    const fix = written.replace(/ ?- ?/u, '–');
    return { reason: `Rentang memakai tanda pisah tanpa spasi: “${fix}”.`, fix };
  },
);

const beforeOrdinal =
  'hut|hari|jadi|peringkat|urutan|abad|tahun|edisi|kali|juara|posisi|putaran|angkatan|periode|minggu|bulan|jilid|seri|rapat|sidang|pertemuan|ulang tahun|yang|peserta|pasien|anak|kabupaten\\/kota';

const wayOf = /^ (?:desa|kabupaten|kota|kecamatan|lokasi|titik|negara|provinsi|daerah|sekolah|rumah|wilayah)/u;

/** `HUT ke 80`, `ke-III`, `ke-dua`. */
const ordinal: PieceRule = shapeRule(
  { ...about, id: 'ordinal', title: 'Bilangan tingkat ditulis ke-3, III, atau ketiga' },
  new RegExp(
    `(?<=(?<!\\p{L})(?:${beforeOrdinal}) )ke (\\d{1,3})(?![\\p{N}.,-])|(?<!\\p{L})ke[- ]((?=[IVXL]{2,8}(?!\\p{L}))[IVXL]+)|(?<!\\p{L})ke-(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?![\\p{L}-])`,
    'giu',
  ),
  ({ 0: all, 1: digits, 2: roman, 3: word, index }, text) => {
    // “pergi ke 3 kabupaten” is a way, not a rank.
    if (digits !== undefined && wayOf.test(text.slice(index + all.length, index + all.length + 12))) return undefined;
    if (roman !== undefined && roman !== roman.toUpperCase()) return undefined;
    const first = all.slice(0, 1);
    const fix =
      digits !== undefined
        ? `${first}e-${digits}`
        : roman !== undefined
          ? `${first}e-${fromRoman(roman)}`
          : `${first}e${word?.toLowerCase() ?? ''}`;
    return { reason: `Bilangan tingkat ditulis “${fix}”${roman === undefined ? '' : ` atau “${roman}” saja`}.`, fix };
  },
);

const romanDigits: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
]);

function fromRoman(roman: string): number {
  const values = [...roman].map((letter) => romanDigits.get(letter) ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** A sentence that begins with digits. */
const digitsFirst: PieceRule = {
  ...about,
  id: 'digits_first',
  title: 'Kalimat tidak dimulai dengan angka',
  roles: proseRoles.filter((role) => role !== 'list_item' && role !== 'quote' && role !== 'note'),
  *find({ sentences }) {
    for (const { start, text } of sentences) {
      const digits = /^\d[\d.,]*(?= \p{L})/u.exec(text)?.[0];
      if (digits === undefined) continue;
      yield {
        start,
        end: start + digits.length,
        reason: `Kalimat jangan dimulai dengan angka. Dahului dengan kata lain, misalnya “Sebanyak ${digits}”, atau tulis dengan huruf.`,
      };
    }
  },
};

export const timeRules: readonly PieceRule[] = [colonTime, hourWord, zone, range, ordinal, digitsFirst];
