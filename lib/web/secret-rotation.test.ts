import { encode } from 'next-auth/jwt';
import { afterEach, expect, it } from 'vitest';
import { deviceMark, knownDevice } from '#lib/accounts/known-device.ts';
import { config, useConfig } from '#lib/config.ts';
import { userId } from '#lib/ids.ts';
import { unsubscribeToken } from '#lib/notifications/unsubscribe.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { authOptions, tokenIn } from './auth.ts';

testConfiguration();

let putBack: (() => void) | undefined;
afterEach(() => {
  putBack?.();
  putBack = undefined;
});

const fresh = 'rahasia-baru-untuk-pengujian-9876543210';
const person = userId.parse('01890000-0000-7000-8000-000000000001');
const use = (authSecrets: readonly string[]) => {
  putBack = useConfig(aConfiguration({ authSecret: authSecrets[0] ?? '', authSecrets }));
};
const decoded = async (token: string) => tokenIn(await authOptions().jwt?.decode?.({ token, secret: '' }));

it('a cookie and a mark made under the former secret go on while it is configured', async () => {
  const former = config().authSecret;
  const cookie = await encode({ token: { sessionToken: 'abc' }, secret: former });
  const mark = deviceMark(person);
  use([fresh, former]);
  expect(await decoded(cookie)).toBe('abc');
  expect(knownDevice(person, mark)).toBeDefined();
  expect(await decoded(await encode({ token: { sessionToken: 'def' }, secret: fresh }))).toBe('def');
});

it('and count for nothing once it is dropped', async () => {
  const former = config().authSecret;
  const cookie = await encode({ token: { sessionToken: 'abc' }, secret: former });
  const [mark, link] = [deviceMark(person), unsubscribeToken(person)];
  use([fresh]);
  await expect(decoded(cookie)).rejects.toThrow();
  expect(knownDevice(person, mark)).toBeUndefined();
  expect(unsubscribeToken(person)).not.toBe(link);
});
