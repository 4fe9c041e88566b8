import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import type { EditionState, Priority } from '#db/schema/enums.ts';
import { articles, coWriters, editions, namedPeople, queueEntries } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId, UserId } from '#lib/ids.ts';
import { approve, claim, returnEdition, submit } from '#lib/newsroom/publishing.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
  withRole,
} from '#lib/testing/newsroom.ts';
import { assign } from './assigning.ts';
import { assignedToMe, queueCounts, queuePage, queuePageSize } from './queue.ts';
import type { QueueFilters } from './queue-filters.ts';
import { placeFrom } from './queue-order.ts';

testDatabase();

const hour = 3_600_000;
const ago = (hours: number) => new Date(now().getTime() - hours * hour);
const ids = async (actor: Actor, filters: QueueFilters = {}) =>
  (await queuePage(actor, filters)).rows.map((row) => row.editionId);

/** Says how an edition stands, as time and other verbs would have brought it there. */
async function stands(
  editionId: EditionId,
  desk: Partial<{ waitingSince: Date; targetAt: Date | null; dueAt: Date; priority: Priority; assignedTo: UserId }>,
): Promise<void> {
  await database().update(editions).set(desk).where(eq(editions.id, editionId));
}

/** Many editions under way at once, as plain rows. */
async function manyUnderWay(office: Office, count: number, state: EditionState = 'submitted'): Promise<void> {
  const createdBy = office.contributor.userId;
  const begun = await database()
    .insert(articles)
    .values(Array.from({ length: count }, () => ({ portalId: office.portalId, agencyId: office.agencyId, createdBy })))
    .returning({ articleId: articles.id });
  await database()
    .insert(editions)
    .values(
      begun.map(({ articleId }, index) => ({
        ...{ articleId, number: 1, body: emptyDocument(), createdBy, state, title: `Naskah ${index}` },
        ...{ waitingSince: ago((index * 7) % 50), priority: (['low', 'normal', 'high', 'urgent'] as const)[index % 4] },
        targetAt: index % 3 === 0 ? ago(1) : null,
      })),
    );
}

describe('the rows of the queue', () => {
  /** What triggers have written, against what the editions say. */
  async function difference(portalId: PortalId): Promise<unknown[]> {
    return database().execute(sql`
      select edition.id, edition.state, entry.state as kept from editions edition
      join articles article on article.id = edition.article_id
      full join queue_entries entry on entry.edition_id = edition.id
      where article.portal_id = ${portalId} and (
        (edition.state in ('submitted','verified','in_editing','approved','scheduled')) is distinct from (entry.edition_id is not null)
        or (entry.edition_id is not null and (entry.state, entry.title, entry.kind, entry.priority, entry.claimed_by, entry.assigned_to,
          entry.agency_id, entry.is_confidential, entry.late_at, entry.due_at)
        is distinct from (edition.state, edition.title, edition.kind, edition.priority, edition.claimed_by, edition.assigned_to,
          article.agency_id, article.is_confidential, least(edition.target_at, edition.due_at), edition.due_at)))`);
  }

  test('follow every verb by themselves', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const draft = await aDraft(office);
    const submitted = await aSubmittedArticle(office);
    const editing = await anArticleInEditing(office);
    await type(
      office.editor,
      editing.editionId,
      readyWords(office, { title: 'Judul dari meja', jointAgencyIds: [agencyId] }),
    );
    await aPublishedArticle(office);
    await returnEdition(office.editor, {
      ...(await aSubmittedArticle(office)),
      ...{ reasonCode: 'language', note: 'Perbaiki ejaannya.' },
    });
    await assign(office.editor, {
      ...{ editionId: submitted.editionId, seenAssigneeId: null, assigneeId: office.editor.userId },
      ...{ dueAt: ago(-4), priority: 'high', note: '' },
    });
    await database().update(articles).set({ agencyId }).where(eq(articles.id, editing.articleId));
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, submitted.articleId));
    expect(await difference(office.portalId)).toEqual([]);
    expect(
      (await database().select().from(queueEntries).where(eq(queueEntries.articleId, draft.articleId))).length,
    ).toBe(0);
    const [moved] = await database().select().from(queueEntries).where(eq(queueEntries.articleId, editing.articleId));
    expect(moved).toMatchObject({ title: 'Judul dari meja', agencyId });
    expect(moved?.agencyIds).toEqual([agencyId, agencyId]);
  });
});

describe('order and pages', () => {
  test('late first, then the more urgent, then what waits longest', async () => {
    const office = await anOffice();
    const made = await Promise.all(Array.from({ length: 6 }, () => aSubmittedArticle(office)));
    const [late, lateUrgent, overdue, high, older, newer] = made.map(({ editionId }) => editionId);
    const in2 = ago(-2);
    await stands(late ?? fail(), { waitingSince: ago(5), targetAt: ago(1) });
    await stands(lateUrgent ?? fail(), { waitingSince: ago(3), targetAt: ago(1), priority: 'urgent' });
    await stands(overdue ?? fail(), { waitingSince: ago(4), targetAt: in2, dueAt: ago(0.5) });
    await stands(high ?? fail(), { waitingSince: ago(1), targetAt: in2, priority: 'high' });
    await stands(older ?? fail(), { waitingSince: ago(9), targetAt: in2 });
    await stands(newer ?? fail(), { waitingSince: ago(8), targetAt: null });
    expect(await ids(office.editor)).toEqual([lateUrgent, late, overdue, high, older, newer]);
    expect(await ids(office.editor, { late: true })).toEqual([lateUrgent, late, overdue]);
    expect(await queueCounts(office.editor, {})).toMatchObject({ submitted: 6, late: 3, approved: 0 });
  });

  test('pages follow one another without a gap or a repetition, also while items become late', async () => {
    const office = await anOffice();
    await manyUnderWay(office, queuePageSize * 2 + 5);
    const seen: string[] = [];
    let place: string | null = '';
    while (place !== null) {
      const page: Awaited<ReturnType<typeof queuePage>> = await queuePage(office.editor, {}, placeFrom(place));
      seen.push(...page.rows.map((row) => row.editionId));
      place = page.next;
      await database()
        .update(editions)
        .set({ targetAt: new Date(now().getTime() + 1) })
        .where(eq(editions.title, 'Naskah 1'));
    }
    expect([seen.length, new Set(seen).size]).toEqual([queuePageSize * 2 + 5, queuePageSize * 2 + 5]);
  });
});

describe('filters', () => {
  test('each narrows to what it says, and they add up', async () => {
    const office = await anOffice({ hasVerification: true });
    const { agencyId } = await anAgency(office.portalId);
    const elsewhere = {
      ...office,
      agencyId,
      contributor: await aPerson({ name: 'Gita', role: 'contributor', portalId: office.portalId, agencyId }),
    };
    const waiting = await aSubmittedArticle(office, { words: { title: 'Vaksinasi 100% selesai' } });
    const other = await aSubmittedArticle(elsewhere, { by: elsewhere.contributor });
    const held = await claim(office.managingEditor, {
      ...(await aSubmittedArticle(office)),
      reason: 'Bencana hari ini.',
    });
    const joint = await aSubmittedArticle(office, { words: { jointAgencyIds: [agencyId] } });
    const signed = await anArticleAwaitingConfirmation(elsewhere);
    await stands(other.editionId, {
      priority: 'urgent',
      dueAt: new Date('2026-01-14T10:00:00+08:00'),
      assignedTo: office.editor.userId,
    });
    const expected: [QueueFilters, { editionId: string }[]][] = [
      [{ stage: 'in_editing' }, [held]],
      [{ stage: 'approved' }, [signed]],
      [{ turn: 'verifier' }, [waiting, joint]],
      [{ turn: 'desk' }, [other]],
      [{ turn: 'claimer' }, [held]],
      [{ turn: 'signature' }, [signed]],
      [{ turn: 'time' }, []],
      [{ agency: agencyId }, [other, joint, signed]],
      [{ kind: 'speech' }, []],
      [{ priority: 'urgent' }, [other]],
      [{ mine: true }, [other]],
      [{ unassigned: true, stage: 'submitted' }, [waiting, joint]],
      [{ dueBy: '2026-01-14' }, [other]],
      [{ dueBy: '2026-01-13' }, []],
      [{ text: '100% SEL' }, [waiting]],
      [{ text: '1_0' }, []],
      [{ agency: agencyId, stage: 'submitted', unassigned: true }, [joint]],
    ];
    for (const [filters, found] of expected) {
      expect([filters, (await ids(office.editor, filters)).toSorted()]).toEqual([
        filters,
        found.map((one) => one.editionId).toSorted(),
      ]);
    }
    expect(await ids(office.managingEditor, { mine: true })).toEqual([held.editionId]);
    expect(await queueCounts(office.editor, { agency: agencyId, stage: 'approved' })).toMatchObject({
      submitted: 2,
      approved: 1,
    });
  });
});

describe('who sees what', () => {
  test('rows, counts and pages hold only what the policy lets through', async () => {
    const office = await anOffice();
    const foreign = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const rival = await aPerson({ name: 'Rian', role: 'contributor', portalId: office.portalId, agencyId });
    const guest = await aPerson({ name: 'Gita', role: 'contributor', portalId: office.portalId, agencyId });
    const plain = await aSubmittedArticle(office);
    const shared = await aSubmittedArticle(office, { words: { jointAgencyIds: [agencyId] } });
    const secret = await aSubmittedArticle(office);
    const addedBy = office.contributor.userId;
    await database().insert(coWriters).values({ editionId: plain.editionId, userId: guest.userId, addedBy });
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, secret.articleId));
    await database().insert(namedPeople).values({ articleId: secret.articleId, userId: addedBy });
    await database().insert(namedPeople).values({ articleId: secret.articleId, userId: foreign.contributor.userId });
    const named = office.otherEditor;
    await database().insert(namedPeople).values({ articleId: secret.articleId, userId: named.userId });
    const seenBy: [Actor, { editionId: string }[]][] = [
      [office.editor, [plain, shared]],
      [named, [plain, shared, secret]],
      [office.managingEditor, [plain, shared, secret]],
      [office.auditor, [plain, shared, secret]],
      [office.contributor, [plain, shared, secret]],
      [office.colleague, [plain, shared]],
      [office.verifier, [plain, shared]],
      [office.leader, [plain, shared]],
      [rival, [shared]],
      [guest, [plain, shared]],
      [office.admin, []],
      [foreign.editor, []],
      [foreign.auditor, []],
      [foreign.contributor, []],
    ];
    for (const [who, seen] of seenBy) {
      expect([who.name, (await ids(who)).toSorted()]).toEqual([who.name, seen.map((one) => one.editionId).toSorted()]);
      expect([who.name, (await queueCounts(who, {})).submitted]).toEqual([who.name, seen.length]);
    }
  });

  test('somebody of two portals sees both', async () => {
    const [home, other] = [await anOffice(), await anOffice()];
    const both = await withRole(home.editor, 'editor', other);
    const made = [await aSubmittedArticle(home), await aSubmittedArticle(other)];
    expect((await ids(both)).toSorted()).toEqual(made.map((one) => one.editionId).toSorted());
  });
});

describe('a line says', () => {
  test('what it waits for, for whom, and the one next step', async () => {
    const office = await anOffice({ hasVerification: true });
    const submitted = await aSubmittedArticle(office);
    const line = async (actor: Actor, editionId: EditionId) =>
      (await queuePage(actor, {})).rows.find((row) => row.editionId === editionId) ?? fail();
    expect(await line(office.editor, submitted.editionId)).toMatchObject({
      awaited: { what: 'verification' },
      next: null,
      may: { assign: true, handOver: false, return: true },
    });
    expect((await line(office.verifier, submitted.editionId)).next?.label).toBe('Baca dan verifikasi');
    const own = { ...office, agencyId: (await anAgency(office.portalId)).agencyId };
    const writer = await aPerson({ name: 'Gita', role: 'contributor', portalId: own.portalId, agencyId: own.agencyId });
    const free = await aSubmittedArticle(own, { by: writer });
    expect(await line(office.editor, free.editionId)).toMatchObject({
      awaited: { what: 'claim', whom: 'redaktur' },
      next: { label: 'Ambil', does: 'claim' },
    });
    const held = await claim(office.editor, free);
    expect(await line(office.editor, free.editionId)).toMatchObject({
      awaited: { what: 'editing', whom: 'Eko Redaktur' },
      next: { label: 'Sunting', href: `/redaksi/naskah/${free.articleId}` },
      may: { handOver: true },
    });
    expect((await line(office.otherEditor, free.editionId)).next).toBeNull();
    const version = await type(office.editor, free.editionId, readyWords(office, { title: 'Judul dari meja' }));
    await approve(office.editor, { ...held, version, outcome: 'wait' });
    expect(await line(office.otherEditor, free.editionId)).toMatchObject({
      awaited: { what: 'second_signature', whom: 'Gita atau redaktur lain' },
      next: { label: 'Baca dan setujui' },
    });
    expect((await line(office.leader, submitted.editionId)).may).toEqual({
      assign: false,
      handOver: false,
      return: false,
    });
  });

  test('to whom it was assigned, until when, and what was written to them; their desk shows it too', async () => {
    const office = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    const dueAt = ago(-3);
    await assign(office.editor, {
      ...{ editionId, seenAssigneeId: null, assigneeId: office.otherEditor.userId },
      ...{ dueAt, priority: 'urgent', note: 'Cocokkan angkanya dengan BPS.' },
    });
    const [row] = (await queuePage(office.editor, {})).rows;
    expect(row).toMatchObject({
      assignee: { name: 'Endah Redaktur' },
      awaited: { whom: 'Endah Redaktur' },
      ...{ dueAt, priority: 'urgent', assignmentNote: 'Cocokkan angkanya dengan BPS.' },
    });
    expect((await assignedToMe(office.otherEditor)).map((one) => one.editionId)).toEqual([editionId]);
    expect(await assignedToMe(office.editor)).toEqual([]);
    await submit(office.contributor, await aDraft(office));
    expect((await editionRow(editionId)).version).toBe(row?.version);
  });
});

function fail(): never {
  throw new Error('Expected an item.');
}
