import { numberOfWords } from '../../number-words.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const about = { family: 'notation', roles: writtenRoles } as const;

/** `Rp 1.500.000,-`, `Rp. 2 miliar`, `RP 5 juta`, `Rp1,500,000`. */
const rupiah: PieceRule = shapeRule(
  { ...about, id: 'rupiah', title: 'Uang ditulis Rp1.500.000, tanpa spasi, titik, atau tanda ,-' },
  /(?<![\p{L}\p{N}])rp(\.? ?)(\d[\d.,]{0,24})(-?)/giu,
  ([all, between = '', digits = '', dash]) => {
    const bare = digits.replace(/[.,]+$/u, '');
    const isEnglish =
      /^\d{1,3}(?:,\d{3})+(?:\.\d{2})?$/u.test(bare) &&
      (bare.match(/,/gu)?.length ?? 0) + Number(/\.\d{2}$/u.test(bare)) > 1;
    const hasDash = dash === '-' && digits.endsWith(',');
    if (all.startsWith('Rp') && between === '' && !isEnglish && !hasDash) return undefined;
    const rest = hasDash ? '' : digits.slice(bare.length) + dash;
    const amount = isEnglish ? bare.replace(/\.\d{2}$/u, '').replaceAll(',', '.') : bare;
    return { reason: `Uang ditulis “Rp${amount}”, tanpa spasi, titik, atau tanda “,-”.`, fix: `Rp${amount}${rest}` };
  },
);

/** `Rp5 juta rupiah`. */
const rupiahTwice: PieceRule = shapeRule(
  { ...about, id: 'rupiah_twice', title: 'Rp dan “rupiah” tidak dipakai bersama' },
  /(?<![\p{L}\p{N}])(Rp\.? ?\d[\d.,]{0,24}(?: (?:ribu|juta|miliar|triliun))?) rupiah(?!\p{L})/giu,
  ([, amount = '']) => ({ reason: '“Rp” sudah berarti rupiah. Hapus salah satunya.', fix: amount }),
);

/** Words after a number that count things. */
const counted =
  'orang|jiwa|warga|peserta|siswa|pelajar|mahasiswa|pegawai|petani|nelayan|keluarga|kepala keluarga|rumah|unit|paket|bibit|pohon|ekor|hektare|ton|kilogram|liter|desa|peserta didik|pemilih|pengunjung|penumpang|kendaraan';

/** `1,000,000`, `15000 orang`. */
const thousands: PieceRule = shapeRule(
  { ...about, id: 'thousands', title: 'Ribuan dipisah dengan titik' },
  new RegExp(
    `(?<![\\p{L}\\p{N}.,:/+-])(?:\\d{1,3}(?:,\\d{3}){2,4}|\\d{1,3},\\d{3}(?= (?:${counted})(?!\\p{L}))|[1-9]\\d{3,8}(?= (?:${counted})(?!\\p{L})))(?![\\p{L}\\p{N}]|[.,]\\d)`,
    'gu',
  ),
  ({ 0: digits, index }, text) => {
    if (/^20[0-4]\d$/u.test(digits) && yearBefore.test(text.slice(Math.max(0, index - 12), index))) return undefined;
    const fix = Number(digits.replaceAll(',', '')).toLocaleString('id-ID');
    return { reason: `Ribuan dipisah dengan titik: “${fix}”.`, fix };
  },
);

/** “Pada tahun 2026 orang makin sering …” names a year. */
const yearBefore = /(?:tahun|sejak|pada|ember|ari|Maret|April|Mei|Ju[nl]i|Agustus|Oktober) $/iu;

const measured =
  'persen|%|km|kilometer|meter|m|cm|kg|kilogram|ton|hektare|ha|liter|derajat|ribu|juta|miliar|triliun|poin|tahun|kali|MW|GB|Mbps';

/** `1.9 persen`: a decimal point where Indonesian has a comma. */
const decimals: PieceRule = shapeRule(
  { ...about, id: 'decimal_point', title: 'Desimal memakai koma' },
  new RegExp(`(?<![\\p{L}\\p{N}.,:/-])\\d{1,3}\\.\\d{1,2}(?= ?(?:${measured})(?![\\p{L}\\p{N}]))`, 'gu'),
  ({ 0: digits, index }, text) => {
    const isTime = /(?:pukul|jam) $/iu.test(text.slice(Math.max(0, index - 6), index));
    const fix = digits.replace('.', ',');
    return isTime ? undefined : { reason: `Desimal memakai koma: “${fix}”.`, fix };
  },
);

/** `85 %`, `10persen`. */
const percent: PieceRule = shapeRule(
  { ...about, id: 'percent', title: 'Tanda persen menempel pada angka' },
  /(?<![\p{L}\p{N}])(\d[\d.,]{0,12})(?: %|(persen)(?!\p{L}))/gu,
  ([, digits = '', word]) => {
    const fix = word === undefined ? `${digits}%` : `${digits} persen`;
    return { reason: `Ditulis “${fix}”.`, fix };
  },
);

/** `15 (lima belas)`: numbers twice are for contracts. Where the two differ, the rules of numbers speak. */
const numberTwice: PieceRule = shapeRule(
  { ...about, id: 'number_twice', title: 'Bilangan cukup ditulis sekali' },
  /(?<![\p{L}\p{N}.,])(\d[\d.]{0,12}) \(([\p{Ll} ]{2,80})\)/gu,
  ([, digits = '', words = '']) => {
    if (numberOfWords(words.split(' ')) !== Number(digits.replaceAll('.', ''))) return undefined;
    return { reason: `Cukup “${digits}”: bilangan tidak perlu ditulis dua kali.`, fix: digits };
  },
);

export const moneyRules: readonly PieceRule[] = [rupiah, rupiahTwice, thousands, decimals, percent, numberTwice];
