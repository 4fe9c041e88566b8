import { z } from 'zod';
import '../zod-in-browser.ts';
import { approvalOutcomes, changeTypes, fastLaneReasons, frontSlots } from '../../db/schema/enums.ts';
import { agencyId, articleId, editionId, portalId, previewLinkId, sectionId, topicId, userId } from '../ids.ts';
import { refuseGambling } from '../input-parts.ts';
import { fieldLimits } from './article-input.ts';
import { remarkLimits } from './conversation-shapes.ts';
import { creatableKinds } from './kind-details.ts';
import { linkHost } from './link-input.ts';
import { plainLine } from './plain-input.ts';
import { templates } from './templates.ts';

const reload = 'Muat ulang halaman ini, lalu ulangi.';

/** Extra or missing parts of a form come from an old page, or from no page of ours. */
function form<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, `Kiriman ini tidak dikenali. ${reload}`);
}

/** A box in a form: sent when ticked, not at all otherwise. */
const tick = z
  .literal(['true', 'on'], `Pilihan ini tidak dikenali. ${reload}`)
  .optional()
  .transform((value) => value !== undefined);

/** The edition and the version the person saw when they decided. */
const target = {
  editionId,
  version: z.coerce.number(reload).int(reload).positive(reload),
};

const shortestReason = 10;
const reason = plainLine(1000, 'Alasan').pipe(
  z.string().trim().min(shortestReason, 'Tulis alasannya, paling sedikit 10 huruf.'),
);
/** A code of the portal's list; the verb asks whether it is one. */
export const reasonCode = (missing: string) => z.string(missing).regex(/^[a-z][a-z0-9_]{0,59}$/, missing);
const optionalReason = plainLine(1000, 'Alasan').optional();

const slug = z
  .string('Tulis alamat artikel.')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Alamat hanya boleh berisi huruf kecil, angka, dan tanda hubung di antara kata.')
  .max(100, 'Alamat terlalu panjang: paling banyak 100 karakter.')
  .check(refuseGambling('Alamat'));

/** A list as forms send it: nothing, one text, or several. */
function listOf<S extends z.ZodType>(item: S, max: number, name: string) {
  const asList = (sent: unknown) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]);
  return z.preprocess(asList, z.array(item).max(max, `Paling banyak ${max} ${name}.`));
}

/** Hosts that whoever approves lets the words lead to in the same step. */
const allowHosts = listOf(linkHost, 50, 'situs').optional();

/** A local date and time as an ISO moment. */
const scheduledMoment = z.iso
  .datetime({ offset: true, error: 'Pilih tanggal dan jam terbit.' })
  .transform((text) => new Date(text));

const frontSlot = z.enum(frontSlots, 'Pilih tempatnya di halaman depan.');

/** The longest a preview link holds, in days. */
export const previewLinkDays = 14;

/** What each verb is sent: one schema for the form and the server. */
export const verbInputs = {
  submit: form(target),
  withdraw: form(target),
  verify: form(target),
  claim: form({ ...target, reason: optionalReason }),
  release: form(target),
  takeOver: form(target),
  return: form({
    ...target,
    reasonCode: reasonCode('Pilih alasan pengembalian.'),
    /** May be left out where a place is pointed at: a code and a place say what to mend, and a phone is a poor thing to type on. */
    note: plainLine(1000, 'Catatan').default(''),
    place: plainLine(80, 'Tempat').optional(),
  }).refine(({ note, place }) => (place ?? '') !== '' || note.trim().length >= shortestReason, {
    path: ['note'],
    message: 'Tunjuk tempatnya di naskah, atau tulis catatan paling sedikit 10 huruf.',
  }),
  reject: form({ ...target, reasonCode: reasonCode('Pilih alasan penolakan.'), note: reason }),
  approve: form({
    ...target,
    outcome: z.enum(approvalOutcomes, 'Pilih apa yang terjadi setelah disetujui.'),
    allowHosts,
    /** When it goes out, for the outcome `schedule`. */
    scheduledFor: scheduledMoment.optional(),
  }).refine((input) => input.outcome !== 'schedule' || input.scheduledFor !== undefined, {
    path: ['scheduledFor'],
    message: 'Pilih tanggal dan jam terbit.',
  }),
  schedule: form({ ...target, scheduledFor: scheduledMoment }),
  unschedule: form(target),
  confirm: form(target),
  publish: form(target),
  publishNow: form({
    ...target,
    fastLaneReason: z.enum(fastLaneReasons, 'Pilih alasan jalur cepat.'),
    reason,
    allowHosts,
  }),
  secondReview: form(target),
  startEdition: form({
    ...target,
    changeType: z.enum(changeTypes, 'Pilih jenis perubahan.'),
    publicNote: plainLine(fieldLimits.publicNote, 'Catatan perubahan').default(''),
  }).refine((input) => input.changeType === 'minor' || input.publicNote.trim() !== '', {
    path: ['publicNote'],
    message: 'Tulis catatan perubahan yang akan dibaca warga.',
  }),
  // The reason stands at the address for readers, and no second person signs it.
  retract: form({ ...target, reason: reason.check(refuseGambling('Alasan')), hidesTitle: tick }),
  reviewRetraction: form(target),
  restore: form(target),
  archive: form(target),
  unarchive: form(target),
  discard: form(target),
  undiscard: form(target),
  place: form({
    ...target,
    slug,
    sectionId,
    topicIds: listOf(topicId, fieldLimits.topics, 'topik'),
    relatedIds: listOf(articleId, fieldLimits.related, 'artikel terkait'),
    /** A local date and time as an ISO moment; empty for no pin. */
    pinnedUntil: z
      .union(
        [z.literal('').transform(() => null), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
        'Pilih tanggal dan jam akhir sematan.',
      )
      .nullish(),
  }),
  chooseFront: form({
    portalId,
    slot: frontSlot,
    articleId,
    until: z.iso
      .datetime({ offset: true, error: 'Pilih tanggal dan jam akhirnya.' })
      .transform((text) => new Date(text)),
  }),
  clearFront: form({ portalId, slot: frontSlot }),
  merge: form({ ...target, otherId: editionId, otherVersion: target.version }),
  moveToAgency: form({ ...target, agencyId }),
  coWriter: form({ editionId, userId }),
  createPreviewLink: form({
    editionId,
    guestName: plainLine(remarkLimits.guestName, 'Nama penerima').pipe(
      z.string().trim().min(1, 'Tulis untuk siapa tautan ini.'),
    ),
    days: z.coerce
      .number('Pilih lama berlakunya.')
      .int('Pilih lama berlakunya.')
      .min(1, 'Pilih lama berlakunya.')
      .max(previewLinkDays, `Tautan berlaku paling lama ${previewLinkDays} hari.`),
    mayComment: tick,
  }),
  revokePreviewLink: form({ linkId: previewLinkId }),
  overrideFinding: form({
    editionId,
    rule: z
      .string(reload)
      .regex(/^[a-z][a-z0-9_]*$/, reload)
      .max(60, reload),
    subject: z.string(reload).max(200, reload),
    reason,
  }),
  createArticle: form({
    agencyId,
    kind: z.enum(creatableKinds, 'Pilih jenis naskah.').default('news'),
    template: z.enum(templates, 'Pilih kerangkanya.').optional(),
  }),
  draftFromEvent: form({ agencyId, eventId: articleId }),
  copyArticle: form({ articleId }),
} as const;

/** The clean input of one verb. */
export type VerbInputOf<Name extends keyof typeof verbInputs> = z.output<(typeof verbInputs)[Name]>;
