import { z } from 'zod';
import { articleKinds, infoClasses } from '../../db/schema/enums.ts';
import { agencyId, articleId, assetId, sectionId, topicId } from '../ids.ts';
import { richDocument } from '../richtext/document.ts';

/** The most characters (UTF-16 units) and entries each field takes. The form shows them, the server holds them. */
export const fieldLimits = {
  title: 200,
  lead: 1000,
  summary: 600,
  datelinePlace: 80,
  publicNote: 600,
  alt: 400,
  caption: 400,
  credit: 160,
  credits: 12,
  sources: 30,
  attachments: 10,
  topics: 8,
  regencies: 20,
  jointAgencies: 10,
  related: 6,
} as const;

/** House limits: advice beside the field, never a refusal (FACTS: title ≤ 12 words, lead ≤ 45 words). */
export const houseLimits = { titleWords: 12, leadWords: 45 } as const;

// C0 and C1 controls, bidirectional overrides and other invisible marks have no place in one line of text.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line or paragraph of plain text: normalised (NFC), without invisible control marks, at most `max` characters. */
export function plainLine(max: number, name: string) {
  return z
    .string(`${name} harus berupa teks.`)
    .max(max * 4, `${name} terlalu panjang: paling banyak ${max} karakter.`)
    .transform((text) => text.toWellFormed().replace(unseen, '').replace(/\s+/g, ' ').normalize('NFC'))
    .pipe(z.string().max(max, `${name} terlalu panjang: paling banyak ${max} karakter.`));
}

const share = z.number().min(0).max(1);

export const coverInput = z.strictObject({
  assetId,
  /** SHA-256 of the original; the server writes the true one over whatever is sent. */
  assetHash: z.string().regex(/^[0-9a-f]{64}$/, 'Foto tidak dikenali. Unggah ulang foto ini.'),
  alt: plainLine(fieldLimits.alt, 'Teks alternatif'),
  decorative: z.boolean(),
  caption: plainLine(fieldLimits.caption, 'Keterangan foto'),
  credit: plainLine(fieldLimits.credit, 'Kredit foto'),
  /** Focal point, as shares of width and height. */
  focal: z.strictObject({ x: share, y: share }),
});
export type Cover = z.output<typeof coverInput>;

export const creditRoles = ['writer', 'editor', 'photographer', 'contributor'] as const;

export const creditInput = z.strictObject({
  name: plainLine(80, 'Nama'),
  initials: plainLine(12, 'Inisial'),
  role: z.enum(creditRoles),
  unit: plainLine(80, 'Unit'),
});
export type Credit = z.output<typeof creditInput>;

export const sourceInput = z.strictObject({
  name: plainLine(160, 'Nama sumber'),
  detail: plainLine(240, 'Keterangan sumber'),
});
export type Source = z.output<typeof sourceInput>;

export const attachmentInput = z.strictObject({
  assetId,
  assetHash: z.string().regex(/^[0-9a-f]{64}$/),
  title: plainLine(160, 'Judul lampiran'),
});
export type Attachment = z.output<typeof attachmentInput>;

const realDate = z.iso.date('Tanggal peristiwa tidak ada di kalender. Pilih tanggal yang benar.');

/** Everything a writer may change in an edition. Fields that `signedWords` names are hashed; the rest is placement. */
export const wordsInput = z.strictObject({
  kind: z.enum(articleKinds, 'Jenis naskah tidak dikenali.'),
  title: plainLine(fieldLimits.title, 'Judul'),
  lead: plainLine(fieldLimits.lead, 'Teras'),
  summary: plainLine(fieldLimits.summary, 'Versi ringkas'),
  body: richDocument,
  cover: coverInput.nullable(),
  credits: z.array(creditInput).max(fieldLimits.credits, `Paling banyak ${fieldLimits.credits} nama.`),
  sources: z.array(sourceInput).max(fieldLimits.sources, `Paling banyak ${fieldLimits.sources} sumber.`),
  attachments: z.array(attachmentInput).max(fieldLimits.attachments),
  jointAgencyIds: z.array(agencyId).max(fieldLimits.jointAgencies),
  sponsored: z.boolean(),
  datelinePlace: plainLine(fieldLimits.datelinePlace, 'Tanggal baris'),
  eventDate: realDate.nullable(),
  regencyCodes: z
    .array(z.string().regex(/^\d\d\.\d\d$/, 'Kode kabupaten/kota tidak dikenali.'))
    .max(fieldLimits.regencies),
  infoClass: z.enum(infoClasses, 'Kelas informasi tidak dikenali.'),
  publicNote: plainLine(fieldLimits.publicNote, 'Catatan perubahan'),
  sectionId: sectionId.nullable(),
  topicIds: z.array(topicId).max(fieldLimits.topics, `Paling banyak ${fieldLimits.topics} topik.`),
  relatedIds: z.array(articleId).max(fieldLimits.related),
});

/** The words and placement of one edition, clean and validated. */
export type Words = z.output<typeof wordsInput>;
/** What the editor sends. */
export type WordsInput = z.input<typeof wordsInput>;
