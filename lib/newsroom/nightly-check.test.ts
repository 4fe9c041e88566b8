import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { alarms, chainChecks } from '#db/schema/index.ts';
import { chainBeginning, verifyChain } from '#lib/record/events.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { watchChain } from './chain-watch.ts';
import { checkIntegrity, placeIn } from './nightly-check.ts';

const db = testDatabase();

const openAlarms = async () =>
  (await database().select().from(alarms)).filter(({ settledAt }) => settledAt === null).map(({ subject }) => subject);
const lastCheck = async () => (await database().select().from(chainChecks).orderBy(desc(chainChecks.id)).limit(1))[0];

test('the round of a night keeps what it found, and is content with what is sound', async () => {
  await aPublishedArticle(await anOffice());
  const { checked, headHash } = await verifyChain(database());
  await checkIntegrity();
  expect(await lastCheck()).toMatchObject({ checked, headHash, brokenAt: null, editions: 1, wrongEditions: 0 });
  expect(await openAlarms()).toEqual([]);
});

test('a changed entry and a changed article raise one alarm each, which stay when all is changed back', async () => {
  const live = await aPublishedArticle(await anOffice());
  await behindOurBack(db.url(), `update events set at = at + interval '1 second' where seq = 3`);
  await behindOurBack(db.url(), `update editions set title = 'Slot gacor' where id = $1`, [live.editionId]);
  await checkIntegrity();
  expect(await lastCheck()).toMatchObject({ brokenAt: 3, wrongEditions: 1 });
  expect((await openAlarms()).sort()).toEqual(['chain', 'editions']);
  await behindOurBack(db.url(), `update events set at = at - interval '1 second' where seq = 3`);
  await behindOurBack(
    db.url(),
    `update editions set title = 'Puskesmas buka layanan imunisasi Sabtu pagi' where id = $1`,
    [live.editionId],
  );
  await checkIntegrity();
  expect(await lastCheck()).toMatchObject({ brokenAt: null, wrongEditions: 0 });
  expect((await openAlarms()).sort()).toEqual(['chain', 'editions']);
});

test('the round goes on where a part of it ended; a payload that says nothing begins it', async () => {
  const begin = placeIn({ _cron: { ts: '2026-01-14T18:20:00Z' } });
  expect(begin).toMatchObject({ ...chainBeginning, isLogDone: false, edition: null });
  const place = { ...begin, isLogDone: true, editions: 7 };
  expect(placeIn(JSON.parse(JSON.stringify(place)))).toEqual(place);
  await checkIntegrity(place);
  expect((await lastCheck())?.editions).toBeGreaterThanOrEqual(7);
});

test('the round of five minutes finds a changed entry, one that is gone, and a head that nothing leads to', async () => {
  await aPublishedArticle(await anOffice());
  const settle = () => behindOurBack(db.url(), 'update alarms set settled_at = now() where settled_at is null');
  await settle();
  await watchChain();
  await watchChain(2);
  expect(await openAlarms()).toEqual([]);
  await behindOurBack(db.url(), `update events set at = at + interval '1 second' where seq = 2`);
  await watchChain();
  expect(await openAlarms()).toEqual(['chain']);
  await behindOurBack(db.url(), `update events set at = at - interval '1 second' where seq = 2`);
  await settle();
  const newest = (await verifyChain(database())).checked;
  await behindOurBack(db.url(), `update events set seq = seq + 1000 where seq = ${newest}`);
  await watchChain(2);
  expect(await openAlarms()).toEqual(['chain']);
  await behindOurBack(db.url(), `update events set seq = seq - 1000 where seq > ${newest}`);
  await settle();
  await behindOurBack(
    db.url(),
    `insert into chain_heads (day, seq, head_hash, at) values ('2026-01-01', 1, '${'f'.repeat(64)}', now())`,
  );
  await watchChain();
  expect(await openAlarms()).toEqual(['chain']);
});
