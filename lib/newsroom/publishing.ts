import { eq, sql } from 'drizzle-orm';
import { coWriters, decisionNotes, editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { markPublic } from '#lib/media/publication.ts';
import { leaveFormerAgency } from './agency-of-article.ts';
import { checksOfRecord } from './check-edition.ts';
import { takeBackDocuments } from './document-access.ts';
import { type EditionRecord, readEdition } from './edition-record.ts';
import { keepFindings } from './findings-kept.ts';
import { isAsSealed, makeWay, moveTo, namesOf, renewReaders, requireSealed, settleLive } from './going-live.ts';
import { allowHostsAlong } from './link-register.ts';
import { nameWhoBegins } from './nominated-access.ts';
import { foreignPlacement } from './placement.ts';
import { isManagingEditor } from './policy.ts';
import { documentIdsOf } from './readiness.ts';
import { requireActiveReason } from './return-reasons.ts';
import { holdSuccessor, requireOpenTime, timeOf } from './scheduling.ts';
import { twoSignaturesHold } from './signatures.ts';
import { readinessOfRecord, type Step, takeStep, transition, type VerbResult, walk } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';
import { refuseWithdrawn } from './withdrawn-uploads.ts';

/** Every verb of DESIGN's table that people can use now: `(actor, input) → the edition's new version and state`. */

/** Sends an edition on its way. What the checks still find is remembered for its submitter alone, to learn from. */
export function submit(actor: Actor, input: VerbInputOf<'submit'>): Promise<VerbResult> {
  return transition(actor, 'submit', input, {
    after: async ({ tx, record }) => {
      const { findings } = await checksOfRecord(tx, record);
      await keepFindings(tx, record.edition.id, actor.userId, findings);
      const { id: editionId } = record.edition;
      await addJob(tx, 'find_similar', { editionId }, { jobKey: `find_similar:${editionId}` });
    },
  });
}

export function withdraw(actor: Actor, input: VerbInputOf<'withdraw'>): Promise<VerbResult> {
  return transition(actor, 'withdraw', input);
}

export function verify(actor: Actor, input: VerbInputOf<'verify'>): Promise<VerbResult> {
  return transition(actor, 'verify', input);
}

/** Takes an edition to the desk. A reason lets a managing editor pass by a verifier who still has time. */
export function claim(actor: Actor, input: VerbInputOf<'claim'>): Promise<VerbResult> {
  const reason = input.reason?.trim() ?? '';
  return transition(actor, 'claim', input, reason === '' ? {} : { input: { reason }, detail: { reason } });
}

export function release(actor: Actor, input: VerbInputOf<'release'>): Promise<VerbResult> {
  return transition(actor, 'release', input);
}

export function takeOver(actor: Actor, input: VerbInputOf<'takeOver'>): Promise<VerbResult> {
  return transition(actor, 'take_over', input);
}

/** Sends an edition back to its writers with a coded reason and a note they read on their desk. */
export function returnEdition(actor: Actor, input: VerbInputOf<'return'>): Promise<VerbResult> {
  const { reasonCode, note, place } = input;
  return transition(actor, 'return', input, {
    input: { reason: note },
    detail: { reasonCode, place: place ?? '' },
    before: ({ tx, record }) => requireActiveReason(tx, record.article.portalId, reasonCode),
    after: (step) => keepNote(step, actor, { verb: 'return', reasonCode, text: note, place: place ?? '' }),
  });
}

export function reject(actor: Actor, input: VerbInputOf<'reject'>): Promise<VerbResult> {
  const { reasonCode, note } = input;
  return transition(actor, 'reject', input, {
    input: { reason: note },
    detail: { reasonCode },
    before: ({ tx, record }) => requireActiveReason(tx, record.article.portalId, reasonCode),
    after: (step) => keepNote(step, actor, { verb: 'reject', reasonCode, text: note }),
  });
}

/**
 * Approves, and with outcome `publish` also publishes, with `schedule` puts on the schedule: at once when
 * two signatures hold, else upon `confirm`.
 */
export function approve(actor: Actor, input: VerbInputOf<'approve'>): Promise<VerbResult> {
  const { outcome } = input;
  const at = outcome === 'schedule' ? input.scheduledFor : undefined;
  const when = at === undefined ? {} : { scheduledFor: at };
  return walk(actor, input.editionId, async (step) => {
    if (at !== undefined) requireOpenTime(step, at);
    await allowHosts(step, input.allowHosts);
    const detail = { outcome, ...(at === undefined ? {} : { scheduledFor: at.toISOString() }) };
    const approved = await takeStep(step, 'approve', { input: { outcome, ...when }, detail }, input.version);
    return carryOut({ ...step, record: approved });
  });
}

/** Signs the edited words as the second account; then what the approver chose happens. */
export function confirm(actor: Actor, input: VerbInputOf<'confirm'>): Promise<VerbResult> {
  return walk(actor, input.editionId, async (step) => {
    const confirmed = await takeStep(step, 'confirm', {}, input.version);
    return carryOut({ ...step, record: confirmed });
  });
}

export function publish(actor: Actor, input: VerbInputOf<'publish'>): Promise<VerbResult> {
  return transition(actor, 'publish', input, { before: makeWay, after: settleLive });
}

/** The fast lane: one editor's signature, a reason on record, a second review due within two hours. */
export function publishNow(actor: Actor, input: VerbInputOf<'publishNow'>): Promise<VerbResult> {
  const { fastLaneReason, reason } = input;
  return walk(actor, input.editionId, async (step) => {
    await allowHosts(step, input.allowHosts);
    const options = {
      input: { fastLaneReason, reason },
      detail: { fastLaneReason, reason },
      before: makeWay,
      after: async (done: Step) => {
        await keepNote(done, actor, { verb: 'publish_now', text: reason });
        await settleLive(done);
      },
    };
    return takeStep(step, 'publish_now', options, input.version);
  });
}

/** Before the step that wants them allowed; told to the log with it. Refused as a whole when the step is. */
async function allowHosts({ tx, record, performer, entries }: Step, hosts: readonly string[] = []): Promise<void> {
  if (performer === 'system') return;
  entries.push(...(await allowHostsAlong(tx, performer, record.article.portalId, hosts)));
}

export function secondReview(actor: Actor, input: VerbInputOf<'secondReview'>): Promise<VerbResult> {
  return transition(actor, 'second_review', input, { before: requireSealed, after: renewReaders });
}

/** Takes a live article off the site: its address answers 410 with the reason. */
export function retract(actor: Actor, input: VerbInputOf<'retract'>): Promise<VerbResult> {
  const { reason } = input;
  return walk(actor, input.editionId, async (step) => {
    // Taking down always works; but a title that somebody put there behind our back is not repeated.
    const hidesTitle = input.hidesTitle || !(await isAsSealed(step.tx, step.record));
    const held = await holdSuccessor(step);
    const after = async (done: Step) => {
      await keepNote(done, actor, { verb: 'retract', text: reason, isPublic: true });
      await takeBackDocuments(done.tx, done.record.words, null);
      await renewReaders(done);
    };
    // A managing editor is who would look at it: nobody else is owed.
    const isOwnReview = isManagingEditor(actor, step.record.article.portalId);
    const options = { input: { reason, hidesTitle, isOwnReview }, detail: { reason, hidesTitle, ...held }, after };
    return takeStep(step, 'retract', options, input.version);
  });
}

/** A managing editor has looked at what somebody else withdrew, and lets it stand. */
export function reviewRetraction(actor: Actor, input: VerbInputOf<'reviewRetraction'>): Promise<VerbResult> {
  return transition(actor, 'review_retraction', input);
}

export function restore(actor: Actor, input: VerbInputOf<'restore'>): Promise<VerbResult> {
  return transition(actor, 'restore', input, {
    before: requireSealed,
    after: async (step) => {
      await markPublic(step.tx, documentIdsOf(step.record.words), step.at);
      await renewReaders(step);
    },
  });
}

/** Leaves an article to be read and found, marked as no longer current and off the front page. */
export function archive(actor: Actor, input: VerbInputOf<'archive'>): Promise<VerbResult> {
  return transition(actor, 'archive', input, { before: requireSealed, after: renewReaders });
}

export function unarchive(actor: Actor, input: VerbInputOf<'unarchive'>): Promise<VerbResult> {
  return transition(actor, 'unarchive', input, { before: requireSealed, after: renewReaders });
}

export function discard(actor: Actor, input: VerbInputOf<'discard'>): Promise<VerbResult> {
  return transition(actor, 'discard', input);
}

export function undiscard(actor: Actor, input: VerbInputOf<'undiscard'>): Promise<VerbResult> {
  // The article may have moved meanwhile: what is written further is written for where it stands now.
  return transition(actor, 'undiscard', input, { after: ({ tx, record }) => leaveFormerAgency(tx, record) });
}

/** Changes where a live article stands (address, section, topics, related, pin); its words stay. */
export function place(actor: Actor, input: VerbInputOf<'place'>): Promise<VerbResult> {
  const { slug, sectionId, topicIds, relatedIds } = input;
  const pinnedUntil = input.pinnedUntil ?? null;
  let formerNames: string[] = [];
  return transition(actor, 'place', input, {
    detail: { slug, sectionId, topicIds, relatedIds, pinnedUntil: pinnedUntil?.toISOString() ?? null },
    before: async (step) => {
      const { tx, record, at } = step;
      await requireSealed(step);
      const issues = await foreignPlacement(tx, record.article.portalId, { sectionId, topicIds });
      if (issues.length > 0) throw invalid(issues);
      formerNames = await namesOf(tx, record);
      await moveTo(tx, record.article, slug, at);
      await tx
        .update(editions)
        .set({ sectionId, topicIds, relatedIds, pinnedUntil })
        .where(eq(editions.id, record.edition.id));
    },
    after: (step) => renewReaders(step, formerNames),
  });
}

/** Begins the next edition of a live article from the words that stand; the live one stays up meanwhile. */
export function startEdition(actor: Actor, input: VerbInputOf<'startEdition'>): Promise<VerbResult> {
  const { changeType, publicNote } = input;
  return walk(actor, input.editionId, async (step) => {
    let begun: EditionId | undefined;
    const begin = async () => {
      begun = await copyAsDraft(step, { changeType, publicNote, by: actor });
    };
    await takeStep(step, 'start_edition', { detail: { changeType }, after: begin }, input.version);
    const next = begun === undefined ? undefined : await readEdition(step.tx, begun);
    if (next === undefined) throw new Error('A new edition was not begun.');
    return next;
  });
}

/** The words of a live edition as the draft of the next, for verbs that begin one. */
export async function copyAsDraft(
  { tx, at, record: { edition, article } }: Step,
  begin: { changeType: VerbInputOf<'startEdition'>['changeType']; publicNote: string; by: Actor },
): Promise<EditionId | undefined> {
  const [highest] = await tx
    .select({ number: sql<number>`max(${editions.number})` })
    .from(editions)
    .where(eq(editions.articleId, edition.articleId));
  const { kind, title, lead, summary, body, cover, credits, sources, attachments, jointAgencyIds, sponsored } = edition;
  const { datelinePlace, eventDate, regencyCodes, infoClass, sectionId, topicIds, relatedIds, pinnedUntil } = edition;
  const { details, embargoUntil } = edition;
  const [row] = await tx
    .insert(editions)
    .values({
      ...{ kind, title, lead, summary, body, cover, credits, sources, attachments, jointAgencyIds, sponsored },
      ...{ datelinePlace, eventDate, regencyCodes, infoClass, sectionId, topicIds, relatedIds, pinnedUntil },
      ...{ details, embargoUntil },
      articleId: edition.articleId,
      number: (highest?.number ?? edition.number) + 1,
      changeType: begin.changeType,
      publicNote: begin.publicNote,
      createdBy: begin.by.userId,
      createdAt: at,
    })
    .returning({ id: editions.id });
  if (row === undefined) return undefined;
  await nameWhoBegins(tx, article, begin.by.userId);
  // Whoever wrote with others writes the next edition with them too.
  const writers = await tx.select().from(coWriters).where(eq(coWriters.editionId, edition.id));
  if (writers.length > 0) await tx.insert(coWriters).values(writers.map((one) => ({ ...one, editionId: row.id })));
  return row.id;
}

/**
 * What the approver chose, once two signatures hold: publication now, or the schedule. What is under embargo is
 * scheduled for its end, and what has photos still being made for now: only what stands on the schedule goes out
 * by itself, says why it cannot, and is an alarm.
 */
async function carryOut(step: Step): Promise<EditionRecord> {
  const { tx, record } = step;
  const { edition, facts } = record;
  if (!twoSignaturesHold(facts.signatures, facts.currentHash)) return record;
  const bySystem: Step = { ...step, performer: 'system' };
  // A time that has passed while the second signature was waited for is due at once.
  if (edition.approvalOutcome === 'schedule')
    return takeStep(bySystem, 'schedule', { detail: timeOf(edition), before: refuseWithdrawn });
  if (edition.approvalOutcome !== 'publish') return record;
  const { embargoUntil } = edition;
  const isEmbargoed = embargoUntil !== null && embargoUntil > step.at;
  if (isEmbargoed || (await readinessOfRecord(tx, record)).pending.length > 0) {
    const scheduledFor = isEmbargoed ? embargoUntil : step.at;
    const detail = { scheduledFor: scheduledFor.toISOString() };
    return takeStep(bySystem, 'schedule', { input: { scheduledFor }, detail, before: refuseWithdrawn });
  }
  return takeStep(bySystem, 'publish', { before: makeWay, after: settleLive });
}

async function keepNote(
  { tx, record, at }: Step,
  actor: Actor,
  note: {
    verb: string;
    text: string;
    reasonCode?: VerbInputOf<'return'>['reasonCode'];
    place?: string;
    isPublic?: boolean;
  },
): Promise<void> {
  await tx.insert(decisionNotes).values({ ...note, editionId: record.edition.id, by: actor.userId, at });
}
