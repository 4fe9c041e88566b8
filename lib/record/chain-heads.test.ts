import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { chainHeads, events, generationChanges, mails, portals } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { config, readConfig, useConfig } from '#lib/config.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { firstLostHead, integrity, publishChainHead, unwitnessedHeads } from './chain-heads.ts';
import { eventAfter, recordEvent, verifyChain } from './events.ts';
import { compareWithLog, headLine, readWitnessed } from './witnessed-heads.ts';

const db = testDatabase();

const putBack: (() => void)[] = [];
afterEach(async () => {
  for (const undo of putBack.splice(0).reverse()) undo();
  await behindOurBack(db.url(), 'delete from chain_heads');
});

const at = (moment: string) => putBack.push(useClock(() => new Date(moment)));
const withMail = () => {
  const settings = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Warta <warta@contoh.example>' };
  const { mail } = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: '.data-test', ...settings });
  putBack.push(useConfig({ ...config(), mail }));
};

async function witnessedBy(office: Office, witnessEmail: string) {
  await database().update(portals).set({ deskSettings: { witnessEmail } }).where(eq(portals.id, office.portalId));
}

describe('the head of a day', () => {
  test('is published once, in the first hour it can be, and is an entry itself', async () => {
    const office = await anOffice();
    await aPublishedArticle(office);
    const before = await verifyChain(database());
    at('2026-01-13T16:04:00Z');
    await publishChainHead();
    at('2026-01-14T02:04:00Z');
    await publishChainHead();
    const heads = await database().select().from(chainHeads);
    expect(heads.map(({ day, seq, headHash, witness }) => [day, seq, headHash, witness])).toEqual([
      ['2026-01-14', before.checked, before.headHash, null],
    ]);
    const [entry] = await database()
      .select()
      .from(events)
      .where(sql`verb = 'publish_chain_head'`)
      .orderBy(sql`seq desc`);
    expect(entry).toMatchObject({ seq: before.checked + 1, actorId: null, detail: { day: '2026-01-14' } });
    at('2026-01-14T16:04:00Z');
    await publishChainHead();
    expect(await database().$count(chainHeads)).toBe(2);
    const changes = await database()
      .select()
      .from(generationChanges)
      .where(eq(generationChanges.portalId, office.portalId));
    expect(changes.flatMap(({ names }) => names)).toContain('integrity');
  });

  test('two machines at once publish one', async () => {
    await aPublishedArticle(await anOffice());
    await Promise.all([publishChainHead(), publishChainHead(), publishChainHead()]);
    expect(await database().$count(chainHeads)).toBe(1);
    expect((await verifyChain(database())).brokenAt).toBeNull();
  });

  test('cannot be changed or taken away by the application', async () => {
    await aPublishedArticle(await anOffice());
    await publishChainHead();
    const refused = async (statement: ReturnType<typeof sql>) => {
      await expect(database().execute(statement)).rejects.toThrow();
    };
    await refused(sql`update chain_heads set head_hash = repeat('0', 64)`);
    await refused(sql`delete from chain_heads`);
  });
});

describe('the witness outside', () => {
  test('is told with days before, and counts once its mail server has taken the mail', async () => {
    const office = await anOffice();
    await aPublishedArticle(office);
    await witnessedBy(office, 'saksi@inspektorat.example');
    withMail();
    at('2026-01-14T02:04:00Z');
    await publishChainHead();
    expect(await integrity()).toMatchObject({ hasWitness: true, heads: [{ day: '2026-01-14', witness: 'sent' }] });
    expect(await unwitnessedHeads(new Date('2026-01-15T03:00:00Z'))).toEqual([{ day: '2026-01-14' }]);
    const [mail] = await database().select().from(mails).where(eq(mails.kind, 'witness'));
    expect(mail).toMatchObject({ recipient: 'saksi@inspektorat.example', subject: 'Sidik jejak audit 2026-01-14' });
    await database()
      .update(mails)
      .set({ sentAt: new Date('2026-01-14T02:05:00Z') });
    at('2026-01-14T03:04:00Z');
    await publishChainHead();
    expect((await integrity()).heads[0]).toMatchObject({
      witness: 'taken',
      witnessedAt: new Date('2026-01-14T02:05:00Z'),
    });
    expect(await unwitnessedHeads(new Date('2026-01-15T03:00:00Z'))).toEqual([]);
    at('2026-01-15T02:04:00Z');
    await publishChainHead();
    const [, second] = await database().select().from(mails).where(eq(mails.kind, 'witness')).orderBy(mails.createdAt);
    expect(readWitnessed(second?.body ?? '').map(({ day }) => day)).toEqual(['2026-01-14', '2026-01-15']);
    await witnessedBy(office, '');
  });

  test('is none without an address or without a mail server', async () => {
    const office = await anOffice();
    await aPublishedArticle(office);
    await witnessedBy(office, 'saksi@inspektorat.example');
    await publishChainHead();
    expect(await integrity()).toMatchObject({ hasWitness: false, heads: [{ witness: 'none' }] });
    await witnessedBy(office, '');
  });
});

/** Writes the whole log anew with one entry changed, so that it fits itself: as somebody may who holds the database. */
async function rewriteHistory(verbOfFirst: string): Promise<void> {
  let last: typeof events.$inferSelect | undefined;
  for (const row of await database().select().from(events).orderBy(events.seq)) {
    const verb = row.seq === 1 ? verbOfFirst : row.verb;
    const { hash, previousHash } = eventAfter(last, { ...withoutNulls(row), verb }, row.at);
    await behindOurBack(db.url(), 'update events set verb = $2, hash = $3, previous_hash = $4 where seq = $1', [
      ...[String(row.seq), verb, hash, previousHash],
    ]);
    last = { ...row, verb, hash, previousHash };
  }
}

/** A stored row as somebody would have asked for it. */
function withoutNulls(row: typeof events.$inferSelect): Parameters<typeof eventAfter>[1] {
  const { portalId, actorId, actorRole, verb, detail } = row;
  const { articleId, editionId, agencyId, subjectId, fromState, toState } = row;
  return {
    ...{ portalId, actorId, actorRole, verb, detail },
    ...(articleId !== null && { articleId }),
    ...(editionId !== null && { editionId }),
    ...(agencyId !== null && { agencyId }),
    ...(subjectId !== null && { subjectId }),
    ...(fromState !== null && { fromState }),
    ...(toState !== null && { toState }),
  };
}

describe('a log that was written anew so that it fits itself', () => {
  test('is sound to the check alone, and not to what was published or kept outside', async () => {
    await aPublishedArticle(await anOffice());
    at('2026-01-14T02:04:00Z');
    await publishChainHead();
    await transaction((tx) =>
      recordEvent(tx, { portalId: null, actorId: null, actorRole: null, verb: 'reseal_cards' }),
    );
    at('2026-01-15T02:04:00Z');
    await publishChainHead();
    const kept = readWitnessed((await integrity()).heads.map(headLine).join('\n\n'));
    expect(kept.map(({ day }) => day)).toEqual(['2026-01-14', '2026-01-15']);
    expect((await compareWithLog(database(), kept)).map(({ outcome }) => outcome)).toEqual(['same', 'same']);
    expect(await firstLostHead()).toBeUndefined();

    const [{ verb: former } = { verb: '' }] = await database().select().from(events).orderBy(events.seq).limit(1);
    await rewriteHistory('retract');
    expect((await verifyChain(database())).brokenAt).toBeNull();
    expect((await firstLostHead())?.day).toBe('2026-01-14');
    // Who writes the log anew writes the published heads anew as well; the witness's they cannot reach.
    await behindOurBack(
      db.url(),
      'update chain_heads set head_hash = (select hash from events where events.seq = chain_heads.seq)',
    );
    expect(await firstLostHead()).toBeUndefined();
    expect((await compareWithLog(database(), kept)).map(({ outcome }) => outcome)).toEqual(['rewritten', 'rewritten']);
    await rewriteHistory(former);
    expect((await compareWithLog(database(), kept)).map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  });

  test('with its tail cut is missing what the witness holds', async () => {
    await aPublishedArticle(await anOffice());
    const { checked } = await verifyChain(database());
    const verdicts = await compareWithLog(database(), [
      { day: '2026-01-14', seq: checked + 5, headHash: 'a'.repeat(64) },
    ]);
    expect(verdicts[0]?.outcome).toBe('missing');
  });
});

test('what a witness kept is read as it was kept: mails, quoted, stored, or lines of the page', () => {
  const [one, other] = ['a', 'b'].map((letter) => letter.repeat(64));
  const kept = [
    `2026-01-14 120\n${one}`,
    `> 2026-01-15 250\r\n> ${other}`,
    `Content-Transfer-Encoding: quoted-printable\n\n2026-01-16 300\n${one?.slice(0, 40)}=\r\n${one?.slice(40)}`,
    `2026-01-17;400;"${other}"`,
    'Rabu, 14 Januari 2026, tanpa sidik',
  ].join('\n\n');
  expect(readWitnessed(kept)).toEqual([
    { day: '2026-01-14', seq: 120, headHash: one },
    { day: '2026-01-15', seq: 250, headHash: other },
    { day: '2026-01-16', seq: 300, headHash: one },
    { day: '2026-01-17', seq: 400, headHash: other },
  ]);
});
