import type { Found } from '../finding.ts';
import { type PieceRole, pieceRoles } from '../manuscript.ts';
import type { ReadPiece } from '../reading.ts';
import type { PieceRule } from '../rule.ts';
import { slotsIn } from '../slots.ts';

const templatePatterns: readonly RegExp[] = [
  /(?<![\p{L}-])(?:Tulis|Ketik|Masukkan|Tempel)(?:kan|lah)?(?: \p{L}+){0,3} di sini(?!\p{L})/gu,
  /(?<![\p{L}-])Isi(?:kan)? (?:nama|judul|teras|isi|tanggal|tempat|kegiatan|kutipan|paragraf|jabatan|jumlah)(?: \p{L}+){0,2} di sini(?!\p{L})/gu,
  /(?<!\p{L})lorem ipsum(?!\p{L})/giu,
  /(?<=(?:^|[^\p{L}])(?:Rp\.?|sebanyak|senilai|sejumlah|sebesar|berjumlah|jumlah|sekitar|pukul|tanggal|nomor|tahun) ?)X{2,}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])X{2,}(?= (?:peserta|orang|warga|desa|unit|paket|persen|juta|miliar|ribu|rupiah|keluarga|kali)(?!\p{L}))/gu,
  /(?<![\p{L}\p{N}])x{2,}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{1,4}[xX]{2,}(?:-[xX]+)*/gu,
  /\.{5,}|…[.…]+|\.+…[.…]*/gu,
  /_{3,}/gu,
  /(?<=(?:^|[^\p{L}])(?:tanggal|pukul|nomor|sebesar|sebanyak|senilai|sejumlah) ?)(?:…|\.{3})(?![.…\p{L}\d])/giu,
  /(?<![\p{L}/])hari\/tanggal(?![\p{L}/])/gu,
  /(?<!\p{L})(?:dd\/mm\/yyyy|hh[.:]mm|tgl\/bln\/thn)(?!\p{L})/giu,
  /\{\{[^{}\n]{0,60}\}\}/gu,
  /(?<!\p{L})(?:TODO|FIXME)(?!\p{L})/gu,
  /\((?:tulis|tuliskan|sebut|sebutkan|ketik|masukkan) [^()\n]{1,60}\)/giu,
  /(?<=[\p{L},] )Nama (?:Bupati|Gubernur|Wali Kota|Camat|Pejabat|Kegiatan|Instansi|Tempat|Lengkap|Narasumber|Dinas)(?!\p{L})/gu,
  /(?<=\p{L} )(?:…|\.{3}) (?=(?:orang|peserta|warga|unit|paket|persen|juta|miliar|keluarga|desa)(?!\p{L}))/gu,
  /\((?:nama|jabatan|jumlah|tanggal|tempat|lokasi|instansi|angka|waktu)\)/giu,
  /(?<=\p{Ll} )(?:NAMA|JABATAN|TANGGAL|JUDUL|TEMPAT|LOKASI|JUMLAH) (?:INSTANSI|PEJABAT|KEGIATAN|DINAS|LENGKAP|ACARA|NARASUMBER|BERITA|PESERTA)(?!\p{L})/gu,
  /\((?:diisi|isi|isikan|lengkapi|cek|konfirmasi|tanya|tunggu data)(?: [^()\n]{0,60})?\)/giu,
];

/** Without one of these no pattern can match: most texts are done with one look. */
const suspect =
  /[{_…(]|\.{3}|(?:NAMA|JABATAN|TANGGAL|JUDUL|TEMPAT|LOKASI|JUMLAH) \p{Lu}|Nama \p{Lu}|\.{5}|[xX]{2}|di sini|orem ipsum|OREM|TODO|FIXME|\/tanggal|\/bln|dd\/mm|DD\/MM|hh[.:]mm|HH[.:]MM/u;

/** Texts that are nothing but the name of their own field. */
const fieldNames: ReadonlySet<string> = new Set([
  ...['judul', 'judul berita', 'judul artikel', 'teras', 'teras berita', 'isi', 'isi berita', 'isi kutipan'],
  ...['ringkasan', 'subjudul', 'nama narasumber', 'narasumber', 'nama lengkap', 'jabatan', 'keterangan foto'],
  ...['teks alternatif', 'kredit foto', 'nama', 'paragraf pertama', 'paragraf', 'kutipan', 'tulis judul'],
]);

const proseAndTitles: readonly PieceRole[] = pieceRoles.filter(
  (role) => !['credit', 'byline', 'table_cell', 'moment', 'key_number', 'source'].includes(role),
);
const bodyRoles: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'subhead', 'quote'];

const templateText: PieceRule = {
  id: 'template_text',
  family: 'leftovers',
  title: 'Tidak ada sisa templat',
  roles: proseAndTitles,
  *find({ text, role }) {
    const reason = 'Bagian ini sisa templat yang belum diisi. Tulis isinya, atau hapus.';
    for (const span of slotsIn(text)) yield { ...span, reason };
    const isSuspect = suspect.test(text);
    for (const pattern of isSuspect ? templatePatterns : [])
      for (const span of matches(text, pattern)) yield { ...span, reason };
    for (const { index } of text.matchAll(/(?<=^|[\s(])\?{3,}/gu)) yield { start: index, end: index + 3, reason };
    const bare = text
      .replaceAll(/["“”'.]/gu, '')
      .trim()
      .toLowerCase();
    if (role !== 'table_caption' && fieldNames.has(bare)) yield { start: 0, end: text.length, reason };
  },
};

/** Lines that a page shows around an article and that come along when it is copied. */
const pageLines: readonly RegExp[] = [
  /^discussion about this post$/iu,
  /^(?:share|like) (?:this|on|to)\b.{0,40}$/iu,
  /^loading ?(?:\.{3}|…)$/iu,
  /^(?:advertisements?|iklan|scroll to continue.{0,40})$/iu,
  /^bagikan(?: (?:ke|di|lewat|artikel|berita)[\p{L} ]{0,30})?:?$/iu,
  /^(?:post views|views|dilihat|dibaca|telah dibaca) ?:? ?[\d.,]+(?: kali| x)?$/iu,
  /^copyright\b.{0,80}$/iu,
  /^(?:follow us|leave a (?:reply|comment)|related posts?|previous post|next post)\b.{0,60}$/iu,
  /^ikuti (?:berita|kami|kabar|update)\b.{0,60}\b(?:google news|whatsapp|instagram|telegram|facebook)\b.{0,20}$/iu,
  /^(?:follow|ikuti)\b.{0,60}@[\w.]{2,40}$/iu,
  /^(?:gambar|foto) ilustrasi ?: ?\S.{0,60}$/iu,
  /^(?:tags?|label|kategori) ?: ?\S.{0,120}$/iu,
  /^(?:penulis|editor|reporter|pewarta|kontributor) ?: ?\p{Lu}[^.]{0,80}$/u,
  /^(?:Penulis|Editor|Reporter|Pewarta|Kontributor) ?: ?\p{Lu}[^.]{0,80}$/u,
  /^(?:artikel|berita|tulisan|naskah) ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat)\b.{0,120}$/iu,
  /^(?:terpopuler:?|berita terkait:?|artikel terkait:?|komentar(?: ?\(\d{1,5}\))?|(?:salin|copy) (?:tautan|link)|(?:telah )?diteruskan(?: berkali-kali)?)$/iu,
  /^sumber ?: ?(?:grup )?(?:wa|whatsapp)\b.{0,60}$/iu,
];
const carriedAlong = [
  /^\[\d{1,2}[.:]\d{2},? \d{1,2}\/\d{1,2}\/\d{2,4}\] ?[^:\n]{0,40}:/gu,
  /^Forwarded(?: many times)?(?= )/gu,
  /(?:&(?:nbsp|amp|quot|lt|gt|#\d{1,5});)+/gu,
  /<\/?(?:p|br|div|span|strong|em|b|i|a|img|h[1-6]|ul|ol|li|table|tr|td)(?: [^<>\n]{0,200})?\/?>/giu,
];

const pageLine: PieceRule = {
  id: 'page_leftover',
  family: 'leftovers',
  title: 'Tidak ada sisa salinan dari laman atau percakapan',
  roles: bodyRoles,
  *find({ text }) {
    const line = text.trim();
    const reason = 'Ini sisa salinan dari laman atau percakapan, bukan bagian naskah. Hapus.';
    if (line.length <= 160 && pageLines.some((pattern) => pattern.test(line))) {
      yield { start: 0, end: text.length, reason, fix: '' };
      return;
    }
    for (const pattern of carriedAlong) for (const span of matches(text, pattern)) yield { ...span, reason };
  },
};

const relatedLine: PieceRule = {
  id: 'related_line',
  family: 'leftovers',
  title: 'Artikel terkait dipasang sebagai blok, bukan baris “Baca juga”',
  roles: bodyRoles,
  *find({ text }) {
    const reason = 'Baris ini tautan ke artikel lain. Hapus, lalu pasang blok Artikel terkait bila perlu.';
    if (
      /^\s*(?:baca|simak|lihat)(?:lah)? juga ?:/iu.test(text) ||
      /^\s*(?:Baca|BACA|Simak) (?:Juga|JUGA) /u.test(text)
    ) {
      yield { start: 0, end: text.length, reason };
      return;
    }
    for (const span of matches(text, /(?<=[.!?”"] )(?:Baca|Simak) [Jj]uga ?:[^.\n]{0,160}/gu))
      yield { ...span, reason };
  },
};

const emptyLinkNames: ReadonlySet<string> = new Set([
  ...['di sini', 'disini', 'klik', 'klik di sini', 'klik disini', 'link', 'tautan', 'tautan ini', 'link ini', 'ini'],
  ...['selengkapnya', 'baca selengkapnya', 'lihat', 'lihat di sini', 'lanjut', 'sini', 'berikut'],
]);

const linkWithoutName: PieceRule = {
  id: 'link_without_name',
  family: 'leftovers',
  title: 'Nama tautan menyebut tujuannya',
  roles: bodyRoles,
  *find({ text, links }) {
    const reason =
      'Pembaca tidak tahu ke mana tautan ini menuju. Pasang tautan pada nama tujuannya, misalnya “formulir pendaftaran”.';
    for (const { start, end } of links) {
      if (emptyLinkNames.has(text.slice(start, end).trim().toLowerCase())) yield { start, end, reason };
    }
    for (const { start, end } of matches(text, /(?<![\p{L}“"‘'])klik (?:di ?sini|tautan ini|link ini)(?!\p{L})/giu)) {
      if (!links.some((link) => link.start < end && start < link.end)) yield { start, end, reason };
    }
  },
};

/** “(ANE/ADV/Diskominfo)”, “(//Pubdok//R1//)”, “(csv)”, after the last stop. */
const tailCode =
  /(?<=^|[.!?…]["”’]? ?)\((?:[/*]*[\p{L}\p{N}. -]{1,30}(?:[/*]+[\p{L}\p{N}. -]{0,30}){1,6}|(\p{Ll}{2,8})-(?!\1\))\p{Ll}{2,12}|\*\/[\p{L}]{1,10}|\p{Ll}{2,4})\)$/gu;

const tailCodeInBody: PieceRule = {
  id: 'tail_code_in_body',
  family: 'leftovers',
  title: 'Kode ekor tidak ditulis di dalam isi',
  roles: ['lead', 'paragraph'],
  *find({ text }) {
    const kept = text.trimEnd();
    for (const span of matches(kept, tailCode)) {
      yield {
        ...span,
        reason: 'Kode penulis tidak ditulis di dalam isi; situs memasangnya dari daftar penulis. Hapus.',
        fix: '',
      };
    }
  },
};

const photoLine: PieceRule = {
  id: 'photo_line',
  family: 'leftovers',
  title: 'Kredit foto ditulis pada fotonya',
  roles: ['lead', 'paragraph', 'list_item'],
  find: ({ text }: ReadPiece): Iterable<Found> => {
    const reason = 'Ini kredit foto. Pindahkan ke kolom Kredit pada fotonya.';
    const line = text.trim();
    const isLine =
      line.length <= 80 && /^\(?(?:(?:Foto|Dok|Dokumentasi|Sumber foto) ?: ?|Dok\. )\p{Lu}[^.]*$/u.test(line);
    if (isLine) return [{ start: 0, end: text.length, reason }];
    return matches(text, /\((?:foto|dok|dokumentasi|sumber foto|ist)\.? ?[:/] ?[^()\n]{1,60}\)/giu).map((span) => ({
      ...span,
      reason,
    }));
  },
};

export const leftoverRules: readonly PieceRule[] = [
  templateText,
  pageLine,
  relatedLine,
  linkWithoutName,
  tailCodeInBody,
  photoLine,
];

function matches(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
