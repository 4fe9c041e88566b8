import type { Found } from '../../finding.ts';
import type { PieceRole } from '../../manuscript.ts';
import type { ReadPiece } from '../../reading.ts';
import type { PieceRule } from '../../rule.ts';
import { writtenRoles } from '../../rule.ts';

/** Where personal data can stand: everywhere a reader reads. */
export const readRoles: readonly PieceRole[] = [
  ...writtenRoles,
  'speaker',
  'speaker_role',
  'credit',
  'key_number',
  'moment',
];

/** Numbers that belong to one person. */
export const personalNumberRules: readonly PieceRule[] = [
  rule('identity_number', 'Nomor induk kependudukan dan nomor KK tidak ditulis', findIdentityNumbers),
  rule('private_phone', 'Nomor telepon pribadi tidak ditulis', findPhones),
  rule('account_number', 'Nomor rekening orang tidak ditulis', findAccounts),
  rule('document_number', 'Nomor paspor dan SIM tidak ditulis', findDocuments),
];

function rule(id: string, title: string, find: (piece: ReadPiece) => Iterable<Found>): PieceRule {
  return { id, family: 'personal_data', severity: 'judgement', title, roles: readRoles, find };
}

const sixteenDigits = /(?<![\d.,])\d(?:[ .-]?\d){15}(?![\d.,]*\d)/g;

/** Province, regency, district, then day (40 more for women), month and year of birth or issue, then a serial. */
function* findIdentityNumbers({ text }: ReadPiece): Iterable<Found> {
  for (const { 0: found, index } of text.matchAll(sixteenDigits)) {
    const digits = found.replaceAll(/\D/g, '');
    const province = Number(digits.slice(0, 2));
    const day = Number(digits.slice(6, 8)) % 40;
    const month = Number(digits.slice(8, 10));
    const isPlausible = province >= 11 && province <= 97 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
    if (!isPlausible || /\b(?:virtual|va|resi|npwp)\b[^.]{0,40}$/i.test(text.slice(0, index))) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti NIK atau nomor KK. Hapus: data kependudukan seseorang tidak boleh disiarkan.',
    };
  }
}

/** Mobile numbers begin with 081 to 089; 0800 and its like are numbers of services. */
const mobile = /(?<![\d+])(?:\+62[ -]?|0)8[1-9]\d?(?:[ -]?\d{3,5}){1,3}(?!\d)/g;
const serves =
  /\b(?:layanan|pelayanan|call cent(?:er|re)|hotline|pusat panggilan|pengaduan|aduan|lapor(?:an)?|melapor(?:kan)?|narahubung|kontak|posko|panitia|sekretariat|pendaftaran|mendaftar|informasi|info|kantor|dinas|bidang|badan|bpbd|uptd?|puskesmas|rsud|rumah sakit|humas|admin|operator|petugas|satpol|damkar|ambulans|pln|pdam|perumda|kelurahan|kecamatan|reservasi|pemesanan|konfirmasi|wa center|darurat|sapa|lembaga|redaksi|pemasaran)\b/i;
const ownedBy =
  /\b(?:korban|pasien|saksi|penerima|ahli waris|istrinya|suaminya|anaknya|keluarga korban|nomornya|miliknya|milik|pribadi|nomor (?:hp|ponsel|telepon|wa|whatsapp) (?:bapak|ibu|pak|bu))\b/i;

function* findPhones({ text, sentences }: ReadPiece): Iterable<Found> {
  for (const { 0: found, index } of text.matchAll(mobile)) {
    const digits = found.replaceAll(/\D/g, '');
    if (digits.length < 10 || digits.length > 14) continue;
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    const around = sentence?.text ?? text;
    if (!ownedBy.test(around) && serves.test(around)) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti nomor telepon pribadi. Hapus, atau tulis nomor layanan kantor.',
    };
  }
}

const account = /(?<![\d.,])\d(?:[ -]?\d){8,17}(?!\d)/g;
const accountBefore = /\b(?:rekening|rek|norek|bank|bri|bni|bca|bsi|btn|mandiri|bankaltimtara)\b[^;]{0,40}$/i;
const publicPurse =
  /\b(?:baznas|kas daerah|kas umum|pemerintah|pemprov|pemkab|pemkot|dinas|badan|panitia|yayasan|pmi|masjid|gereja|lazis\w*|upz|rkud|virtual account|retribusi|pajak|perumda|pdam|lembaga|organisasi|komite)\b/i;

function* findAccounts({ text, sentences }: ReadPiece): Iterable<Found> {
  for (const { 0: found, index } of text.matchAll(account)) {
    const before = text.slice(Math.max(0, index - 60), index);
    if (!accountBefore.test(before)) continue;
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    if (publicPurse.test(sentence?.text ?? text)) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti nomor rekening seseorang. Hapus; bantuan cukup lewat rekening lembaga resmi.',
    };
  }
}

const passport = /(?<=\bpaspor\b[^.]{0,25})\b[A-Z]\d{6,8}\b/gi;
const licence = /(?<=\bSIM\b[^.]{0,45}(?:nomor|no\.?)\s)\d(?:[ -]?\d){11,13}\b/gu;

function* findDocuments({ text }: ReadPiece): Iterable<Found> {
  if (!/paspor|SIM/i.test(text)) return;
  for (const { 0: found, index } of [...text.matchAll(passport), ...text.matchAll(licence)]) {
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti nomor dokumen milik seseorang. Hapus nomornya.',
    };
  }
}
