import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { database, sqlState } from '#db/client.ts';
import { signatures, signatureVoids } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { returnEdition } from '#lib/newsroom/publishing.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { recordEvent, statesInLog, verifyChain } from './events.ts';

const db = testDatabase();

const reason = 'Sumber belum disebut.';

/** A row in each of the tables that only grow. */
async function someHistory() {
  const office = await anOffice();
  const editing = await anArticleInEditing(office);
  await returnEdition(office.editor, { ...editing, reasonCode: 'source_or_quote', note: reason });
  const [signature] = await database().select().from(signatures).limit(1);
  if (signature === undefined) throw new Error('Expected a signature.');
  await database()
    .insert(signatureVoids)
    .values({ signatureId: signature.id, reason, by: office.admin.userId, at: now() })
    .onConflictDoNothing();
  return { office, editing };
}

/** The SQLSTATE with which the database refuses, sent as the application's own role. */
async function refusedWith(statement: string): Promise<string | undefined> {
  const sql = postgres(db.url(), { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
    return undefined;
  } catch (error) {
    return sqlState(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

describe('what proves something only grows', () => {
  test.each(['events', 'signatures', 'signature_voids', 'decision_notes'])('%s', async (table) => {
    await someHistory();
    const column = { events: 'verb', signatures: 'mac', signature_voids: 'reason', decision_notes: 'text' }[table];
    expect(await refusedWith(`update ${table} set ${column} = 'diubah'`)).toBe('42501');
    expect(await refusedWith(`delete from ${table}`)).toBe('42501');
    expect(await refusedWith(`truncate ${table} cascade`)).toBe('42501');
  });
});

describe('the chain of events', () => {
  test('holds for what verbs wrote, also side by side', async () => {
    const office = await anOffice();
    await Promise.all([1, 2, 3, 4].map(() => aPublishedArticle(office)));
    const report = await verifyChain(database());
    expect(report).toMatchObject({ brokenAt: null, headHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(report.checked).toBeGreaterThan(15);
  });

  test.each<[string, string, string]>([
    [
      'another verb',
      `update events set verb = 'retract' where seq = 3`,
      `update events set verb = (select verb from kept where seq = 3) where seq = 3`,
    ],
    [
      'another actor',
      `update events set actor_id = null where seq = 4`,
      `update events set actor_id = (select actor_id from kept where seq = 4) where seq = 4`,
    ],
    [
      'another time',
      `update events set at = at + interval '1 second' where seq = 5`,
      `update events set at = at - interval '1 second' where seq = 5`,
    ],
    [
      'other details',
      `update events set detail = '{"reason":"lain"}' where seq = 6`,
      `update events set detail = (select detail from kept where seq = 6) where seq = 6`,
    ],
    ['a removed entry', `delete from events where seq = 7`, 'insert into events select * from kept where seq = 7'],
    [
      'the first one removed',
      `delete from events where seq = 1`,
      'insert into events select * from kept where seq = 1',
    ],
    [
      'two that changed places',
      `update events set seq = case seq when 8 then -9 else -8 end where seq in (8, 9)`,
      'delete from events where seq < 0; insert into events select * from kept where seq in (8, 9)',
    ],
    [
      'a gap closed by numbering anew',
      `delete from events where seq = 10; update events set seq = -seq where seq > 10; update events set seq = -seq - 1 where seq < 0`,
      'delete from events; insert into events select * from kept',
    ],
  ])('shows %s', async (_, damage, repair) => {
    await someHistory();
    const { checked } = await verifyChain(database());
    await behindOurBack(db.url(), 'drop table if exists kept; create table kept as select * from events');
    await behindOurBack(db.url(), damage);
    const broken = await verifyChain(database());
    await behindOurBack(db.url(), repair);
    expect(broken.brokenAt).toBe(Number(/seq (?:=|in \() ?(\d+)/.exec(damage)?.[1]));
    expect(await verifyChain(database())).toMatchObject({ checked, brokenAt: null });
  });

  test('an entry made up at the end breaks it too', async () => {
    await someHistory();
    const { checked } = await verifyChain(database());
    await behindOurBack(
      db.url(),
      `insert into events (seq, at, verb, previous_hash, hash)
       select seq + 1, now(), 'publish', hash, repeat('a', 64) from events order by seq desc limit 1`,
    );
    expect((await verifyChain(database())).brokenAt).toBe(checked + 1);
    await behindOurBack(db.url(), `delete from events where hash = repeat('a', 64)`);
  });

  test('a cut tail is told by the fingerprint that was kept', async () => {
    await someHistory();
    const before = await verifyChain(database());
    await behindOurBack(
      db.url(),
      'create table tail as select * from events where seq = (select max(seq) from events)',
    );
    await behindOurBack(db.url(), 'delete from events where seq = (select max(seq) from events)');
    const after = await verifyChain(database());
    expect([after.brokenAt, after.headHash === before.headHash]).toEqual([null, false]);
    await behindOurBack(db.url(), 'insert into events select * from tail');
  });

  test('takes any detail and gives it back as it was', async () => {
    const detail = { list: [1, 'dua', null, { tiga: true }], text: 'Jam “08.00” – é', empty: {} };
    await database().transaction((tx) =>
      recordEvent(tx, { portalId: null, actorId: null, actorRole: null, verb: 'create', detail }),
    );
    expect((await verifyChain(database())).brokenAt).toBeNull();
  });

  test('a verb that is refused leaves no entry', async () => {
    const { office, editing } = await someHistory();
    const { checked } = await verifyChain(database());
    await expect(returnEdition(office.editor, { ...editing, reasonCode: 'duplicate', note: reason })).rejects.toThrow();
    expect((await verifyChain(database())).checked).toBe(checked);
  });
});

test('the log knows the state it led each edition to', async () => {
  const office = await anOffice();
  const [live, editing] = [await aPublishedArticle(office), await anArticleInEditing(office)];
  const led = await statesInLog(database(), [live.editionId, editing.editionId]);
  expect([led.get(live.editionId), led.get(editing.editionId)]).toEqual(['published', 'in_editing']);
  expect(await statesInLog(database(), [])).toEqual(new Map());
});
