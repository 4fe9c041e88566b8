import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { events, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { useConfig } from '#lib/config.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { testClock } from '#lib/testing/clock.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type Actor, loadActor } from './actor.ts';
import { issueCode, redeemCode } from './codes.ts';
import { closeDormant } from './dormancy.ts';
import { editPerson } from './people.ts';
import { startSession } from './sessions.ts';

/** Nobody asks it anything here. */
const signInProvider = {
  ...{ issuer: new URL('https://sso.example.go.id'), clientId: 'warta', clientSecret: 'x', label: 'SSO' },
  isTrustedForFactors: true,
};
testConfiguration({ signInProvider });
testDatabase();
const setClock = testClock();

const begin = Date.parse('2026-01-05T01:00:00Z');
const onDay = (days: number) => setClock(new Date(begin + days * 86_400_000));
let portal: PortalId;
let admin: Actor;
let editor: UserId;

beforeEach(async () => {
  onDay(0);
  portal = await aPortal();
  admin = await anActor('admin', portal);
  await anActor('admin', portal);
  editor = await aPerson({ createdAt: now() });
  await holdsRole(editor, 'editor', portal);
});

const rolesOf = async (userId: UserId) => (await loadActor(userId)).roles.map(({ role }) => role);
const moveTo = (email: string) => editPerson(admin, { userId: editor, version: 1, name: 'Redaktur', email, phone: '' });

it('an admin who gives an editor’s account another address does not become the editor', async () => {
  await moveTo('milik-admin@example.go.id');
  expect(await rolesOf(editor)).toEqual([]);
  const [event] = await database().select().from(events).where(eq(events.subjectId, editor));
  expect(event?.detail).toMatchObject({ waiting: ['editor'] });
});

it('where nobody signs in by address, a new one opens nothing and takes nothing away', async () => {
  const putBack = useConfig(aConfiguration());
  await moveTo('pindah@example.go.id').finally(putBack);
  expect(await rolesOf(editor)).toEqual(['editor']);
});

it('a code for somebody who is here without a password is a reset, and their decisive roles wait', async () => {
  await startSession(editor, 'Laptop');
  const { code, purpose } = await issueCode(admin, { userId: editor });
  expect(purpose).toBe('reset');
  await redeemCode({ code, password: 'perahu kertas hanyut ke hilir' });
  expect(await rolesOf(editor)).toEqual([]);
});

it('an account without a password can be signed in to, so it is closed when nobody does', async () => {
  onDay(84);
  await closeDormant();
  onDay(92);
  await closeDormant();
  const [row] = await database().select().from(users).where(eq(users.id, editor));
  expect(row?.suspendedAt).not.toBeNull();
});
