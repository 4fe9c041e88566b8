import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { type EditionState, editionStates, liveStates, type Role, workingStates } from '#db/schema/enums.ts';
import { articles, editions, events, signatures, signatureVoids } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId, UserId } from '#lib/ids.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type Actor, actorNow, loadActor } from './actor.ts';
import { issueCode, redeemCode } from './codes.ts';
import { personToAdminister } from './people-reads.ts';
import { actorOfSession, startSession } from './sessions.ts';
import { suspend, unsuspend } from './suspension.ts';

testConfiguration();
testDatabase();

let portal: PortalId;
let admin: Actor;

beforeEach(async () => {
  portal = await aPortal();
  admin = await anActor('admin', portal);
});

const reason = 'Akun dipakai orang lain untuk menerbitkan berita palsu.';
const inputFor = (userId: UserId, changes: { version?: number; forAbuse?: boolean } = {}) => ({
  userId,
  version: 1,
  reason,
  forAbuse: false,
  ...changes,
});

/** An edition in the given state that carries a signature of this person. */
async function signedEdition(by: UserId, state: EditionState): Promise<EditionId> {
  const agencyId = await anAgency(portal);
  const slug = `artikel-${randomUUID()}`;
  const [article] = await database()
    .insert(articles)
    .values({ portalId: portal, agencyId, createdBy: by, slug })
    .returning({ id: articles.id });
  if (article === undefined) throw new Error('no article');
  const live = { contentHash: 'a', cardMac: 'b', cardKeyId: 'c', publishedAt: now() };
  const [edition] = await database()
    .insert(editions)
    .values({
      articleId: article.id,
      number: 1,
      state,
      createdBy: by,
      title: `Judul ${state}`,
      body: { type: 'doc', content: [] },
      ...(state === 'in_editing' ? { claimedBy: by } : {}),
      ...(state === 'scheduled' ? { scheduledFor: now() } : {}),
      ...(liveStates.some((candidate) => candidate === state) ? live : {}),
      ...(state === 'retracted' ? { retractedAt: now(), retractReason: 'Keliru.' } : {}),
    })
    .returning({ id: editions.id });
  if (edition === undefined) throw new Error('no edition');
  await database().insert(signatures).values({
    editionId: edition.id,
    contentHash: 'a',
    userId: by,
    role: 'editor',
    act: 'approve',
    at: now(),
    mac: '-',
    keyId: '-',
  });
  return edition.id;
}

async function isVoid(editionId: EditionId): Promise<boolean> {
  const rows = await database()
    .select({ id: signatures.id })
    .from(signatures)
    .innerJoin(signatureVoids, eq(signatureVoids.signatureId, signatures.id))
    .where(eq(signatures.editionId, editionId));
  return rows.length > 0;
}

describe('suspending', () => {
  it('ends sessions and codes at once, and the person is nobody from then on', async () => {
    const userId = await aPerson();
    const session = await startSession(userId, '');
    const { code } = await issueCode(admin, { userId });
    await suspend(admin, inputFor(userId));
    expect(await actorOfSession(session.token)).toBeNull();
    await expect(redeemCode({ code, password: 'perahu kertas di hulu' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(loadActor(userId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('waits for a verb of that person that is under way, and is seen by the next one', async () => {
    const actor = await anActor('editor', portal);
    const order: string[] = [];
    let verbMayEnd: () => void = () => undefined;
    const mayEnd = new Promise<void>((resolve) => {
      verbMayEnd = resolve;
    });
    let verbHolds: () => void = () => undefined;
    const holds = new Promise<void>((resolve) => {
      verbHolds = resolve;
    });
    const verb = transaction(async (tx) => {
      await actorNow(tx, actor);
      verbHolds();
      await mayEnd;
      order.push('verb');
    });
    await holds;
    const suspension = suspend(admin, inputFor(actor.userId)).then(() => order.push('suspended'));
    verbMayEnd();
    await Promise.all([verb, suspension]);
    expect(order).toEqual(['verb', 'suspended']);
    await expect(transaction((tx) => actorNow(tx, actor))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves signatures alone unless it is for abuse', async () => {
    const userId = await aPerson();
    const edition = await signedEdition(userId, 'approved');
    expect(await suspend(admin, inputFor(userId))).toEqual({ voided: 0, toReview: [] });
    expect(await isVoid(edition)).toBe(false);
  });

  it.each(editionStates)('for abuse treats a signature on an edition that is %s as it must', async (state) => {
    const userId = await aPerson();
    const edition = await signedEdition(userId, state);
    const done = await suspend(admin, inputFor(userId, { forAbuse: true }));
    const isWorking = workingStates.some((candidate) => candidate === state);
    const isLive = liveStates.some((candidate) => candidate === state);
    expect(await isVoid(edition)).toBe(isWorking);
    expect(done.voided).toBe(isWorking ? 1 : 0);
    expect(done.toReview.map((article) => article.title)).toEqual(isLive ? [`Judul ${state}`] : []);
  });

  it('for abuse leaves the signatures of others', async () => {
    const [userId, other] = [await aPerson(), await aPerson()];
    const edition = await signedEdition(other, 'approved');
    await suspend(admin, inputFor(userId, { forAbuse: true }));
    expect(await isVoid(edition)).toBe(false);
  });

  it('can become one for abuse later', async () => {
    const userId = await aPerson();
    const edition = await signedEdition(userId, 'submitted');
    await suspend(admin, inputFor(userId));
    await suspend(admin, inputFor(userId, { version: 2, forAbuse: true }));
    expect(await isVoid(edition)).toBe(true);
  });

  it('keeps the published ones on the person’s page for review', async () => {
    const userId = await aPerson();
    await signedEdition(userId, 'published');
    await suspend(admin, inputFor(userId, { forAbuse: true }));
    expect((await personToAdminister(admin, userId)).toReview).toMatchObject([{ title: 'Judul published' }]);
  });

  it('is not for oneself nor for the last admin', async () => {
    await expect(suspend(admin, inputFor(admin.userId))).rejects.toMatchObject({ code: 'not_allowed' });
    const other = await anActor('admin', portal);
    const answers = await Promise.allSettled([
      suspend(admin, inputFor(other.userId)),
      suspend(other, inputFor(admin.userId)),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each<Role>(['editor', 'managing_editor', 'auditor'])('does not exist for a %s', async (role) => {
    const actor = await anActor(role, portal);
    await expect(suspend(actor, inputFor(await aPerson()))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not reach people of other portals', async () => {
    const elsewhere = await anActor('contributor', await aPortal(), await anAgency(await aPortal()));
    await expect(suspend(admin, inputFor(elsewhere.userId))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says so when the person was changed meanwhile', async () => {
    await expect(suspend(admin, inputFor(await aPerson(), { version: 2 }))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be lifted; what was void stays void', async () => {
    const userId = await aPerson();
    await holdsRole(userId, 'editor', portal);
    const edition = await signedEdition(userId, 'approved');
    await suspend(admin, inputFor(userId, { forAbuse: true }));
    await unsuspend(admin, { userId, version: 2 });
    expect((await loadActor(userId)).roles).toHaveLength(1);
    expect(await isVoid(edition)).toBe(true);
    await expect(unsuspend(admin, { userId, version: 3 })).rejects.toMatchObject({ code: 'conflict' });
    const rows = await database().select().from(events).where(eq(events.subjectId, userId)).orderBy(events.seq);
    expect(rows.map((row) => row.verb)).toEqual(['suspend', 'unsuspend']);
    expect(rows[0]?.detail).toMatchObject({ reason, forAbuse: true, voided: 1 });
  });
});
