import { z } from 'zod';
import { photoOrigins } from '../../db/schema/enums.ts';
import '../zod-in-browser.ts';
import { articleId, assetId } from '../ids.ts';
import { foreignLanguages } from './languages.ts';
import { checkLink } from './links.ts';
import type { RichFigure } from './rich-nodes.ts';

/** Longest text in one attribute (alt, caption, speaker…), in characters. House limits are tighter. */
export const ATTRIBUTE_TEXT_LIMIT = 2000;

const words = z
  .string('Isian ini harus berupa teks.')
  .max(ATTRIBUTE_TEXT_LIMIT, 'Isian ini terlalu panjang: paling banyak 2.000 karakter.');

/** Subheads: the title is the only heading of the first level on a page. */
export const headingAttributes = z.strictObject({
  level: z.literal([2, 3], 'Subjudul hanya mengenal tingkat 2 dan 3.'),
});

export const orderedListAttributes = z.strictObject({
  start: z
    .int('Nomor awal daftar harus bilangan bulat.')
    .min(0, 'Nomor awal daftar paling kecil 0.')
    .max(9999, 'Nomor awal daftar paling besar 9999.')
    .default(1),
});

export const quoteAttributes = z.strictObject({
  speaker: words.default(''),
  speakerRole: words.default(''),
});

const hashOf = (what: string) => {
  const unfinished = `${what} ini belum selesai diunggah. Hapus, lalu unggah kembali.`;
  return z.string(unfinished).regex(/^[0-9a-f]{64}$/, unfinished);
};

/** A photo in the text: which bytes (by hash), and the words that go with them here. */
export const figureAttributes = z.strictObject({
  assetId,
  assetHash: hashOf('Foto'),
  alt: words.default(''),
  decorative: z.boolean('Tanda dekoratif harus ya atau tidak.').default(false),
  caption: words.default(''),
  credit: words.default(''),
  /** What the picture is; the server writes what the library says over whatever is sent. */
  origin: z.enum(photoOrigins, 'Asal gambar ini tidak dikenali. Muat ulang halaman.').default('photo'),
});

export const galleryAttributes = z.strictObject({ caption: words.default('') });

export const tableAttributes = z.strictObject({ caption: words.default('') });

const oneCell = 'Sel tabel tidak boleh digabung. Pisahkan selnya.';

/** The commands of tables read these three; a cell of ours always fills one place and has no width of its own. */
export const cellAttributes = z.strictObject({
  colspan: z.literal(1, oneCell).default(1),
  rowspan: z.literal(1, oneCell).default(1),
  colwidth: z.null('Lebar kolom tabel ditentukan oleh isinya.').default(null),
});

export const pullQuoteAttributes = z.strictObject({ by: words.default('') });

export const infoBoxAttributes = z.strictObject({ title: words.default('') });

export const timelineItemAttributes = z.strictObject({ when: words.default('') });

export const keyNumberAttributes = z.strictObject({
  value: words.default(''),
  label: words.default(''),
  source: words.default(''),
});

/** A document in the text: which bytes (by hash), and what it is called here. */
export const documentCardAttributes = z.strictObject({
  assetId,
  assetHash: hashOf('Dokumen'),
  title: words.default(''),
  description: words.default(''),
});

/** Another article of the portal: which one, and the title it had when it was put in. */
export const relatedArticleAttributes = z.strictObject({ articleId, title: words.default('') });

/** An event of the agenda: which one, and what was known of it when it was put in. */
export const agendaEventAttributes = z.strictObject({
  articleId,
  title: words.default(''),
  when: words.default(''),
  venue: words.default(''),
});

export const italicAttributes = z.strictObject({
  lang: z
    .enum(
      foreignLanguages.map((language) => language.code),
      'Bahasa ini tidak ada dalam daftar. Pilih bahasa dari daftar.',
    )
    .nullable()
    .default(null),
});

export const linkAttributes = z.strictObject({
  href: z.string('Tulis alamat tautannya.').transform((text, context) => {
    const link = checkLink(text);
    if (link.ok) return link.href;
    context.addIssue({ code: 'custom', message: link.reason });
    return z.NEVER;
  }),
});

/** A figure's attributes, whole: what the stored form leaves out as ordinary is filled in. */
export type FigureAttributes = z.output<typeof figureAttributes>;

/** A figure's attributes with the ordinary ones filled in. */
export function wholeFigure(stored: RichFigure['attrs']): FigureAttributes {
  return { alt: '', decorative: false, caption: '', credit: '', origin: 'photo', ...stored };
}
