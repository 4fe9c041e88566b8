import { and, eq, isNotNull } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import type { SessionAssurance } from '#db/schema/enums.ts';
import { users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import { dateFormat } from '#lib/date-format.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { sendMail } from '#lib/mail/outbox.ts';
import { recordEvent } from '#lib/record/events.ts';
import { absolute, accountPath } from '#lib/urls.ts';
import { deviceMark, knownDevice } from './known-device.ts';
import { zoneOf } from './own-account.ts';
import { hasSignedIn, startSession } from './sessions.ts';
import type { Origin } from './sign-in-tries.ts';

/** Somebody is in: the token of their session, and the mark for this device. */
export type SignedIn = { outcome: 'signed_in'; userId: UserId; token: string; mark: string };

/**
 * Opens the session of somebody who has shown all they must. Every way in ends here.
 *
 * A device without our mark is told to its owner, in the bell and by mail; the very first sign-in of an
 * account is not, and neither is the demo's, whose accounts everybody shares.
 *
 * @param confirmedAt when they showed who they are, where that was not just now; null where nobody knows
 */
export async function finishSignIn(
  userId: UserId,
  origin: Origin,
  assurance: SessionAssurance,
  confirmedAt: Date | null = now(),
): Promise<SignedIn> {
  const isKnown = origin.mark !== undefined && knownDevice(userId, origin.mark) !== undefined;
  const session = await transaction(async (tx) => {
    const isNews = !isKnown && config().mode === 'production' && (await hasSignedIn(tx, userId));
    const started = await startSession(userId, origin.device, { queryable: tx, assurance, confirmedAt });
    await tx
      .update(users)
      .set({ dormancyWarnedAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.dormancyWarnedAt)));
    if (isNews) await tellOfDevice(tx, userId, origin.device);
    return started;
  });
  log('info', 'signed_in', { user: userId, network: origin.network, assurance });
  return { outcome: 'signed_in', userId, token: session.token, mark: deviceMark(userId) };
}

/** By mail whatever they chose to be mailed of: who took the account may have chosen for them. */
async function tellOfDevice(tx: Transaction, userId: UserId, device: string): Promise<void> {
  const [person] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId));
  if (person === undefined) return;
  const at = now();
  const named = device || 'perangkat yang tidak dikenali';
  await sendMail(tx, {
    kind: 'new_device',
    onceKey: `new_device:${userId}:${at.getTime()}`,
    ...{ userId, recipient: person.email },
    subject: 'Akun Anda masuk dari perangkat baru',
    body: [
      `Halo ${person.name},`,
      '',
      `akun Anda di Ruang Warta baru saja masuk dari perangkat baru: ${named}, ${await momentFor(tx, userId, at)}.`,
      '',
      'Bila ini Anda, tidak ada yang perlu dilakukan.',
      '',
      'Bukan Anda? Segera buka halaman ini, keluarkan semua perangkat, lalu ganti kata sandi:',
      absolute(newsroomOrigin(), accountPath),
      '',
      'Bila Anda tidak lagi bisa masuk, hubungi admin agar akun dibekukan.',
    ].join('\n'),
  });
  await recordEvent(tx, {
    // Nobody as actor: whoever signed in is told, unlike somebody of their own deeds.
    ...{ portalId: null, actorId: null, actorRole: null, verb: 'new_device', subjectId: userId },
    detail: { device: named },
  });
}

async function momentFor(tx: Transaction, userId: UserId, at: Date): Promise<string> {
  const timeZone = await zoneOf(userId, tx);
  return dateFormat('id-ID', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(at);
}
