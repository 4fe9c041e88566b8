import type { ArticleKind } from '#db/schema/enums.ts';
import type { signatures } from '#db/schema/index.ts';
import { articleId, editionId } from '#lib/ids.ts';
import type { ArticleRow, EditionRow } from '#lib/newsroom/edition-record.ts';
import { hashOfRow } from '#lib/newsroom/edition-record.ts';
import { cardOf } from '#lib/newsroom/going-live.ts';
import { type SignatureClaim, type SigningKey, sealCard, sign } from '#lib/newsroom/signatures.ts';
import type { EventEntry } from '#lib/record/events.ts';
import { slugify } from '#lib/urls.ts';
import { type Chance, oneOf } from './chance.ts';
import type { ScaleOffice } from './office.ts';
import type { WrittenTexts } from './written-texts.ts';

export type SignatureRow = Omit<typeof signatures.$inferSelect, 'id'>;

/** A published article as the verbs would have left it, with its entries for the log. */
export type ScaleArticle = {
  article: ArticleRow;
  edition: EditionRow;
  signatures: SignatureRow[];
  events: { entry: EventEntry; at: Date }[];
};

const minute = 60_000;

/** Of twenty articles: mostly news. Kinds that need a block or a detail of their own are left to the demo. */
const kinds: readonly ArticleKind[] = [
  ...Array.from({ length: 15 }, () => 'news' as const),
  ...(['press_release', 'press_release', 'announcement', 'speech', 'hoax_clarification'] as const),
];

/**
 * Article number `index`, first published at `at`: submitted by a writer of the agency, approved by an
 * editor, hashed, signed and sealed by the same functions as every other.
 */
export function scaleArticle(
  office: ScaleOffice,
  keys: readonly SigningKey[],
  texts: WrittenTexts,
  { index, at, chance }: { index: number; at: Date; chance: Chance },
): ScaleArticle {
  const agency = oneOf(chance, office.agencies);
  const ids = { article: articleId.parse(timedId(at, chance)), edition: editionId.parse(timedId(at, chance)) };
  const submittedAt = new Date(at.getTime() - 90 * minute);
  const claimedAt = new Date(at.getTime() - 30 * minute);
  const begunAt = new Date(at.getTime() - 180 * minute);
  const article: ArticleRow = {
    id: ids.article,
    portalId: office.portalId,
    agencyId: agency.id,
    slug: `${slugify(texts.title)}-${index.toString(36)}`,
    firstPublishedAt: at,
    isConfidential: false,
    createdBy: agency.writer,
    createdAt: begunAt,
  };
  const unsealed: EditionRow = {
    ...blankRoad,
    ...{ id: ids.edition, articleId: ids.article, number: 1, state: 'published', version: 6 },
    ...{ createdBy: agency.writer, createdAt: begunAt, lastTypedAt: submittedAt, lastTypedBy: agency.writer },
    ...{ kind: oneOf(chance, kinds), title: texts.title, lead: texts.lead, summary: '', body: texts.body },
    ...{ cover: sometimes(chance, 0.7, office.covers)[0] ?? null, credits: agency.credits },
    ...{ sources: [], attachments: [], details: {}, jointAgencyIds: [], sponsored: false },
    ...{ datelinePlace: 'Samarinda', eventDate: null, regencyCodes: sometimes(chance, 1, office.regencyCodes) },
    ...{ infoClass: 'periodic', changeType: null, publicNote: '' },
    ...{
      sectionId: oneOf(chance, office.sections).id,
      topicIds: sometimes(chance, 0.5, office.topicIds),
      relatedIds: [],
    },
    ...{ submittedBy: agency.writer, submittedAt, approvedBy: office.editor, approvedAt: at, publishedAt: at },
    approvalOutcome: 'publish',
  };
  const contentHash = hashOfRow(unsealed, article);
  const hashed = { ...unsealed, contentHash };
  const card = cardOf(hashed, article);
  if (card === undefined) throw new Error('A published article has a card.');
  const claims: SignatureClaim[] = [
    { editionId: ids.edition, contentHash, userId: agency.writer, role: 'contributor', act: 'submit', at: submittedAt },
    { editionId: ids.edition, contentHash, userId: office.editor, role: 'editor', act: 'approve', at },
  ];
  const place = { portalId: office.portalId, articleId: ids.article, editionId: ids.edition, agencyId: agency.id };
  const byWriter = { ...place, actorId: agency.writer, actorRole: 'contributor' } as const;
  const byEditor = { ...place, actorId: office.editor, actorRole: 'editor' } as const;
  const detail = { contentHash };
  return {
    article,
    edition: { ...hashed, ...sealCard(keys, card) },
    signatures: claims.map((claim) => ({ ...claim, ...sign(keys, claim) })),
    events: [
      { at: submittedAt, entry: { ...byWriter, verb: 'submit', fromState: 'draft', toState: 'submitted', detail } },
      { at: claimedAt, entry: { ...byEditor, verb: 'claim', fromState: 'submitted', toState: 'in_editing', detail } },
      { at, entry: { ...byEditor, verb: 'approve', fromState: 'in_editing', toState: 'approved', detail } },
      { at, entry: { ...byEditor, verb: 'publish', fromState: 'approved', toState: 'published', detail } },
    ],
  };
}

/** One of the choices with this probability, or none. */
function sometimes<T>(chance: Chance, probability: number, choices: readonly T[]): T[] {
  return choices.length > 0 && chance() < probability ? [oneOf(chance, choices)] : [];
}

/** A UUIDv7 of that moment: ids that sort by time, as PostgreSQL makes them. */
function timedId(at: Date, chance: Chance): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const some = (digits: number) =>
    Math.floor(chance() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${some(3)}-${oneOf(chance, [...'89ab'])}${some(3)}-${some(6)}${some(6)}`;
}

/** What an edition that went straight on never had. */
const blankRoad = {
  ...{ pinnedUntil: null, lastSaveId: null, claimableAtOnce: false },
  ...{ claimedBy: null, claimedAt: null, claimedFrom: null, claimedHash: null },
  ...{ embargoUntil: null, scheduledFor: null, fastLaneReason: null, fastLaneBy: null },
  ...{ secondReviewDueAt: null, secondReviewedAt: null },
  ...{
    retractedAt: null,
    retractReason: null,
    retractHidesTitle: false,
    retractReviewDueAt: null,
    retractReviewedAt: null,
    mergedInto: null,
    retractedFrom: null,
  },
  ...{ agencyId: null, waitingSince: null, targetAt: null, escalation: 0, escalatedAt: null, priority: 'normal' },
  ...{ escalatedTo: [], escalatesAt: null, openedToDeskAt: null, verifyDueAt: null, mergedInto: null },
  retractReviewedAt: null,
  ...{ assignedTo: null, assignedBy: null, assignedAt: null, dueAt: null },
  ...{ scheduledHash: null, scheduledBy: null, scheduleFailedAt: null, scheduleAttempts: 0, scheduleFailure: null },
  ...{ discardedAt: null, discardedFrom: null, purgedAt: null, contentHash: null, cardMac: null, cardKeyId: null },
} satisfies Partial<EditionRow>;
