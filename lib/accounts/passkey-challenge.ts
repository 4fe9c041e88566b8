import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';

/** Minutes for which a challenge may be answered. */
const minutes = 10;
const timeLength = 8;
const randomLength = 16;
const sealLength = 16;

/**
 * A challenge for a passkey: its moment, random bits, and a seal that ties it to one purpose. Nothing is
 * kept, so strangers who ask for a thousand cost nothing; that each is answered once follows from its
 * moment (`second_factors.last_step`).
 *
 * @param purpose what the answer will be used for, such as `add <user>`
 */
export function newChallenge(purpose: string): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(timeLength);
  time.writeBigUInt64BE(BigInt(now().getTime()));
  const body = Buffer.concat([time, randomBytes(randomLength)]);
  return new Uint8Array(Buffer.concat([body, sealOf(config().authSecret, purpose, body)]));
}

/** When we made this challenge for this purpose (milliseconds); undefined for any other, and for one that is too old. */
export function momentOfChallenge(challenge: string, purpose: string): number | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== timeLength + randomLength + sealLength) return undefined;
  const [body, seal] = [bytes.subarray(0, timeLength + randomLength), bytes.subarray(-sealLength)];
  if (!config().authSecrets.some((secret) => timingSafeEqual(seal, sealOf(secret, purpose, body)))) return undefined;
  const at = Number(body.readBigUInt64BE(0));
  const age = now().getTime() - at;
  return age >= 0 && age <= minutes * 60_000 ? at : undefined;
}

function sealOf(secret: string, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`rw1:passkey\n${purpose}\n`).update(body).digest().subarray(0, sealLength);
}
