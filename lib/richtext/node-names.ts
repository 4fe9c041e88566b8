/** What the writer calls the parts of a document. */
const names: Readonly<Record<string, string>> = {
  doc: 'isi naskah',
  paragraph: 'paragraf',
  text: 'teks',
  hardBreak: 'ganti baris',
  heading: 'subjudul',
  bulletList: 'daftar',
  orderedList: 'daftar bernomor',
  listItem: 'butir daftar',
  quote: 'kutipan',
  figure: 'foto',
  gallery: 'galeri',
  table: 'tabel',
  tableRow: 'baris tabel',
  tableHeader: 'judul kolom tabel',
  tableCell: 'sel tabel',
  pullQuote: 'petikan',
  infoBox: 'kotak informasi',
  timeline: 'lini masa',
  timelineItem: 'peristiwa lini masa',
  keyNumbers: 'angka kunci',
  keyNumber: 'angka kunci',
  documentCard: 'kartu dokumen',
  relatedArticle: 'baca juga',
  agendaEvent: 'kartu agenda',
  link: 'tautan',
  bold: 'tebal',
  italic: 'miring',
};

/** Our word for a node or mark; undefined for a name we do not know. */
export function knownName(type: unknown): string | undefined {
  return typeof type === 'string' && Object.hasOwn(names, type) ? names[type] : undefined;
}

/** Our word for a node or mark, or the foreign name itself, shortened and in quotation marks. */
export function nodeName(type: unknown): string {
  return knownName(type) ?? quoted(type);
}

/** A name that came from outside, made safe to put into a sentence: visible, short, quoted. */
export function quoted(name: unknown): string {
  const text = typeof name === 'string' ? name : 'tanpa nama';
  return `“${text
    .toWellFormed()
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
    .slice(0, 40)}”`;
}
