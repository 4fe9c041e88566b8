import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import type { SignatureAct } from '#db/schema/enums.ts';
import { articles, events, signatures, users } from '#db/schema/index.ts';
import { actorNow } from '#lib/accounts/actor.ts';
import type { EditionId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent, verifyChain } from '#lib/record/events.ts';
import { type Answer, atOnce, untilWaiting } from '#lib/testing/at-once.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { saveWords } from './drafting.ts';
import { approve, claim, confirm, place, publishNow, retract, startEdition, submit, takeOver } from './publishing.ts';
import { schedule } from './scheduling.ts';
import { openEdition } from './transition.ts';

testDatabase();

const signaturesOf = async (id: EditionId, act: SignatureAct) =>
  database().$count(signatures, and(eq(signatures.editionId, id), eq(signatures.act, act)));
const told = (id: EditionId, verb: EventVerb) =>
  database().$count(events, and(eq(events.editionId, id), eq(events.verb, verb)));

/** Of two one got it, and the other reads why not in a sentence. */
function expectOneRefused(answers: readonly Answer[]): void {
  const refused = answers.filter(({ code }) => code !== 'none');
  expect([answers.length, refused.length]).toEqual([2, 1]);
  expect(['conflict', 'not_allowed']).toContain(refused[0]?.code);
  expect(refused[0]?.text).toMatch(/^\p{Lu}.+ .+\.$/u);
}

describe('two people at once', () => {
  let office: Office;
  beforeEach(async () => {
    office = await anOffice();
  });

  test('of two claims one wins and the other is told', async () => {
    const submitted = await aSubmittedArticle(office);
    const { editionId } = submitted;
    expectOneRefused(
      await atOnce(
        editionId,
        () => claim(office.editor, submitted),
        () => claim(office.otherEditor, submitted),
      ),
    );
    expect(await told(editionId, 'claim')).toBe(1);
  });

  test('a verb upon an older version is refused', async () => {
    const draft = await aDraft(office);
    await type(office.colleague, draft.editionId, readyWords(office, { title: 'Diubah rekan' }));
    expect(await refusal(submit(office.contributor, draft))).toBe('conflict');
  });

  test('of two approvals one signs, whether the other comes from a second window or another editor', async () => {
    const editing = await anArticleInEditing(office);
    const { editionId } = editing;
    const approving = () => approve(office.editor, { ...editing, outcome: 'publish' });
    const byOther = () => approve(office.otherEditor, { ...editing, outcome: 'publish' });
    const [other, ...own] = await atOnce(editionId, byOther, approving, approving);
    expect(other).toMatchObject({ code: 'not_allowed' });
    expectOneRefused(own);
    expect([await signaturesOf(editionId, 'approve'), await told(editionId, 'publish')]).toEqual([1, 1]);
  });

  test('an editor who approves while it is taken over has signed, or holds it no more', async () => {
    const editing = await anArticleInEditing(office);
    const { editionId } = editing;
    const [approval, takeover] = await atOnce(
      editionId,
      () => approve(office.editor, { ...editing, outcome: 'wait' }),
      () => takeOver(office.managingEditor, editing),
    );
    const hasSigned = approval?.code === 'none';
    expect(takeover?.code).toBe(hasSigned ? 'conflict' : 'none');
    expect(await signaturesOf(editionId, 'approve')).toBe(hasSigned ? 1 : 0);
    expect(await editionRow(editionId)).toMatchObject(
      hasSigned ? { state: 'approved', claimedBy: null } : { claimedBy: office.managingEditor.userId },
    );
  });

  test('of two who give the second signature one does, and it is published once', async () => {
    const awaiting = await anArticleAwaitingConfirmation(office);
    const { editionId } = awaiting;
    expectOneRefused(
      await atOnce(
        editionId,
        () => confirm(office.contributor, awaiting),
        () => confirm(office.otherEditor, awaiting),
      ),
    );
    expect([await signaturesOf(editionId, 'confirm'), await told(editionId, 'publish')]).toEqual([1, 1]);
  });

  test('approve and edit at once never leave unsigned words approved', async () => {
    const editing = await anArticleInEditing(office);
    const { editionId } = editing;
    const words = readyWords(office, { title: 'Diketik bersamaan' });
    await atOnce(
      editionId,
      () => approve(office.editor, { ...editing, outcome: 'publish' }),
      () => saveWords(office.editor, { editionId, baseVersion: editing.version, saveId: randomUUID(), words }),
    );
    const row = await editionRow(editionId);
    expect(['in_editing', 'published']).toContain(row.state);
    expect(row.title === 'Diketik bersamaan').toBe(row.state === 'in_editing');
  });

  test('whoever schedules the next edition while the article is retracted is told, or sees it held', async () => {
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const claimed = await claim(office.editor, await submit(office.contributor, begun));
    const next = await approve(office.editor, { ...claimed, outcome: 'wait' });
    const seen = { editionId: live.editionId, version: (await editionRow(live.editionId)).version };
    const scheduledFor = new Date(Date.now() + 3_600_000);
    const reason = 'Angkanya keliru dan merugikan orang.';
    const [scheduling, retracting] = await atOnce(
      live.editionId,
      () => schedule(office.editor, { ...next, scheduledFor }),
      () => retract(office.otherEditor, { ...seen, reason, hidesTitle: false }),
    );
    expect(retracting?.code).toBe('none');
    expect(['none', 'conflict']).toContain(scheduling?.code);
    const states = [(await editionRow(live.editionId)).state, (await editionRow(next.editionId)).state];
    expect(states).toEqual(['retracted', 'approved']);
  });

  test('a retraction that came first turns away who meant to schedule the next edition', async () => {
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const claimed = await claim(office.editor, await submit(office.contributor, begun));
    const next = await approve(office.editor, { ...claimed, outcome: 'wait' });
    const { version } = await editionRow(live.editionId);
    const reason = 'Angkanya keliru dan merugikan orang.';
    await retract(office.otherEditor, { editionId: live.editionId, version, reason, hidesTitle: false });
    const scheduledFor = new Date(Date.now() + 3_600_000);
    expect(await refusal(schedule(office.editor, { ...next, scheduledFor }))).toBe('conflict');
    const again = { editionId: next.editionId, version: (await editionRow(next.editionId)).version };
    expect((await schedule(office.editor, { ...again, scheduledFor })).state).toBe('scheduled');
  });
});

test('the log is told of an article, its edition and its people while somebody holds them', async () => {
  const office = await anOffice();
  const { articleId, editionId } = await aDraft(office);
  await transaction(async (tx) => {
    await openEdition(tx, editionId, 'system');
    await actorNow(tx, office.contributor);
    await transaction((other) =>
      recordEvent(other, {
        ...{ portalId: office.portalId, actorId: office.contributor.userId, actorRole: 'contributor' },
        ...{ verb: 'clear_front', articleId, editionId },
      }),
    );
  });
  expect(await told(editionId, 'clear_front')).toBe(1);
});

test('whoever is told of in the log while their address changes is waited for outside the line of its writers', async () => {
  const office = await anOffice();
  const { articleId, editionId } = await aPublishedArticle(office);
  const subjectId = office.colleague.userId;
  const entry = { portalId: office.portalId, actorId: null, actorRole: null, editionId } as const;
  const { others } = await transaction(async (tx) => {
    await openEdition(tx, editionId, 'system');
    await tx.update(articles).set({ slug: 'alamat-lain' }).where(eq(articles.id, articleId));
    await tx.update(users).set({ email: 'lain@contoh.example' }).where(eq(users.id, subjectId));
    const begun = [
      transaction((other) => recordEvent(other, { ...entry, articleId, verb: 'clear_front' })),
      transaction((other) => recordEvent(other, { ...entry, subjectId, verb: 'assign' })),
    ];
    await untilWaiting(begun.length);
    await recordEvent(tx, { ...entry, articleId, verb: 'place' });
    return { others: begun };
  });
  await Promise.all(others);
  expect([await told(editionId, 'clear_front'), await told(editionId, 'assign')]).toEqual([1, 1]);
});

test('publications of one portal that meet wait for each other and all succeed', async () => {
  const office = await anOffice();
  const live = await Promise.all([1, 2, 3, 4].map(() => aPublishedArticle(office)));
  const [first, second, ...others] = live;
  const next = await Promise.all(
    [first, second].map(async (one) => {
      if (one === undefined) throw new Error('Expected four articles.');
      const begun = await startEdition(office.contributor, { ...one, changeType: 'minor', publicNote: '' });
      return claim(office.editor, await submit(office.contributor, begun));
    }),
  );
  const fresh = await Promise.all([1, 2].map(() => anArticleInEditing(office)));
  const drafts = await Promise.all([1, 2].map(() => aDraft(office)));
  const where = { sectionId: office.sectionId, topicIds: [], relatedIds: [] };

  const answers = await Promise.all([
    ...[...next, ...fresh].map((one) => approve(office.editor, { ...one, outcome: 'publish' })),
    ...others.map((one, index) => place(office.otherEditor, { ...one, ...where, slug: `alamat-baru-${index}` })),
    ...drafts.map((one) =>
      publishNow(office.managingEditor, { ...one, fastLaneReason: 'disaster', reason: 'Warga perlu tahu sekarang.' }),
    ),
  ]);

  expect(answers.map((answer) => answer.state)).toEqual(Array(8).fill('published'));
  expect((await verifyChain(database())).brokenAt).toBeNull();
});
