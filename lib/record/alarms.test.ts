import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { alarms, events } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, type Office } from '#lib/testing/newsroom.ts';
import { openAlarms, raiseAlarm, settleAlarm } from './alarms.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const verbsTold = async (subject: string) => {
  const rows = await database().select().from(events).orderBy(desc(events.seq)).limit(20);
  return rows.filter((row) => row.detail.subject === subject).map(({ verb, actorId }) => ({ verb, actorId }));
};

test('one alarm stands open per kind and subject, says the newest, and is told once', async () => {
  const { editionId, articleId } = await aDraft(office);
  const about = { kind: 'schedule_failed', subject: editionId, portalId: office.portalId, editionId } as const;
  await transaction((tx) => raiseAlarm(tx, { ...about, text: 'Foto gagal.', detail: { attempt: 1 } }));
  await transaction((tx) => raiseAlarm(tx, { ...about, text: 'Foto masih gagal.', detail: { attempt: 2 } }));
  expect(await openAlarms(office.editor)).toMatchObject([
    { kind: 'schedule_failed', subject: editionId, articleId, text: 'Foto masih gagal.', detail: { attempt: 2 } },
  ]);
  expect(await verbsTold(editionId)).toEqual([{ verb: 'raise_alarm', actorId: null }]);
});

test('an alarm ends once, by itself or by a person, and may come again', async () => {
  const about = { kind: 'witness_failed', subject: 'saksi' } as const;
  const raise = () => transaction((tx) => raiseAlarm(tx, { ...about, portalId: null, text: 'Saksi tidak menjawab.' }));
  await raise();
  expect(await transaction((tx) => settleAlarm(tx, about, null))).toBe(true);
  expect(await transaction((tx) => settleAlarm(tx, about, null))).toBe(false);
  await raise();
  expect(await transaction((tx) => settleAlarm(tx, about, office.admin))).toBe(true);
  expect(await verbsTold('saksi')).toEqual([
    { verb: 'settle_alarm', actorId: office.admin.userId },
    { verb: 'raise_alarm', actorId: null },
    { verb: 'settle_alarm', actorId: null },
    { verb: 'raise_alarm', actorId: null },
  ]);
  const rows = await database().select().from(alarms).where(eq(alarms.subject, 'saksi'));
  expect(rows.map((row) => row.settledBy)).toEqual(expect.arrayContaining([null, office.admin.userId]));
});

test('an alarm is shown to who can do something about it, and to the auditor', async () => {
  const elsewhere = await anOffice();
  const raise = (kind: 'schedule_failed' | 'audit_chain_broken', portalId: Office['portalId'] | null) =>
    transaction((tx) => raiseAlarm(tx, { kind, subject: `lihat-${kind}`, portalId, text: 'Periksa.' }));
  await raise('schedule_failed', office.portalId);
  await raise('audit_chain_broken', null);
  const seenBy = async (actor: Office['editor']) =>
    (await openAlarms(actor)).filter(({ subject }) => subject.startsWith('lihat-')).map(({ kind }) => kind);
  expect(await seenBy(office.editor)).toEqual(['schedule_failed']);
  expect((await seenBy(office.managingEditor)).sort()).toEqual(['audit_chain_broken', 'schedule_failed']);
  expect((await seenBy(office.auditor)).sort()).toEqual(['audit_chain_broken', 'schedule_failed']);
  expect(await seenBy(office.admin)).toEqual(['audit_chain_broken']);
  expect(await seenBy(elsewhere.editor)).toEqual([]);
  expect(await seenBy(elsewhere.auditor)).toEqual(['audit_chain_broken']);
  for (const nobody of [office.contributor, office.verifier, office.leader]) expect(await seenBy(nobody)).toEqual([]);
});
