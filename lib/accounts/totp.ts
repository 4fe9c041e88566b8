import { hkdfSync } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { database, type Queryable } from '#db/client.ts';
import { secondFactors } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { invalid, notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { requireConfirmed } from './confirmation.ts';
import { addFactor } from './factor-changes.ts';
import { factorsOf } from './factor-reads.ts';
import { isSealedWithNewest, openText, sealText } from './sealed-text.ts';
import type { SessionStanding } from './sessions.ts';
import { giveTryBack, takeTry } from './throttle.ts';

/** Seconds of one step, and steps taken on either side of now (ASVS 6.5.5): a phone's clock is seldom exact. */
const period = 30;
const around = 1;
const digits = 6;
/** Bytes of a secret, as RFC 4226 recommends. */
const secretSize = 20;

/** A new secret to show: as text, and as the address a QR code carries. */
export type NewTotp = { secret: string; uri: string };

/**
 * The secret for an authenticator app that this session would set up. It follows from the session and its
 * last confirmation, so that the page may be shown again while a telephone is being fetched; any change of
 * factors gives another one. Nothing is kept until a code of it was shown.
 *
 * @throws invalid when the person has not confirmed lately
 */
export function newTotp(held: SessionStanding): NewTotp {
  requireConfirmed(held);
  const about = `${held.actor.userId}\n${held.sessionId}\n${held.confirmedAt?.toISOString()}`;
  const bytes = hkdfSync('sha256', config().authSecret, about, 'ruang-warta new totp', secretSize);
  const secret = new Secret({ buffer: bytes });
  return { secret: secret.base32, uri: counterOf(secret, held.actor.email).toString() };
}

export const addTotpInput = z.strictObject({ code: z.string().max(40) });

/**
 * Makes an authenticator app the second factor, after a code of it was shown.
 *
 * @throws invalid when the code does not fit, was tried too often, or the person has not confirmed lately;
 *   notAllowed when there is an app already
 */
export async function addTotp(
  held: SessionStanding,
  { code }: z.output<typeof addTotpInput>,
): Promise<{ token: string }> {
  const { userId } = held.actor;
  const { secret: base32 } = newTotp(held);
  const tries = [{ kind: 'factorFromDevice', of: `new ${userId}` }] as const;
  if (takeTry(tries) !== undefined) {
    throw invalid([{ field: 'code', code: 'throttled', text: 'Terlalu banyak percobaan. Tunggu 15 menit.' }]);
  }
  const lastStep = stepOf(base32, code);
  if (lastStep === undefined) {
    const text = 'Kode tidak cocok. Tunggu kode berikutnya di aplikasi, dan periksa jam ponsel Anda.';
    throw invalid([{ field: 'code', code: 'code_wrong', text }]);
  }
  giveTryBack(tries);
  return addFactor(held, 'totp', async (tx) => {
    if ((await factorsOf(userId, tx)).some(({ kind }) => kind === 'totp')) {
      throw notAllowed('Aplikasi autentikator sudah terpasang. Hapus yang lama dahulu.');
    }
    const at = now();
    const secret = sealText('totp', userId, base32);
    const name = 'Aplikasi autentikator';
    await tx
      .insert(secondFactors)
      .values({ userId, kind: 'totp', name, createdAt: at, lastUsedAt: at, secret, lastStep });
  });
}

/**
 * Takes a code of somebody's app, once: neither it nor an earlier one is taken again. A secret that lies under
 * an older key is sealed anew.
 */
export async function spendTotp(queryable: Queryable, userId: UserId, code: string): Promise<boolean> {
  const [factor] = await queryable
    .select({ id: secondFactors.id, secret: secondFactors.secret })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.kind, 'totp')));
  const sealed = factor?.secret ?? undefined;
  const base32 = sealed === undefined ? undefined : openText('totp', userId, sealed);
  if (factor === undefined || sealed === undefined || base32 === undefined) return false;
  const step = stepOf(base32, code);
  if (step === undefined) return false;
  const secret = isSealedWithNewest(sealed) ? sealed : sealText('totp', userId, base32);
  const taken = await queryable
    .update(secondFactors)
    .set({ lastStep: step, lastUsedAt: now(), secret })
    .where(and(eq(secondFactors.id, factor.id), lt(secondFactors.lastStep, step)))
    .returning({ id: secondFactors.id });
  return taken.length > 0;
}

/**
 * Seals the secrets of all apps under the newest secret of the install, so that older ones can be dropped.
 *
 * @returns how many were sealed anew, and how many no configured secret opens
 */
export async function resealTotp(): Promise<{ resealed: number; closed: number }> {
  const rows = await database()
    .select({ id: secondFactors.id, userId: secondFactors.userId, secret: secondFactors.secret })
    .from(secondFactors)
    .where(eq(secondFactors.kind, 'totp'));
  const done = { resealed: 0, closed: 0 };
  for (const { id, userId, secret } of rows) {
    if (secret === null || isSealedWithNewest(secret)) continue;
    const base32 = openText('totp', userId, secret);
    if (base32 === undefined) done.closed += 1;
    else {
      await database()
        .update(secondFactors)
        .set({ secret: sealText('totp', userId, base32) })
        .where(and(eq(secondFactors.id, id), eq(secondFactors.secret, secret)));
      done.resealed += 1;
    }
  }
  return done;
}

/** The step of time a code belongs to, if it is one of those around now. */
function stepOf(base32: string, typed: string): number | undefined {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now().getTime();
  const delta = counterOf(Secret.fromBase32(base32), '').validate({ token, timestamp, window: around });
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta;
}

function counterOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'Ruang Warta', label, algorithm: 'SHA1', digits, period, secret });
}
