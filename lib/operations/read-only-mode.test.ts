import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { freezeSite, unfreezeSite } from '#lib/record/site-freeze.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { beginReadOnly, endReadOnly, readOnlyMode } from './read-only-mode.ts';

testDatabase();
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const reason = 'Akun seorang redaktur diduga dibobol.';
const lastOf = async (verb: string) =>
  (await database().select().from(events).where(eq(events.verb, verb)).orderBy(desc(events.seq)).limit(1))[0];

test('an admin begins and ends the read-only mode, and the log says who and why', async () => {
  const by = { actorId: office.admin.userId, actorRole: 'admin', portalId: office.portalId };
  expect(await beginReadOnly(office.admin, { reason })).toBe(true);
  expect(await readOnlyMode()).toMatchObject({ reason, by: office.admin.name });
  expect(await lastOf('freeze_site')).toMatchObject({ ...by, detail: { reason } });
  await endReadOnly(office.admin);
  expect(await readOnlyMode()).toBeNull();
  expect(await lastOf('unfreeze_site')).toMatchObject(by);
  expect(await refusal(endReadOnly(office.admin))).toBe('conflict');
});

test('nobody but an admin can, and what the server began ends at the server alone', async () => {
  const others = [office.managingEditor, office.editor, office.contributor, office.leader, office.auditor];
  for (const actor of others) {
    expect(await refusal(beginReadOnly(actor, { reason }))).toBe('not_found');
    expect(await refusal(endReadOnly(actor))).toBe('not_found');
  }
  await beginReadOnly(office.admin, { reason });
  expect(await freezeSite('Diambil alih dari peladen.')).toBe(false);
  expect(await refusal(endReadOnly(office.admin))).toBe('conflict');
  expect(await refusal(beginReadOnly(office.admin, { reason }))).toBe('conflict');
  expect(await readOnlyMode()).toMatchObject({ reason: 'Diambil alih dari peladen.', by: null });
  expect(await unfreezeSite()).toBe(true);
});
