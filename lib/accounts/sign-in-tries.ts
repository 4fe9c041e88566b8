import { createHmac } from 'node:crypto';
import { config } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import { knownDevice } from './known-device.ts';
import type { TryKey } from './throttle.ts';

/** Where a request comes from, as far as signing in looks at it. Nothing of it but the device's name is kept. */
export type Origin = {
  /** Coarse name of the device, kept with the session. */
  device: string;
  /** Where it comes from, see `networkOf`. */
  network: string;
  /** The mark an earlier sign-in left on this device, if any. */
  mark: string | undefined;
};

/**
 * Where a try of a password counts. A known device counts alone; all others count for account and network.
 *
 * @param userId whose address it is; undefined where there is no such account
 */
export function signInTries(email: string, userId: UserId | undefined, { mark, network }: Origin): TryKey[] {
  const device = userId !== undefined && mark !== undefined ? knownDevice(userId, mark) : undefined;
  if (device !== undefined) return [{ kind: 'device', of: device }];
  const account = accountMark(email);
  return [
    { kind: 'network', of: network },
    { kind: 'accountFromNetwork', of: `${account} ${network}` },
    { kind: 'accountFromStrangers', of: account },
  ];
}

/** Names an account in logs and counters without writing down an address, which may be a mistyped password. */
export function accountMark(email: string): string {
  return createHmac('sha256', config().authSecret).update(`rw1:account\n${email}`).digest('hex').slice(0, 16);
}
