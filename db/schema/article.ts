import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AgencyId, ArticleId, EditionId, PortalId, SectionId, TopicId, UserId } from '../../lib/ids.ts';
import type { Attachment, Cover, Credit, Source } from '../../lib/newsroom/article-input.ts';
import type { KindDetails } from '../../lib/newsroom/kind-details.ts';
import type { RichDocument } from '../../lib/richtext/rich-nodes.ts';
import { idColumn, moment } from './columns.ts';
import {
  approvalOutcomes,
  articleKinds,
  changeTypes,
  editionStates,
  fastLaneReasons,
  infoClasses,
  priorities,
} from './enums.ts';
import { users } from './person.ts';
import { agencies, portals, sections } from './portal.ts';

export const articleKind = pgEnum('article_kind', articleKinds);
export const editionState = pgEnum('edition_state', editionStates);
export const changeType = pgEnum('change_type', changeTypes);
export const infoClass = pgEnum('info_class', infoClasses);
export const approvalOutcome = pgEnum('approval_outcome', approvalOutcomes);
export const fastLaneReason = pgEnum('fast_lane_reason', fastLaneReasons);
export const priority = pgEnum('priority', priorities);

/** The lasting thing behind all its editions. */
export const articles = pgTable(
  'articles',
  {
    id: idColumn().$type<ArticleId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    agencyId: uuid()
      .$type<AgencyId>()
      .notNull()
      .references(() => agencies.id),
    /** Null until first published. Old slugs live in redirects. */
    slug: text(),
    firstPublishedAt: moment(),
    /** Confidential: only the named people read and write it before publication. */
    isConfidential: boolean().notNull().default(false),
    createdBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('articles_portal_slug').on(table.portalId, table.slug),
    index('articles_agency').on(table.agencyId),
    // Few are; whoever may not know of them is asked to be spared them on every list.
    index('articles_confidential').on(table.id).where(sql`is_confidential`),
  ],
);

/** One numbered version of an article, with its words and its state. */
export const editions = pgTable(
  'editions',
  {
    id: idColumn().$type<EditionId>(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    number: integer().notNull(),
    /** Whose words these are, where the article has moved since or moves with this edition; null: the article's agency. */
    agencyId: uuid()
      .$type<AgencyId>()
      .references(() => agencies.id),
    state: editionState().notNull().default('draft'),
    /** Raised by every save and every verb; what a person acts on must be what they saw. */
    version: integer().notNull().default(1),
    createdBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),

    // The words: hashed, signed.
    kind: articleKind().notNull().default('news'),
    title: text().notNull().default(''),
    lead: text().notNull().default(''),
    summary: text().notNull().default(''),
    body: jsonb().$type<RichDocument>().notNull(),
    cover: jsonb().$type<Cover | null>(),
    credits: jsonb().$type<Credit[]>().notNull().default([]),
    sources: jsonb().$type<Source[]>().notNull().default([]),
    attachments: jsonb().$type<Attachment[]>().notNull().default([]),
    /** What only this kind has; nothing at all where nothing was filled in. */
    details: jsonb().$type<KindDetails>().notNull().default({}),
    jointAgencyIds: uuid().array().$type<AgencyId[]>().notNull().default([]),
    sponsored: boolean().notNull().default(false),
    datelinePlace: text().notNull().default(''),
    eventDate: date({ mode: 'string' }),
    regencyCodes: text().array().notNull().default([]),
    infoClass: infoClass().notNull().default('periodic'),
    changeType: changeType(),
    publicNote: text().notNull().default(''),

    // Placement: not hashed, changed on a live edition only by `place`.
    sectionId: uuid()
      .$type<SectionId>()
      .references(() => sections.id),
    topicIds: uuid().array().$type<TopicId[]>().notNull().default([]),
    relatedIds: uuid().array().$type<ArticleId[]>().notNull().default([]),
    /** Pinned to the front page until then. */
    pinnedUntil: moment(),

    // Writing.
    /** The last save taken, so that a repeated one is answered, not applied again. */
    lastSaveId: uuid(),
    lastTypedAt: moment(),
    lastTypedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),

    // The road.
    submittedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    submittedAt: moment(),
    /** Set by `release` after edits: nobody needs to wait for the verifier again. */
    claimableAtOnce: boolean().notNull().default(false),
    claimedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    claimedAt: moment(),
    claimedFrom: editionState(),
    claimedHash: text(),
    approvedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    approvedAt: moment(),
    approvalOutcome: approvalOutcome(),
    embargoUntil: moment(),
    scheduledFor: moment(),
    fastLaneReason: fastLaneReason(),
    fastLaneBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    secondReviewDueAt: moment(),
    secondReviewedAt: moment(),
    publishedAt: moment(),
    retractedAt: moment(),
    retractReason: text(),
    /** Whether the tombstone may still show the title. */
    retractHidesTitle: boolean().notNull().default(false),
    retractReviewDueAt: moment(),
    retractReviewedAt: moment(),
    /** published or archived: where `restore` leads. */
    retractedFrom: editionState(),
    /** Rejected because its story was taken into this article. */
    mergedInto: uuid()
      .$type<ArticleId>()
      .references(() => articles.id),
    discardedAt: moment(),
    discardedFrom: editionState(),
    purgedAt: moment(),

    // The desk. None of it is words, none of it is signed.
    /** When the edition came into the state it is in: since then it waits. */
    waitingSince: moment(),
    /** By when it should have left that state: the target of its kind in service hours. Null where none is set. */
    targetAt: moment(),
    /** How far its lateness has been carried: 0 nobody, 1 the managing editor, 2 the agency's leader as well. */
    escalation: smallint().notNull().default(0),
    escalatedAt: moment(),
    /** When its lateness is to be carried further; null while nothing is late to come or nobody is left to tell. */
    escalatesAt: moment(),
    /** Whom it was carried to last. */
    escalatedTo: uuid().array().$type<UserId[]>().notNull().default([]),
    /** Until when the agency's verifier is waited for; null when nobody was there to wait for. */
    verifyDueAt: moment(),
    /** When the desk was let past the verifier. */
    openedToDeskAt: moment(),
    assignedTo: uuid()
      .$type<UserId>()
      .references(() => users.id),
    assignedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    assignedAt: moment(),
    /** Tenggat given by whoever assigned it. */
    dueAt: moment(),
    priority: priority().notNull().default('normal'),
    /** The hash two people had signed when it was scheduled: only these words go out. */
    scheduledHash: text(),
    scheduledBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    /** Since when a due publication fails, how often it was tried, and why, in words for the desk. */
    scheduleFailedAt: moment(),
    scheduleAttempts: smallint().notNull().default(0),
    scheduleFailure: text(),

    // What readers are served: set when live, checked at every render.
    contentHash: text(),
    cardMac: text(),
    cardKeyId: text(),
  },
  (table) => [
    unique('editions_article_number').on(table.articleId, table.number),
    uniqueIndex('editions_one_working')
      .on(table.articleId)
      .where(sql`state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`),
    uniqueIndex('editions_one_live').on(table.articleId).where(sql`state in ('published','archived','retracted')`),
    index('editions_state').on(table.state),
    // By the first characters of the hash, as the authenticity line shows them.
    index('editions_content_hash').on(table.contentHash.op('text_pattern_ops')),
    index('editions_amended')
      .on(table.publishedAt.desc())
      .where(sql`change_type in ('correction','right_of_reply') and published_at is not null`),
    index('editions_published').on(table.publishedAt.desc()).where(sql`state in ('published','archived')`),
    index('editions_retracted').on(table.publishedAt.desc()).where(sql`state = 'retracted'`),
    // Part of a live title, as editors type it to name another article.
    index('editions_live_title')
      .using('gin', table.title.op('gin_trgm_ops'))
      .where(sql`state in ('published','archived')`),
    index('editions_to_purge').on(table.discardedAt).where(sql`state = 'discarded' and purged_at is null`),
    index('editions_put_aside').on(table.id.desc()).where(sql`state in ('rejected','discarded') and purged_at is null`),
    // What is under way, by who began it and who sent it on: somebody's own desk.
    index('editions_working')
      .on(table.id)
      .where(sql`state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`),
    index('editions_begun')
      .on(table.createdBy)
      .where(sql`state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`),
    index('editions_sent')
      .on(table.submittedBy)
      .where(sql`state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`),
    // The calendar: what is planned, embargoed or due between two days.
    index('editions_planned')
      .on(table.scheduledFor)
      .where(
        sql`scheduled_for is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`,
      ),
    index('editions_embargoed')
      .on(table.embargoUntil)
      .where(
        sql`embargo_until is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`,
      ),
    index('editions_due')
      .on(table.dueAt)
      .where(
        sql`due_at is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`,
      ),
    index('editions_changing').on(table.id, table.changeType).where(sql`change_type is not null`),
    // The few that are of another agency than their article, or of several.
    index('editions_moving').on(table.agencyId).where(sql`agency_id is not null`),
    index('editions_joint').using('gin', table.jointAgencyIds).where(sql`joint_agency_ids <> '{}'`),
    // The desk's list: what is under way, the late and the longest waiting first.
    index('editions_desk')
      .on(table.targetAt, table.id)
      .where(sql`state in ('submitted','verified','in_editing','approved','scheduled')`),
    index('editions_assigned')
      .on(table.assignedTo)
      .where(
        sql`assigned_to is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`,
      ),
    index('editions_to_escalate').on(table.escalatesAt).where(sql`escalates_at is not null`),
    index('editions_escalated').using('gin', table.escalatedTo).where(sql`escalation > 0`),
    index('editions_verify_due')
      .on(table.verifyDueAt)
      .where(sql`state = 'submitted' and verify_due_at is not null and opened_to_desk_at is null`),
    index('editions_scheduled').on(table.scheduledFor).where(sql`state = 'scheduled'`),
    index('editions_review_due')
      .on(table.secondReviewDueAt)
      .where(sql`second_review_due_at is not null and second_reviewed_at is null`),
    index('editions_retraction_due')
      .on(table.retractReviewDueAt)
      .where(sql`retract_review_due_at is not null and retract_reviewed_at is null`),
    index('editions_fast_lane').on(table.publishedAt).where(sql`fast_lane_by is not null`),
    index('editions_merged').on(table.mergedInto).where(sql`merged_into is not null`),
    // What is under way by the words of its title and lead, and whatever tells of the same day: who else writes of this?
    index('editions_open_words')
      .using('gin', sql`to_tsvector('simple', title || ' ' || lead)`)
      .where(sql`state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`),
    index('editions_event_date')
      .on(table.eventDate)
      .where(
        sql`event_date is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled','published','archived')`,
      ),
    check('editions_number_positive', sql`number > 0`),
    check('editions_never_exempt_live', sql`not (info_class = 'exempt' and state in ('scheduled','published'))`),
    check('editions_claimed_has_claimer', sql`(state = 'in_editing') = (claimed_by is not null)`),
    check('editions_scheduled_has_time', sql`state <> 'scheduled' or scheduled_for is not null`),
    check(
      'editions_live_is_sealed',
      sql`state not in ('published','archived','retracted') or (content_hash is not null and card_mac is not null and card_key_id is not null and published_at is not null)`,
    ),
    check(
      'editions_retracted_has_reason',
      sql`state <> 'retracted' or (retracted_at is not null and retract_reason <> '')`,
    ),
  ],
);

export const coWriters = pgTable(
  'co_writers',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    addedBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    addedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.userId] }), index('co_writers_person').on(table.userId)],
);

/** The named people of a confidential article. */
export const namedPeople = pgTable(
  'named_people',
  {
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.userId] }), index('named_people_person').on(table.userId)],
);

export const redirects = pgTable(
  'redirects',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    oldSlug: text().notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.oldSlug] }), index('redirects_article').on(table.articleId)],
);
