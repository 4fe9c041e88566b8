import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import { randomToken } from './secrets.ts';

/** Days a device stays known without a sign-in. */
export const knownDeviceDays = 180;

const shape = z.tuple([z.string().regex(/^[A-Za-z0-9_-]{43}$/), z.coerce.number().int(), z.string()]);

/**
 * A mark for the browser that has just shown the right password. It opens nothing: it only
 * gives the device an allowance of tries that strangers cannot use up.
 */
export function deviceMark(userId: UserId): string {
  const name = randomToken();
  const until = now().getTime() + knownDeviceDays * 86_400_000;
  return `${name}.${until}.${seal(config().authSecret, userId, name, until)}`;
}

/** The device's own name when the mark was made for this account and still holds, else undefined. */
export function knownDevice(userId: UserId, mark: string): string | undefined {
  const parts = shape.safeParse(mark.split('.'));
  if (!parts.success) return undefined;
  const [name, until, given] = parts.data;
  const received = Buffer.from(given);
  const holds = config().authSecrets.some((secret) => {
    const expected = Buffer.from(seal(secret, userId, name, until));
    return expected.length === received.length && timingSafeEqual(expected, received);
  });
  return holds && until > now().getTime() ? name : undefined;
}

function seal(secret: string, userId: UserId, name: string, until: number): string {
  return createHmac('sha256', secret).update(`rw1:device\n${userId}\n${name}\n${until}`).digest('base64url');
}
