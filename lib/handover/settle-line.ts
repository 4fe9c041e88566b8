import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { editions, namedPeople, savedViews } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { expireCodes } from '#lib/accounts/codes.ts';
import { endDelegation } from '#lib/accounts/delegations.ts';
import { endSessionsOf } from '#lib/accounts/people.ts';
import { endRole } from '#lib/accounts/roles.ts';
import { assign } from '#lib/desk/assigning.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import { type EditionId, editionId, embargoPassId, membershipId, previewLinkId, type UserId } from '#lib/ids.ts';
import { mayNominate } from '#lib/newsroom/confidence-policy.ts';
import { addCoWriter, removeCoWriter } from '#lib/newsroom/drafting.ts';
import { lockArticle, readEdition } from '#lib/newsroom/edition-record.ts';
import { isManagingEditor, maySee } from '#lib/newsroom/policy.ts';
import { revokePreviewLink } from '#lib/newsroom/preview-links.ts';
import { release } from '#lib/newsroom/publishing.ts';
import { handPassOn, revokePass } from '#lib/press/embargo-passes.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { HandoverInput } from './handover-input.ts';
import { handoverLines, type LineGroup, lineGroups } from './handover-lines.ts';
import { openHandover, tell } from './handovers.ts';

/**
 * Settles one line of a handover by the ordinary verb behind it, in the name of who taps: what they
 * may not do anywhere they may not do here.
 *
 * @throws not_found for a line that is not there (any more), not_allowed where another has to do it
 */
export async function settleLine(actor: Actor, { handoverId, key }: HandoverInput<'settle'>): Promise<void> {
  const { between } = await transaction(async (tx) => openHandover(tx, await actorNow(tx, actor), handoverId));
  const line = (await handoverLines(database(), actor, between)).find((one) => one.key === key);
  if (line === undefined) throw conflict('Hal ini sudah beres. Muat ulang halaman.');
  if (line.act === null) throw notAllowed(`Ini diselesaikan oleh ${line.who}.`);
  const [name, id = ''] = key.split(':');
  const group = lineGroups.find((one) => one === name);
  if (group === undefined) throw notFound('line');
  await settle(actor, group, id, { handoverId, from: between.from, to: between.to?.userId ?? null });
}

type People = { handoverId: HandoverInput<'settle'>['handoverId']; from: UserId; to: UserId | null };

async function settle(actor: Actor, group: LineGroup, id: string, people: People): Promise<void> {
  switch (group) {
    case 'draft':
      return addCoWriter(actor, { editionId: editionId.parse(id), userId: successor(people) });
    case 'co_writing':
      return removeCoWriter(actor, { editionId: editionId.parse(id), userId: people.from });
    case 'held':
      await release(actor, { editionId: editionId.parse(id), version: await versionOf(editionId.parse(id)) });
      return;
    case 'assigned':
    case 'scheduled':
      return assignTo(actor, editionId.parse(id), successor(people));
    case 'named':
      return nameSuccessor(actor, editionId.parse(id), people);
    case 'role':
      return endRole(actor, { membershipId: membershipId.parse(id) });
    case 'delegation':
      return endDelegation(actor, { membershipId: membershipId.parse(id) });
    case 'views':
      return passViews(actor, people);
    case 'preview_link':
      return revokePreviewLink(actor, { linkId: previewLinkId.parse(id) });
    case 'sessions':
      return endSessionsOf(actor, { userId: people.from });
    case 'codes':
      return endCodes(actor, people);
    case 'pass':
      return handPassOn(actor, { passId: embargoPassId.parse(id), to: successor(people) });
    case 'pass_to_close':
    case 'embargo_reader':
      return revokePass(actor, { passId: embargoPassId.parse(id) });
  }
}

function successor({ to }: People): UserId {
  if (to === null) throw notAllowed('Serah terima ini belum punya penerus.');
  return to;
}

async function versionOf(id: EditionId): Promise<number> {
  const [row] = await database().select({ version: editions.version }).from(editions).where(eq(editions.id, id));
  if (row === undefined) throw notFound('edition');
  return row.version;
}

async function assignTo(actor: Actor, id: EditionId, to: UserId): Promise<void> {
  const [row] = await database()
    .select({ assignedTo: editions.assignedTo, dueAt: editions.dueAt })
    .from(editions)
    .where(eq(editions.id, id));
  if (row === undefined) throw notFound('edition');
  await assign(actor, {
    ...{ editionId: id, seenAssigneeId: row.assignedTo, assigneeId: to, dueAt: row.dueAt },
    note: 'Serah terima akun',
  });
}

/**
 * Names the successor instead of who leaves. A managing editor may do so also for a confidential
 * draft they do not see: else nobody could, once its people are gone. They are not told its title.
 */
function nameSuccessor(actor: Actor, id: EditionId, people: People): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { row } = await openHandover(tx, asked, people.handoverId);
    await lockArticle(tx, id);
    const record = await readEdition(tx, id, true);
    const isOfPortal = record?.article.portalId === row.portalId;
    if (record === undefined || !isOfPortal || !record.facts.namedIds.includes(people.from)) throw notFound('edition');
    const { article, edition, facts } = record;
    const isManaging = isManagingEditor(asked, article.portalId);
    if (!isManaging && !(maySee(asked, facts) && mayNominate(asked, facts, article.createdBy)))
      throw notFound('edition');
    if (edition.claimedBy === people.from) throw notAllowed('Lepaskan dulu naskah yang sedang dipegangnya.');
    const to = successor(people);
    await tx.insert(namedPeople).values({ articleId: article.id, userId: to }).onConflictDoNothing();
    await tx.delete(namedPeople).where(and(eq(namedPeople.articleId, article.id), eq(namedPeople.userId, people.from)));
    for (const [verb, subjectId] of [
      ['name_person', to],
      ['unname_person', people.from],
    ] as const) {
      await recordEvent(tx, {
        ...{ portalId: article.portalId, actorId: asked.userId, actorRole: 'managing_editor', verb, subjectId },
        ...{ articleId: article.id, editionId: edition.id, agencyId: article.agencyId },
        detail: { handoverId: row.id },
      });
    }
  });
}

/** A successor's own views of the same name stay; those of who leaves go. */
function passViews(actor: Actor, people: People): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { row } = await openHandover(tx, asked, people.handoverId);
    const to = successor(people);
    const views = await tx.select().from(savedViews).where(eq(savedViews.userId, people.from));
    for (const { name, query, position } of views) {
      await tx.insert(savedViews).values({ userId: to, name, query, position }).onConflictDoNothing();
    }
    await tx.delete(savedViews).where(eq(savedViews.userId, people.from));
    await tell(tx, asked, row, 'pass_saved_views', { handoverId: row.id, views: views.length });
  });
}

function endCodes(actor: Actor, people: People): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { row } = await openHandover(tx, asked, people.handoverId);
    await expireCodes(tx, people.from);
    await tell(tx, asked, row, 'expire_codes', { handoverId: row.id });
  });
}
