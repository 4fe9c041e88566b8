import { expect, it } from 'vitest';
import { useConfig } from '#lib/config.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { authOptions, cookieNames, cookieSeconds } from './auth.ts';

testConfiguration();

it('every cookie of ours stays with this host, out of reach of scripts and of plain http', () => {
  for (const { name, options } of Object.values(cookieNames())) {
    expect(name).toMatch(/^__Host-ruang-warta\./);
    expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  }
  const { cookies, useSecureCookies } = authOptions();
  expect(useSecureCookies).toBe(true);
  for (const own of [cookies?.sessionToken, cookies?.csrfToken, cookies?.callbackUrl])
    expect(Object.values(cookieNames())).toContainEqual(own);
  expect(cookieSeconds).toBe(7 * 86_400);
});

it('on this computer alone they go without the prefix, which browsers keep for https', () => {
  const newsroomUrl = new URL('http://127.0.0.1:3000');
  const putBack = useConfig(aConfiguration({ newsroomUrl }));
  expect(cookieNames().session).toMatchObject({ name: 'ruang-warta.sesi', options: { secure: false, httpOnly: true } });
  putBack();
});
