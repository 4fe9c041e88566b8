import { eq } from 'drizzle-orm';
import { transaction } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { changeDetail } from '#lib/record/changed-fields.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { changedMeanwhile, personToChange, requireAnyAdmin, unlessTaken } from './administration.ts';
import { addCode, type NewCode, putOnHold } from './codes.ts';
import { requireAllowedAddress } from './mail-domains.ts';
import { endAllSessions } from './sessions.ts';

/** Adds a person, still without a role, and the code with which they choose a password. */
export async function createPerson(
  actor: Actor,
  input: AccountInput<'createPerson'>,
): Promise<{ userId: UserId; invite: NewCode }> {
  requireAnyAdmin(actor);
  requireAllowedAddress(input.email);
  return transaction(async (tx) => {
    const [row] = await unlessTaken(tx.insert(users).values(input).returning({ id: users.id }), emailTaken);
    if (row === undefined) throw new Error('The new person was not returned.');
    const invite = await addCode(tx, row.id, 'invite', actor.userId);
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'create_person',
      subjectId: row.id,
    });
    return { userId: row.id, invite };
  });
}

/** The name under which the audit log keeps what became of a person's data. */
export const aboutPerson = (userId: UserId) => `person:${userId}`;

/**
 * Changes name, address or number. A new address is a new way to sign in, so sessions end; where people sign in
 * with a provider, which goes by the address, decisive roles wait for a second person as after a reset.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function editPerson(actor: Actor, input: AccountInput<'editPerson'>): Promise<void> {
  return transaction(async (tx) => {
    const { userId, version, name, email, phone } = input;
    const before = await personToChange(tx, actor, userId);
    if (before.version !== version) throw changedMeanwhile();
    if (email !== before.email) requireAllowedAddress(email);
    await unlessTaken(
      tx
        .update(users)
        .set({ name, email, phone, version: version + 1 })
        .where(eq(users.id, userId)),
      emailTaken,
    );
    if (email !== before.email) await endAllSessions(tx, userId);
    // A provider lets in whoever has the address, so a new one is a way in, as a reset is.
    const opensDoor = email !== before.email && config().signInProvider !== null;
    const waiting = opensDoor ? await putOnHold(tx, userId, actor.userId) : [];
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'edit_person',
      subjectId: userId,
      detail: {
        ...changeDetail(aboutPerson(userId), before, { name, email, phone }, ['email', 'phone']),
        ...(waiting.length === 0 ? {} : { waiting }),
      },
    });
  });
}

/** Ends all sessions of a person, for a lost phone. Signing in again stays possible. */
export function endSessionsOf(actor: Actor, { userId }: AccountInput<'endSessions'>): Promise<void> {
  return transaction(async (tx) => {
    await personToChange(tx, actor, userId);
    await endAllSessions(tx, userId);
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'end_sessions',
      subjectId: userId,
    });
  });
}

function emailTaken(): Error {
  const text = 'Surel ini sudah dipakai akun lain. Periksa ejaannya, atau cari orangnya di daftar.';
  return invalid([{ field: 'email', code: 'email_taken', text }]);
}
