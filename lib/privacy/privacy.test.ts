import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { accountCodes, events, mails, notifications, savedViews, sessions, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { issueCode, redeemCode } from '#lib/accounts/codes.ts';
import { startSession } from '#lib/accounts/sessions.ts';
import { suspend, unsuspend } from '#lib/accounts/suspension.ts';
import { useClock } from '#lib/clock.ts';
import { returnEdition } from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anArticleInEditing, anOffice, aPerson, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { accountData } from './account-data.ts';
import { eraseAccount, isErased } from './erase-account.ts';
import { endTerms } from './retention.ts';

testDatabase();
let office: Office;
let person: Actor;
beforeEach(async () => {
  office = await anOffice();
  person = office.contributor;
});

const reason = 'Pindah tugas dan meminta datanya dihapus.';
const rowOf = async () => {
  const [row] = await database().select().from(users).where(eq(users.id, person.userId));
  if (row === undefined) throw new Error('The account is gone.');
  return row;
};

async function leaveTraces(): Promise<void> {
  await aDraft(office);
  await startSession(person.userId, 'Ponsel');
  await database().insert(savedViews).values({ userId: person.userId, name: 'Milik saya', query: '' });
  await database()
    .insert(notifications)
    .values({ userId: person.userId, kind: 'returned', eventSeq: 1, at: new Date() });
  await database()
    .insert(accountCodes)
    .values({
      ...{ userId: person.userId, purpose: 'reset', codeHash: `h${person.userId}`, expiresAt: new Date() },
    });
  await database().insert(mails).values({
    kind: 'invite',
    userId: person.userId,
    recipient: person.email,
    subject: 'x',
    onceKey: person.userId,
    body: 'x',
    createdAt: new Date(),
  });
}

test('somebody gets everything kept about them, without secrets, and that they asked is recorded', async () => {
  await leaveTraces();
  const data = await accountData(person, person.userId);
  expect(data.account).toMatchObject({ id: person.userId, email: person.email });
  for (const kind of [
    'sessions',
    'savedViews',
    'notifications',
    'mails',
    'memberships',
    'articles',
    'revisions',
    'events',
  ])
    expect(data.rows[kind]?.count, kind).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toMatch(/passwordHash|tokenHash|codeHash|"mac"/);
  const [told] = await database().select().from(events).where(eq(events.verb, 'export_person'));
  expect(told).toMatchObject({ actorId: person.userId, subjectId: person.userId });
});

test('an admin gets it for people of their portal; nobody else does', async () => {
  expect((await accountData(office.admin, person.userId)).account).toMatchObject({ id: person.userId });
  const elsewhere = await anOffice();
  for (const stranger of [office.colleague, office.editor, office.managingEditor, office.auditor])
    expect(await refusal(accountData(stranger, person.userId))).toBe('not_found');
  expect(await refusal(accountData(elsewhere.admin, office.editor.userId))).not.toBe('none');
});

test('an admin gets what was done and when, not the words of texts that are not for admins', async () => {
  const editing = await anArticleInEditing(office);
  const note = 'Penanda catatan atas naskah yang belum terbit';
  await returnEdition(office.editor, {
    ...{ editionId: editing.editionId, version: editing.version, reasonCode: 'incomplete_facts', note },
  });
  const { editor, admin } = office;
  expect(JSON.stringify(await accountData(editor, editor.userId))).toContain(note);
  const taken = await accountData(admin, editor.userId);
  expect(taken.rows.decisionNotes?.count).toBe(1);
  expect(JSON.stringify(taken)).not.toContain('Penanda');
});

test('one admin does not get in as an editor by erasing the account and opening it again', async () => {
  const { admin, editor } = office;
  await aPerson({ name: 'Ada Admin', role: 'admin', portalId: office.portalId, agencyId: office.agencyId });
  const rolesNow = async () => (await loadActor(editor.userId)).roles.map(({ role }) => role);
  expect(await rolesNow()).toEqual(['editor']);
  await suspend(admin, { userId: editor.userId, version: 1, reason, forAbuse: false });
  await eraseAccount(admin, { userId: editor.userId, version: 2, reason });
  await unsuspend(admin, { userId: editor.userId, version: 3 });
  const { code } = await issueCode(admin, { userId: editor.userId });
  await redeemCode({ code, password: 'sampan melawan arus kecil' });
  expect(await rolesNow()).toEqual([]);
});

test('what reaches a person and lets them in is erased, the name stays', async () => {
  await leaveTraces();
  await suspend(office.admin, { userId: person.userId, version: 1, reason, forAbuse: false });
  await eraseAccount(office.admin, { userId: person.userId, version: 2, reason });
  const row = await rowOf();
  expect(row).toMatchObject({ name: person.name, phone: '', passwordHash: null });
  expect(isErased({ userId: person.userId, email: row.email })).toBe(true);
  for (const table of [sessions, accountCodes, notifications, mails, savedViews])
    expect(await database().$count(table, eq(table.userId, person.userId))).toBe(0);
  const [told] = await database()
    .select()
    .from(events)
    .where(and(eq(events.verb, 'erase_person'), eq(events.subjectId, person.userId)));
  expect(told).toMatchObject({ subjectId: person.userId, detail: { reason, waiting: [] } });
  expect(JSON.stringify(told)).not.toContain(person.email);
});

test('erasing needs a suspended account of one of the admin’s people, and happens once', async () => {
  const input = { userId: person.userId, version: 1, reason };
  expect(await refusal(eraseAccount(office.admin, input))).toBe('conflict');
  await suspend(office.admin, { ...input, forAbuse: false });
  const again = { ...input, version: 2 };
  expect(await refusal(eraseAccount(office.editor, again))).toBe('not_found');
  expect(await refusal(eraseAccount(office.admin, { ...again, version: 1 }))).toBe('conflict');
  await eraseAccount(office.admin, again);
  expect(await refusal(eraseAccount(office.admin, { ...input, version: 3 }))).toBe('conflict');
  expect(await refusal(eraseAccount(office.admin, { ...input, userId: office.admin.userId }))).toBe('not_allowed');
});

test('what has been kept for its term goes, and nothing before', async () => {
  await leaveTraces();
  const left = async () =>
    Promise.all(
      [sessions, accountCodes, notifications].map((table) => database().$count(table, eq(table.userId, person.userId))),
    );
  const before = await left();
  await endTerms();
  expect(await left()).toEqual(before);
  const putBack = useClock(() => new Date(Date.now() + 200 * 86_400_000));
  try {
    await endTerms();
    await endTerms();
  } finally {
    putBack();
  }
  expect(await left()).toEqual([0, 0, 0]);
  expect(await rowOf()).toMatchObject({ email: person.email });
});
