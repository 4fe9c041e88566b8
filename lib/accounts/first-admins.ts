import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notAllowed } from '#lib/errors.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { accountInputs } from './account-input.ts';
import { holdersInForce, holdPortal } from './administration.ts';
import { addCode, type NewCode } from './codes.ts';
import { dropFactors } from './factor-changes.ts';
import { requireAllowedAddress } from './mail-domains.ts';

/** Admins that come from the command line: enough to accept each other's grants. */
export const firstAdmins = 2;

export const firstAdminInput = z.strictObject({
  name: accountInputs.createPerson.shape.name,
  email: accountInputs.createPerson.shape.email,
});

/**
 * Makes one of a portal's first two admins, or gives an admin who cannot get in a new code.
 * For the command line and the demo: whoever runs it holds the machine.
 *
 * @param withoutFactors also takes the second factors away from an admin who is there and has lost them
 *
 * @throws notAllowed once two admins are there: further ones come from the screens
 */
export async function addFirstAdmin(
  tx: Transaction,
  portalId: PortalId,
  input: z.output<typeof firstAdminInput>,
  { withoutFactors = false }: { withoutFactors?: boolean } = {},
): Promise<{ userId: UserId; code: NewCode }> {
  await holdPortal(tx, portalId);
  const [person] = await tx.select().from(users).where(eq(users.email, input.email)).for('no key update');
  const admins = await holdersInForce(tx, portalId, ['admin'], []);
  if (person !== undefined && admins.includes(person.id)) {
    if (withoutFactors) await dropByOperator(tx, person.id);
    return { userId: person.id, code: await newCode(tx, person.id, person.passwordHash !== null) };
  }
  if (admins.length >= firstAdmins) {
    throw notAllowed(
      `Portal ini sudah punya ${admins.length} admin. Admin berikutnya ditambahkan lewat layar admin; surel yang Anda tulis bukan milik salah satu admin itu.`,
    );
  }
  if (person !== undefined) {
    throw notAllowed('Surel ini sudah dipakai akun yang bukan admin. Pakai surel lain untuk akun admin.');
  }
  requireAllowedAddress(input.email);
  const [added] = await tx.insert(users).values(input).returning({ id: users.id });
  if (added === undefined) throw new Error('The new admin was not returned.');
  await tx
    .insert(memberships)
    .values({ userId: added.id, portalId, role: 'admin', grantedAt: now(), effectiveAt: now() });
  await recordEvent(tx, {
    portalId,
    actorId: null,
    actorRole: null,
    verb: 'create_first_admin',
    subjectId: added.id,
  });
  return { userId: added.id, code: await newCode(tx, added.id, false) };
}

async function dropByOperator(tx: Transaction, userId: UserId): Promise<void> {
  const kinds = await dropFactors(tx, userId);
  if (kinds.length === 0) return;
  await recordEvent(tx, {
    ...{ portalId: null, actorId: null, actorRole: null, verb: 'remove_second_factor', subjectId: userId },
    detail: { from: 'command', kinds },
  });
}

async function newCode(tx: Transaction, userId: UserId, hasPassword: boolean): Promise<NewCode> {
  const code = await addCode(tx, userId, hasPassword ? 'reset' : 'invite', null);
  await recordEvent(tx, {
    portalId: null,
    actorId: null,
    actorRole: null,
    verb: `issue_${code.purpose}`,
    subjectId: userId,
  });
  return code;
}
