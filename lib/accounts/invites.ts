import { and, asc, eq, exists, inArray, isNull, not, or } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { accountCodes, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { newsroomOrigin } from '#lib/config.ts';
import { notAllowed } from '#lib/errors.ts';
import { type UserId, userId } from '#lib/ids.ts';
import { mailIsSetUp, sendMail } from '#lib/mail/outbox.ts';
import { recordEvent } from '#lib/record/events.ts';
import { absolute, redeemPath } from '#lib/urls.ts';
import { type Actor, actorNow } from './actor.ts';
import { personToChange, requireAnyAdmin } from './administration.ts';
import { addCode, codeHours } from './codes.ts';
import { requireAllowedAddress } from './mail-domains.ts';
import type { RoleEntry } from './role-entries.ts';
import { openRoleEntries } from './role-entries.ts';
import { openAt } from './role-in-force.ts';

/** The most people invited in one go: as many slips as somebody cuts in an afternoon. */
export const mostInvited = 200;

const chosen = z
  .union([userId.transform((id) => [id]), z.array(userId).max(mostInvited)], { error: 'Pilih orangnya.' })
  .default([])
  .refine((ids) => ids.length > 0, 'Centang paling sedikit satu orang.');

/** What the page of invites sends. */
export const inviteInput = z.strictObject({ userIds: chosen });

/** A code to hand over on paper, this one time. */
export type InviteSlip = { userId: UserId; name: string; email: string; code: string; link: string; expiresAt: Date };

/**
 * Makes invites to print: one code each, for a day, once. Codes made before no longer work.
 *
 * @throws notAllowed for somebody who has a password already, is suspended, or is oneself
 */
export function printInvites(actor: Actor, { userIds }: z.output<typeof inviteInput>): Promise<InviteSlip[]> {
  return invite(actor, userIds, 'slip');
}

/**
 * Sends invites by mail. The mail goes out after the commit, and is not kept once it has left.
 *
 * @returns how many are on their way
 */
export async function mailInvites(actor: Actor, { userIds }: z.output<typeof inviteInput>): Promise<number> {
  if (!mailIsSetUp()) throw notAllowed('Surel belum disetel di peladen ini. Cetak undangannya.');
  return (await invite(actor, userIds, 'mail')).length;
}

function invite(actor: Actor, userIds: readonly UserId[], by: 'slip' | 'mail'): Promise<InviteSlip[]> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const slips: InviteSlip[] = [];
    // In one order, so that two admins who invite the same people wait for each other and no more.
    for (const id of [...new Set(userIds)].toSorted()) {
      const person = await personToChange(tx, asked, id);
      if (person.passwordHash !== null || id === asked.userId) {
        throw notAllowed(`${person.name} sudah memakai undangannya. Muat ulang halaman.`);
      }
      if (person.suspendedAt !== null)
        throw notAllowed(`${person.name} sedang dibekukan. Cabut pembekuannya lebih dulu.`);
      requireAllowedAddress(person.email);
      const { code, expiresAt } = await addCode(tx, id, 'invite', asked.userId);
      const slip = { userId: id, name: person.name, email: person.email, code, link: linkOf(code), expiresAt };
      if (by === 'mail') {
        await sendMail(tx, {
          kind: 'invite',
          onceKey: `invite:${id}:${expiresAt.getTime()}`,
          ...{ userId: id, recipient: person.email },
          subject: 'Akun Anda di Ruang Warta',
          body: mailBody(slip),
        });
      }
      slips.push(slip);
    }
    for (const slip of slips) {
      await recordEvent(tx, {
        ...{ portalId: null, actorId: asked.userId, actorRole: 'admin', verb: 'invite_person', subjectId: slip.userId },
        detail: { by, expiresAt: slip.expiresAt.toISOString() },
      });
    }
    return slips;
  });
}

/** The code stands after `#`, which browsers do not send: it reaches no server's log and no preview. */
const linkOf = (code: string) => `${absolute(newsroomOrigin(), redeemPath)}#${code}`;

function mailBody({ name, code, link }: InviteSlip): string {
  return [
    `Halo ${name},`,
    '',
    'akun Anda di Ruang Warta sudah dibuat. Buka tautan ini lalu tentukan kata sandi Anda:',
    link,
    '',
    `Kode: ${code}`,
    `Kode berlaku ${codeHours} jam dan hanya sekali. Jangan teruskan surel ini.`,
  ].join('\n');
}

/** Somebody who has not used an invite yet. */
export type Invitee = { userId: UserId; name: string; email: string; roles: RoleEntry[]; openUntil: Date | null };

/** The people of the actor's portals, and those without a role, who have no password yet; for everyone but admins not found. */
export async function peopleToInvite(actor: Actor): Promise<Invitee[]> {
  const administered = requireAnyAdmin(actor);
  const at = now();
  const open = and(eq(memberships.userId, users.id), openAt(at));
  const any = database().select({ id: memberships.id }).from(memberships).where(open);
  const mine = database()
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(open, inArray(memberships.portalId, administered)));
  const rows = await database()
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(isNull(users.passwordHash), isNull(users.suspendedAt), or(exists(mine), not(exists(any)))))
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostInvited);
  const ids = rows.map((row) => row.userId);
  const [roles, codes] = await Promise.all([
    openRoleEntries(inArray(memberships.userId, ids)),
    ids.length === 0
      ? []
      : database()
          .select({ userId: accountCodes.userId, expiresAt: accountCodes.expiresAt })
          .from(accountCodes)
          .where(and(inArray(accountCodes.userId, ids), isNull(accountCodes.usedAt))),
  ]);
  return rows.map((row) => ({
    ...row,
    roles: roles.filter((entry) => entry.userId === row.userId),
    openUntil: codes.find((code) => code.userId === row.userId && code.expiresAt > at)?.expiresAt ?? null,
  }));
}
