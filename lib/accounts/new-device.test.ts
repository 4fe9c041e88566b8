import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { events, mails, notifications } from '#db/schema/index.ts';
import type { UserId } from '#lib/ids.ts';
import { tellPeople } from '#lib/notifications/tell-people.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { loadActor } from './actor.ts';
import { type SignInTry, signIn } from './sign-in.ts';
import { forgetTries } from './throttle.ts';

const server = { host: '127.0.0.1', port: 1, tls: 'none', login: null } as const;
testConfiguration({ mail: { server, from: { name: 'Warta', address: 'redaksi@example.go.id' } } });
testDatabase();

const password = 'perahu kertas di hulu';
let userId: UserId;
let email: string;

beforeEach(async () => {
  forgetTries();
  userId = await aPerson({ password });
  await holdsRole(userId, 'auditor', await aPortal());
  ({ email } = await loadActor(userId));
});

async function comeIn(changes: Partial<SignInTry> = {}): Promise<string> {
  const answer = await signIn({
    ...{ email, password, device: 'Chrome di Android', network: '192.0.2.77', mark: undefined },
    ...changes,
  });
  if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
  return answer.mark;
}

const told = async () => database().select().from(mails).where(eq(mails.userId, userId));

it('a device without our mark is told to its owner: when, what kind, and what to do; nothing of the network', async () => {
  const mark = await comeIn();
  expect(await told()).toEqual([]);
  await comeIn({ mark });
  expect(await told()).toEqual([]);
  await comeIn();
  const [mail] = await told();
  expect(mail).toMatchObject({ kind: 'new_device', recipient: email });
  expect(mail?.body).toMatch(/Chrome di Android, .+\d{4}/);
  expect(mail?.body).toMatch(/Bukan Anda\?[\s\S]+https:\/\/warta\.example\.go\.id\/redaksi\/akun/);
  await tellPeople();
  const rows = await database().select().from(notifications).where(eq(notifications.userId, userId));
  expect(rows.map(({ kind }) => kind)).toEqual(['new_device']);
  const kept = await database().select().from(events).where(eq(events.subjectId, userId));
  expect(JSON.stringify([mail, rows, kept])).not.toContain('192.0.2.77');
});

it('the mark of somebody else on the same device is no mark', async () => {
  const mark = await comeIn();
  userId = await aPerson({ password });
  ({ email } = await loadActor(userId));
  await comeIn({ mark });
  await comeIn({ mark });
  expect(await told()).toHaveLength(1);
});
