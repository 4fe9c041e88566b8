import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Queryable } from '#db/client.ts';
import { secondFactors, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { invalid, notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { unlessTaken } from './administration.ts';
import { addFactor } from './factor-changes.ts';
import { momentOfChallenge, newChallenge } from './passkey-challenge.ts';
import type { SessionStanding } from './sessions.ts';

/** What an answer of a passkey is used for. A challenge made for one is no good for another. */
export type PasskeyUse = 'sign_in' | `second_step ${string}` | `confirm ${string}`;

/** Whether browsers offer passkeys under our address: they do for names, never for numbers. */
export function passkeysWork(): boolean {
  return isIP(config().newsroomUrl.hostname.replace(/^\[(.*)\]$/, '$1')) === 0;
}

/** Where a passkey belongs: our name and no other, so that a copied page elsewhere gets nothing. */
const place = () => ({ rpID: config().newsroomUrl.hostname, origin: config().newsroomUrl.origin });

// Certificates and their formats come along; few requests need them.
const library = () => import('@simplewebauthn/server');

/** What the browser needs to make a passkey for this person. */
export async function newPasskeyOptions({ actor }: SessionStanding): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    ...{ rpName: 'Ruang Warta', rpID: place().rpID, userName: actor.email, userDisplayName: actor.name },
    userID: new Uint8Array(Buffer.from(actor.userId.replaceAll('-', ''), 'hex')),
    challenge: newChallenge(`add ${actor.userId}`),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: await credentialsOf(actor.userId),
  });
}

const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).catch([]);

/** A credential as browsers send it, in the field of a form. */
const sentAs = <Answer extends z.ZodType>(answer: Answer) =>
  z
    .string()
    .max(16_000)
    .transform((text, context): z.output<Answer> => {
      const parsed = answer.safeParse(jsonOrNull(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'Jawaban kunci sandi tidak terbaca. Coba lagi.' });
      return z.NEVER;
    });

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,12000}$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const created = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: transports.default([]) }),
});

const shown = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

export const addPasskeyInput = z.strictObject({
  name: z.string().trim().max(60, 'Nama paling panjang 60 huruf.').default(''),
  answer: sentAs(created),
});

/** The answer of a passkey, checked for shape. */
export type PasskeyAnswer = AuthenticationResponseJSON;
export const passkeyAnswer = sentAs(shown) satisfies z.ZodType<PasskeyAnswer>;

/**
 * Adds a passkey that has just been made.
 *
 * @throws invalid when it was not made here, for this person, with the device unlocked by its owner
 */
export async function addPasskey(
  held: SessionStanding,
  { name, answer }: { name: string; answer: RegistrationResponseJSON },
): Promise<{ token: string }> {
  const { userId } = held.actor;
  const { verifyRegistrationResponse } = await library();
  const { rpID, origin } = place();
  const made = await refusedOr(() =>
    verifyRegistrationResponse({
      ...{ response: answer, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true },
      expectedChallenge: (challenge) => momentOfChallenge(challenge, `add ${userId}`) !== undefined,
    }),
  );
  if (made?.verified !== true) {
    throw invalid([{ field: '', code: 'passkey_refused', text: 'Kunci sandi tidak dapat disimpan. Coba lagi.' }]);
  }
  const { credential: key, credentialBackedUp } = made.registrationInfo;
  return addFactor(held, 'passkey', (tx) =>
    unlessTaken(
      tx.insert(secondFactors).values({
        ...{ userId, kind: 'passkey', name: name || 'Kunci sandi', createdAt: now(), isSynced: credentialBackedUp },
        ...{ credentialId: key.id, publicKey: Buffer.from(key.publicKey).toString('base64url'), counter: key.counter },
        transports: key.transports ?? [],
      }),
      () => notAllowed('Kunci sandi ini sudah terpasang.'),
    ),
  );
}

/**
 * What the browser needs to show a passkey.
 *
 * @param of whose; without it whoever holds one of ours
 */
export async function passkeyOptions(use: PasskeyUse, of?: UserId): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    ...{ rpID: place().rpID, challenge: newChallenge(use), userVerification: 'required' },
    allowCredentials: of === undefined ? [] : await credentialsOf(of),
  });
}

/**
 * Takes the answer of a passkey, once. Its owner has unlocked the device for it (user verification), so it
 * stands for both factors.
 *
 * @returns whose it is; undefined for every answer that does not hold
 */
export async function spendPasskey(
  queryable: Queryable,
  use: PasskeyUse,
  answer: PasskeyAnswer,
): Promise<UserId | undefined> {
  const [factor] = await queryable
    .select({ row: secondFactors })
    .from(secondFactors)
    .innerJoin(users, eq(users.id, secondFactors.userId))
    .where(and(eq(secondFactors.credentialId, answer.id), isNull(users.suspendedAt)));
  if (factor === undefined) return undefined;
  const { id, userId, credentialId, publicKey, counter } = factor.row;
  const { verifyAuthenticationResponse } = await library();
  const { rpID, origin } = place();
  let moment: number | undefined;
  const checked = await refusedOr(() =>
    verifyAuthenticationResponse({
      ...{ response: answer, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true },
      credential: {
        ...{ id: credentialId ?? '', counter },
        publicKey: new Uint8Array(Buffer.from(publicKey ?? '', 'base64url')),
      },
      expectedChallenge: (challenge) => {
        moment = momentOfChallenge(challenge, use);
        return moment !== undefined;
      },
    }),
  );
  if (checked?.verified !== true || moment === undefined) return undefined;
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  const taken = await queryable
    .update(secondFactors)
    .set({ lastStep: moment, counter: newCounter, isSynced: credentialBackedUp, lastUsedAt: now() })
    .where(and(eq(secondFactors.id, id), lt(secondFactors.lastStep, moment)))
    .returning({ id: secondFactors.id });
  return taken.length > 0 ? userId : undefined;
}

/** The library throws for whatever does not hold; the reason is for the log, the person gets one sentence. */
async function refusedOr<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    log('warn', 'passkey_refused', { reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown' });
    return undefined;
  }
}

async function credentialsOf(userId: UserId) {
  const rows = await database()
    .select({ id: secondFactors.credentialId, transports: secondFactors.transports })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.kind, 'passkey')));
  return rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, transports: transports.parse(row.transports) }]));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
