import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Transaction, transaction } from '#db/client.ts';
import type { AccountCodePurpose, Role } from '#db/schema/enums.ts';
import { accountCodes, agencies, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { holdersInForce, openRoles, personToChange } from './administration.ts';
import { isDecisive } from './assurance.ts';
import { deviceMark } from './known-device.ts';
import { passwordLimits } from './password-rules.ts';
import { newPasswordIssues } from './password-strength.ts';
import { hashPassword } from './passwords.ts';
import { openAt } from './role-in-force.ts';
import { hashOfSecret, plainCode, randomCode } from './secrets.ts';
import { endAllSessions, hasSignedIn } from './sessions.ts';

/** Hours in which a code can be used, once. */
export const codeHours = 24;

/** A code as its maker sees it, this one time: only its hash is kept. */
export type NewCode = { code: string; purpose: AccountCodePurpose; expiresAt: Date };

/**
 * Makes a code to hand over: an invite for somebody who was never here, else a reset, which
 * ends all sessions at once. Codes made before no longer work.
 *
 * @throws notAllowed for oneself and for a suspended person
 */
export function issueCode(actor: Actor, { userId }: AccountInput<'issueCode'>): Promise<NewCode> {
  return transaction(async (tx) => {
    const person = await personToChange(tx, actor, userId);
    if (userId === actor.userId) {
      throw notAllowed('Kode untuk diri sendiri tidak dapat dibuat. Ganti kata sandi Anda di halaman Akun.');
    }
    if (person.suspendedAt !== null) {
      throw notAllowed('Orang ini sedang dibekukan. Cabut pembekuannya lebih dulu.');
    }
    // Who signs in with a provider has no password here, and still somebody would step into what is theirs.
    const isNew = person.passwordHash === null && !(await hasSignedIn(tx, userId));
    const purpose = isNew ? 'invite' : 'reset';
    const code = await addCode(tx, userId, purpose, actor.userId);
    if (purpose === 'reset') await endAllSessions(tx, userId);
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: `issue_${purpose}`,
      subjectId: userId,
    });
    return code;
  });
}

/** Adds a code inside the transaction of the verb that gives it; `by` is null for the command line. */
export async function addCode(
  tx: Transaction,
  userId: UserId,
  purpose: AccountCodePurpose,
  by: UserId | null,
): Promise<NewCode> {
  await expireCodes(tx, userId);
  const code = randomCode();
  const at = now();
  const expiresAt = new Date(at.getTime() + codeHours * 3_600_000);
  const codeHash = hashOfSecret('code', plainCode(code));
  await tx.insert(accountCodes).values({ userId, purpose, codeHash, createdBy: by, createdAt: at, expiresAt });
  return { code, purpose, expiresAt };
}

/** Makes the codes of this person that are still open useless. */
export async function expireCodes(tx: Transaction, userId: UserId): Promise<void> {
  const at = now();
  await tx
    .update(accountCodes)
    .set({ expiresAt: at })
    .where(and(eq(accountCodes.userId, userId), isNull(accountCodes.usedAt), gt(accountCodes.expiresAt, at)));
}

/** What the page for codes sends. */
export const redeemInput = z.strictObject({
  code: z.string().max(200),
  password: z.string('Tulis kata sandi baru.').max(passwordLimits.most * 4, 'Kata sandi terlalu panjang.'),
});

/** Whose password was set, with which kind of code. */
export type Redeemed = { userId: UserId; purpose: AccountCodePurpose; mark: string };

/**
 * Sets the password of whoever was handed the code, and uses the code up. Every session of
 * the account ends.
 *
 * After a reset, the roles of the desk wait for a second person again: otherwise one admin
 * could reset two accounts and sign in both names. They stay when there is nobody who could accept.
 * A second factor stays as it is: a code replaces the password and nothing else.
 *
 * @returns a mark for this device, see `deviceMark`
 * @throws invalid with one sentence for every code that does not work, or about the password
 */
export async function redeemCode(input: z.output<typeof redeemInput>): Promise<Redeemed> {
  const codeHash = hashOfSecret('code', plainCode(input.code));
  const found = await openCode(codeHash);
  if (found === undefined) throw codeDoesNotWork();
  const issues = await newPasswordIssues(input.password, await wordsAbout(found.userId));
  if (issues.length > 0) throw invalid(issues);
  // Before the transaction: deriving a key takes long.
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const [used] = await tx
      .update(accountCodes)
      .set({ usedAt: now() })
      .where(and(eq(accountCodes.codeHash, codeHash), isNull(accountCodes.usedAt), gt(accountCodes.expiresAt, now())))
      .returning();
    if (used === undefined) throw codeDoesNotWork();
    const [person] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, used.userId), isNull(users.suspendedAt)))
      .returning({ id: users.id });
    if (person === undefined) throw codeDoesNotWork();
    await endAllSessions(tx, person.id);
    const waiting = used.purpose === 'reset' && used.createdBy ? await putOnHold(tx, person.id, used.createdBy) : [];
    await recordEvent(tx, {
      portalId: null,
      actorId: person.id,
      actorRole: null,
      verb: `redeem_${used.purpose}`,
      subjectId: person.id,
      detail: { waiting },
    });
    return { userId: person.id, purpose: used.purpose, mark: deviceMark(person.id) };
  });
}

async function openCode(codeHash: string): Promise<{ userId: UserId } | undefined> {
  const [row] = await database()
    .select({ userId: accountCodes.userId })
    .from(accountCodes)
    .innerJoin(users, eq(users.id, accountCodes.userId))
    .where(
      and(
        eq(accountCodes.codeHash, codeHash),
        isNull(accountCodes.usedAt),
        gt(accountCodes.expiresAt, now()),
        isNull(users.suspendedAt),
      ),
    );
  return row;
}

/** Words about a person that make a bad password: name, address, agencies. */
export async function wordsAbout(userId: UserId): Promise<string[]> {
  const [person] = await database()
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  const houses = await database()
    .select({ name: agencies.name, shortName: agencies.shortName })
    .from(memberships)
    .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(and(eq(memberships.userId, userId), openAt(now())));
  return [person?.name ?? '', person?.email ?? '', ...houses.flatMap((house) => [house.name, house.shortName])];
}

/**
 * Lets the decisive roles of somebody wait for a second person again, after an admin has opened a way into
 * the account. They stay where nobody is there who could accept.
 */
export async function putOnHold(tx: Transaction, userId: UserId, resetBy: UserId): Promise<Role[]> {
  const waiting: Role[] = [];
  for (const held of await openRoles(tx, userId)) {
    if (held.effectiveAt === null || !isDecisive([held])) continue;
    const acceptors = await holdersInForce(tx, held.portalId, ['admin', 'managing_editor'], [userId, resetBy]);
    if (acceptors.length === 0) continue;
    await tx
      .update(memberships)
      .set({ effectiveAt: null, acceptedBy: null, grantedBy: resetBy, grantedAt: now() })
      .where(and(eq(memberships.id, held.id), isNotNull(memberships.effectiveAt)));
    waiting.push(held.role);
  }
  return waiting;
}

function codeDoesNotWork(): Error {
  const text = `Kode ini tidak berlaku: mungkin salah ketik, sudah dipakai, atau lewat ${codeHours} jam. Periksa lagi, atau minta kode baru kepada admin.`;
  return invalid([{ field: 'code', code: 'code_invalid', text }]);
}
