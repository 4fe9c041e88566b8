import { desc, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { type EditionState, returnReasons } from '#db/schema/enums.ts';
import { decisionNotes, events } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, UserId } from '#lib/ids.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import { type EventEntry, eventAfter } from '#lib/record/events.ts';
import { type Chance, chanceFrom, oneOf } from './chance.ts';
import { patientClient } from './copies.ts';
import { copyInto } from './copy.ts';
import { allIsTold, newsOfEditors, years } from './desk-statements.ts';
import { frameOf } from './table-frame.ts';

/** How much of the log and of the notes a filled desk was given. */
export type DeskPast = { events: number; notes: number };

type Filled = {
  id: EditionId;
  articleId: ArticleId;
  portalId: PortalId;
  agencyId: AgencyId;
  by: UserId;
  state: EditionState;
  /** When it came into its state; null where only its place among the others tells. */
  since: string | null;
};
type Moment = { entry: EventEntry; at: Date };
type Note = { verb: 'return' | 'reject'; at: Date };
/** What the row of an edition keeps of its road, beside the log. */
type Kept = { id: EditionId; fastLaneAt: Date | null; fastLaneBy: UserId | null; isCorrection: boolean };
type Past = { moments: Moment[]; notes: Note[]; kept: Kept | null };

const hour = 3_600_000;
const year = 365.25 * 24 * hour;
/** Of what went out: sent back once, taken through the fast lane, a correction of an earlier edition. */
const shares = { returned: 0.15, fastLane: 0.02, correction: 0.03 } as const;
const page = 5_000;

/**
 * Gives the editions that `fillDesk` made the past they would have: entries of the log, in one valid
 * chain and spread over some years, notes of decisions, uses of the fast lane and corrections, and what editors
 * were told of it. Once only: editions the log knows are left as they are.
 */
export async function fillDeskPast(): Promise<DeskPast> {
  const [reader, owner, ...writers] = [patientClient(), patientClient(), patientClient(), patientClient()];
  const [forEvents, forNotes] = writers;
  if (forEvents === undefined || forNotes === undefined) throw new Error('Two connections to write on.');
  const count: DeskPast = { events: 0, notes: 0 };
  const kept: Kept[] = [];
  try {
    await reader`
      create temporary table without_past as
      select editions.id, editions.article_id as "articleId", articles.portal_id as "portalId", articles.agency_id as "agencyId",
        editions.created_by as by, editions.state,
        coalesce(editions.waiting_since, editions.published_at, editions.discarded_at) as since
      from editions inner join articles on articles.id = editions.article_id
      where not exists (select 1 from events where events.edition_id = editions.id)
      order by editions.state in ('submitted', 'verified', 'in_editing', 'approved', 'scheduled'), editions.id`;
    const [unknown] = await reader<{ editions: number }[]>`select count(*)::int as editions from without_past`;
    const total = unknown?.editions ?? 0;
    const editors = await reader<{ id: UserId }[]>`
      select distinct user_id as id from memberships where role = 'editor' and ended_at is null order by 1`;
    const chance = chanceFrom(total);
    let last = await lastEntry();
    const frame = await frameOf(owner, ['events', 'decision_notes'], []);
    for (const statement of frame.drop) await owner.unsafe(statement);
    const intoEvents = await copyInto(forEvents, events, [
      ...(['seq', 'at', 'portalId', 'actorId', 'actorRole', 'verb', 'articleId', 'editionId', 'agencyId'] as const),
      ...(['fromState', 'toState', 'detail', 'previousHash', 'hash'] as const),
    ]);
    const intoNotes = await copyInto(forNotes, decisionNotes, [
      ...(['editionId', 'verb', 'reasonCode', 'text', 'by', 'at'] as const),
    ]);
    let place = 0;
    for await (const rows of reader<Filled[]>`select * from without_past`.cursor(page)) {
      for (const filled of rows) {
        const editor = editors[place % editors.length]?.id ?? filled.by;
        const end = new Date(now().getTime() - years * year * (1 - place / total));
        const past = pastOf({ ...filled, editor }, end, chance);
        place += 1;
        for (const { entry, at } of past.moments) {
          const row = eventAfter(last, entry, at);
          await intoEvents.write(row);
          last = row;
          count.events += 1;
        }
        for (const { verb, at } of past.notes) {
          const reasonCode = oneOf(chance, returnReasons);
          await intoNotes.write({ editionId: filled.id, verb, reasonCode, text: 'Catatan.', by: editor, at });
          count.notes += 1;
        }
        if (past.kept !== null) kept.push(past.kept);
      }
    }
    await intoEvents.end();
    await intoNotes.end();
    await owner.unsafe(`set maintenance_work_mem = '1GB'`);
    for (const statement of frame.restore) await owner.unsafe(statement);
    for (let from = 0; from < kept.length; from += page) await keep(kept.slice(from, from + page));
    await owner.unsafe(newsOfEditors);
    await owner.unsafe(allIsTold);
    await owner.unsafe('vacuum analyze events, decision_notes, editions, notifications');
  } finally {
    for (const client of [reader, owner, ...writers]) await client.end({ timeout: 5 });
  }
  return count;
}

async function lastEntry() {
  const [last] = await database()
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  return last;
}

async function keep(rows: readonly Kept[]): Promise<void> {
  await database().execute(sql`
    update editions set
      change_type = case when kept."isCorrection" then 'correction'::change_type end,
      fast_lane_by = kept."fastLaneBy",
      fast_lane_reason = case when kept."fastLaneAt" is not null then 'immediate_information'::fast_lane_reason end,
      second_review_due_at = kept."fastLaneAt" + interval '2 hours',
      second_reviewed_at = kept."fastLaneAt" + interval '1 hour' * (1 + editions.number % 2)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as kept(id uuid, "fastLaneAt" timestamptz, "fastLaneBy" uuid, "isCorrection" boolean)
    where editions.id = kept.id`);
}

/** The road of one edition to the state it is in, the last step at `end` where nothing else is known. */
function pastOf(filled: Filled & { editor: UserId }, end: Date, chance: Chance): Past {
  const road = roadTo(filled.state, chance);
  const moments: Moment[] = [];
  const notes: Note[] = [];
  let at = filled.since === null ? end : new Date(filled.since);
  for (const [verb, fromState, toState] of road.toReversed()) {
    const { portalId, articleId, agencyId, by, editor } = filled;
    const isWriters = verb === 'submit' || verb === 'discard';
    const [actorId, actorRole] = isWriters ? ([by, 'contributor'] as const) : ([editor, 'editor'] as const);
    const entry = { portalId, articleId, editionId: filled.id, agencyId, actorId, actorRole, verb };
    moments.unshift({ entry: { ...entry, fromState, toState }, at });
    if (verb === 'return' || verb === 'reject') notes.unshift({ verb, at });
    at = new Date(at.getTime() - waitBefore(verb, chance));
  }
  const fastLane = moments.find(({ entry }) => entry.verb === 'publish_now');
  const cameOut = moments.some(({ entry }) => entry.verb === 'publish');
  const isCorrection = cameOut && chance() < shares.correction;
  const isKept = fastLane !== undefined || isCorrection;
  const lane = { fastLaneAt: fastLane?.at ?? null, fastLaneBy: fastLane === undefined ? null : filled.editor };
  return { moments, notes, kept: isKept ? { id: filled.id, ...lane, isCorrection } : null };
}

type Step = readonly [verb: Verb, from: EditionState, to: EditionState];

const submitted: Step = ['submit', 'draft', 'submitted'];
const claimed: Step = ['claim', 'submitted', 'in_editing'];
const approved: Step = ['approve', 'in_editing', 'approved'];
const sentBack: readonly Step[] = [
  submitted,
  claimed,
  ['return', 'in_editing', 'returned'],
  ['submit', 'returned', 'submitted'],
];

function roadTo(state: EditionState, chance: Chance): readonly Step[] {
  const begun = chance() < shares.returned ? sentBack : [submitted];
  switch (state) {
    case 'submitted':
      return begun;
    case 'verified':
      return [...begun, ['verify', 'submitted', 'verified']];
    case 'in_editing':
      return [...begun, claimed];
    case 'approved':
      return [...begun, claimed, approved];
    case 'scheduled':
      return [...begun, claimed, approved, ['schedule', 'approved', 'scheduled']];
    case 'published':
      return published(begun, chance);
    case 'archived':
      return [...published(begun, chance), ['archive', 'published', 'archived']];
    case 'superseded':
      return [...published(begun, chance), ['supersede', 'published', 'superseded']];
    case 'rejected':
      return [...begun, claimed, ['reject', 'in_editing', 'rejected']];
    case 'discarded':
      return [['discard', 'draft', 'discarded']];
    default:
      return [];
  }
}

function published(begun: readonly Step[], chance: Chance): readonly Step[] {
  if (chance() < shares.fastLane) return [['publish_now', 'draft', 'published']];
  return [...begun, claimed, approved, ['publish', 'approved', 'published']];
}

/** Mean hours between a step and the one before it; most waits are shorter, a few much longer. */
const meanHours: Readonly<Record<string, number>> = {
  claim: 3,
  approve: 2,
  publish: 1,
  return: 2,
  submit: 14,
  supersede: 500,
  archive: 500,
};

function waitBefore(verb: Verb, chance: Chance): number {
  return Math.round(-Math.log(1 - chance()) * (meanHours[verb] ?? 1) * hour);
}
