import { z } from 'zod';
import { changeTypes, fastLaneReasons, returnReasons } from '../../db/schema/enums.ts';
import { agencyId, articleId, editionId, sectionId, topicId, userId } from '../ids.ts';
import { fieldLimits, plainLine } from './article-input.ts';

/** The edition and the version the person saw when they decided. */
const target = {
  editionId,
  version: z.coerce.number('Muat ulang halaman ini.').int().positive(),
};

const reason = plainLine(1000, 'Alasan').pipe(z.string().trim().min(10, 'Tulis alasannya, paling sedikit 10 huruf.'));
const optionalReason = plainLine(1000, 'Alasan').optional();

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Alamat hanya boleh berisi huruf kecil, angka, dan tanda hubung di antara kata.')
  .max(100, 'Alamat terlalu panjang: paling banyak 100 karakter.');

/** A list as forms send it: nothing, one text, or several. */
function listOf<S extends z.ZodType>(item: S, max: number) {
  const asList = (sent: unknown) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]);
  return z.preprocess(asList, z.array(item).max(max));
}

/** What each verb is sent: one schema for the form and the server. */
export const verbInputs = {
  submit: z.strictObject(target),
  withdraw: z.strictObject(target),
  verify: z.strictObject(target),
  claim: z.strictObject({ ...target, reason: optionalReason }),
  release: z.strictObject(target),
  takeOver: z.strictObject(target),
  return: z.strictObject({
    ...target,
    reasonCode: z.enum(returnReasons, 'Pilih alasan pengembalian.'),
    note: reason,
    place: plainLine(80, 'Tempat').optional(),
  }),
  reject: z.strictObject({ ...target, reasonCode: z.enum(returnReasons, 'Pilih alasan penolakan.'), note: reason }),
  approve: z.strictObject({ ...target, outcome: z.enum(['wait', 'publish']) }),
  confirm: z.strictObject(target),
  publish: z.strictObject(target),
  publishNow: z.strictObject({
    ...target,
    fastLaneReason: z.enum(fastLaneReasons, 'Pilih alasan jalur cepat.'),
    reason,
  }),
  secondReview: z.strictObject(target),
  startEdition: z
    .strictObject({
      ...target,
      changeType: z.enum(changeTypes, 'Pilih jenis perubahan.'),
      publicNote: plainLine(fieldLimits.publicNote, 'Catatan perubahan').default(''),
    })
    .refine((input) => input.changeType === 'minor' || input.publicNote.trim() !== '', {
      path: ['publicNote'],
      message: 'Tulis catatan perubahan yang akan dibaca warga.',
    }),
  retract: z.strictObject({ ...target, reason, hidesTitle: z.coerce.boolean().default(false) }),
  restore: z.strictObject(target),
  discard: z.strictObject(target),
  undiscard: z.strictObject(target),
  place: z.strictObject({
    ...target,
    slug,
    sectionId,
    topicIds: listOf(topicId, fieldLimits.topics),
    relatedIds: listOf(articleId, fieldLimits.related),
    /** A local date and time as an ISO moment; empty for no pin. */
    pinnedUntil: z
      .union([
        z.literal('').transform(() => null),
        z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      ])
      .nullish(),
  }),
  coWriter: z.strictObject({ editionId, userId }),
  createArticle: z.strictObject({
    agencyId,
    kind: z.enum(['news', 'press_release', 'announcement', 'speech']).default('news'),
  }),
} as const;

/** The clean input of one verb. */
export type VerbInputOf<Name extends keyof typeof verbInputs> = z.output<(typeof verbInputs)[Name]>;
