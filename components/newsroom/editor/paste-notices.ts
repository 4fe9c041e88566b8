import { blockLimits } from '#lib/richtext/measure.ts';

/** What a paste lost on its way in. */
export type PasteLost = {
  pictures: number;
  tables: readonly { rows: number; columns: number }[];
  senders: readonly string[];
  /** Words nobody saw in the source. */
  hidden: string;
};

/** What the writer is told after a paste, and whether a document beside the text would help. */
export type PasteNotice = { text: string; offersAttachment: boolean };

/** What to tell of documents that were dropped or pasted among the words. */
export const documentNotice: PasteNotice = {
  text: 'Dokumen PDF tidak dapat berdiri di antara kata-kata. Lampirkan dokumen itu, atau pasang kartunya lewat Sisipkan, Dokumen PDF.',
  offersAttachment: true,
};

/** What to tell of what did not come along; undefined when everything did. */
export function pasteNotice({ pictures, tables, senders, hidden }: PasteLost): PasteNotice | undefined {
  const told = [
    pictures > 0 &&
      `${pictures} gambar tidak ikut terbawa, karena yang disalin hanya alamatnya. Simpan gambarnya di perangkat Anda, lalu sisipkan dengan tombol Foto.`,
    ...tables.map(
      ({ rows, columns }) =>
        `Tabel ${rows} baris × ${columns} kolom tidak dimasukkan: paling banyak ${blockLimits.tableRows} baris × ${blockLimits.tableColumns} kolom. Lampirkan tabel itu sebagai dokumen PDF.`,
    ),
    hidden !== '' &&
      `Teks yang tersembunyi di sumbernya tidak ikut dimasukkan: “${hidden.length > 80 ? `${hidden.slice(0, 79).trimEnd()}…` : hidden}”.`,
    senders.length > 0 &&
      `Waktu dan nama pengirim pesan WhatsApp tidak ikut dimasukkan. Pesan itu dari ${senders.slice(0, 5).join(', ')}${senders.length > 5 ? ', dan lainnya' : ''}.`,
  ].filter((sentence) => sentence !== false);
  return told.length === 0 ? undefined : { text: told.join(' '), offersAttachment: tables.length > 0 };
}
