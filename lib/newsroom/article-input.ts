import { z } from 'zod';
import '../zod-in-browser.ts';
import { articleKinds, infoClasses } from '../../db/schema/enums.ts';
import { agencyId, articleId, assetId, sectionId, topicId } from '../ids.ts';
import { emptyDocument, richDocument } from '../richtext/document.ts';
import { kindDetails } from './kind-details.ts';
import { plainLine } from './plain-input.ts';

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

const outdated = 'Kiriman ini tidak dikenali. Muat ulang halaman; ketikan Anda tetap tersimpan di perangkat ini.';

function parts<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, outdated);
}

function listOf<Item extends z.ZodType>(item: Item, max: number, name: string) {
  return z.array(item, outdated).max(max, `Paling banyak ${max} ${name}.`);
}

const hash = z
  .string('Foto tidak dikenali. Unggah ulang foto ini.')
  .regex(/^[0-9a-f]{64}$/, 'Foto tidak dikenali. Unggah ulang foto ini.');
const outside = 'Titik fokus harus berada di dalam foto.';
const share = z.number(outside).min(0, outside).max(1, outside);

export const coverInput = parts({
  assetId,
  /** SHA-256 of the original; the server writes the true one over whatever is sent. */
  assetHash: hash,
  alt: plainLine(fieldLimits.alt, 'Teks alternatif'),
  decorative: z.boolean(outdated),
  caption: plainLine(fieldLimits.caption, 'Keterangan foto'),
  credit: plainLine(fieldLimits.credit, 'Kredit foto'),
  /** Focal point, as shares of width and height. */
  focal: parts({ x: share, y: share }),
  /** What the picture is, where it is no plain photo; the server writes what the library says. */
  origin: z.enum(['illustration', 'ai_made'], outdated).optional(),
});
export type Cover = z.output<typeof coverInput>;

export const creditRoles = ['writer', 'editor', 'photographer', 'contributor'] as const;

export const creditInput = parts({
  name: plainLine(80, 'Nama'),
  initials: plainLine(12, 'Inisial'),
  role: z.enum(creditRoles, 'Pilih peran orang ini.'),
  unit: plainLine(80, 'Unit'),
});
export type Credit = z.output<typeof creditInput>;

export const sourceInput = parts({
  name: plainLine(160, 'Nama sumber'),
  detail: plainLine(240, 'Keterangan sumber'),
});
export type Source = z.output<typeof sourceInput>;

export const attachmentInput = parts({
  assetId,
  assetHash: hash,
  title: plainLine(160, 'Judul lampiran'),
});
export type Attachment = z.output<typeof attachmentInput>;

const regencyCode = z
  .string('Kode kabupaten/kota tidak dikenali.')
  .regex(/^\d\d\.\d\d$/, 'Kode kabupaten/kota tidak dikenali.');
const realDate = z.iso.date('Tanggal peristiwa tidak ada di kalender. Pilih tanggal yang benar.');

/** Everything a writer may change in an edition. Fields that `signedWords` names are hashed; the rest is placement. */
export const wordsInput = parts({
  kind: z.enum(articleKinds, 'Jenis naskah tidak dikenali.'),
  title: plainLine(fieldLimits.title, 'Judul'),
  lead: plainLine(fieldLimits.lead, 'Teras'),
  summary: plainLine(fieldLimits.summary, 'Versi ringkas'),
  body: richDocument,
  cover: coverInput.nullable(),
  credits: listOf(creditInput, fieldLimits.credits, 'nama'),
  sources: listOf(sourceInput, fieldLimits.sources, 'sumber'),
  attachments: listOf(attachmentInput, fieldLimits.attachments, 'lampiran'),
  details: kindDetails.prefault({}),
  jointAgencyIds: listOf(agencyId, fieldLimits.jointAgencies, 'perangkat daerah lain'),
  sponsored: z.boolean(outdated),
  datelinePlace: plainLine(fieldLimits.datelinePlace, 'Tanggal baris'),
  eventDate: realDate.nullable(),
  regencyCodes: listOf(regencyCode, fieldLimits.regencies, 'kabupaten/kota'),
  infoClass: z.enum(infoClasses, 'Kelas informasi tidak dikenali.'),
  publicNote: plainLine(fieldLimits.publicNote, 'Catatan perubahan'),
  sectionId: sectionId.nullable(),
  topicIds: listOf(topicId, fieldLimits.topics, 'topik'),
  relatedIds: listOf(articleId, fieldLimits.related, 'artikel terkait'),
});

/** The words and placement of one edition, clean and validated. */
export type Words = z.output<typeof wordsInput>;
/** What the editor sends. */
export type WordsInput = z.input<typeof wordsInput>;

/** Words with nothing in them that somebody wrote. */
export function emptyWords(kept: Pick<Words, 'kind' | 'infoClass'> = { kind: 'news', infoClass: 'periodic' }): Words {
  return {
    kind: kept.kind,
    title: '',
    lead: '',
    summary: '',
    body: emptyDocument(),
    cover: null,
    credits: [],
    sources: [],
    attachments: [],
    details: {},
    jointAgencyIds: [],
    sponsored: false,
    datelinePlace: '',
    eventDate: null,
    regencyCodes: [],
    infoClass: kept.infoClass,
    publicNote: '',
    sectionId: null,
    topicIds: [],
    relatedIds: [],
  };
}
