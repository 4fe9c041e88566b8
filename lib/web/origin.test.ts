import { describe, expect, it } from 'vitest';
import { deviceOf, isFromHere, networkOf } from './origin.ts';
import { ownPath, signInPathFrom } from './own-path.ts';

const from = (address: string) => networkOf(new Headers({ 'x-forwarded-for': address }));

describe('the network of a request', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(from(address)).toBe(network);
  });

  it('is what the nearest hop says, not what strangers wrote before it', () => {
    expect(from('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf(new Headers())).toBe('unknown');
  });
});

describe('a request', () => {
  const check = (headers: Record<string, string>) => isFromHere(new Headers(headers));

  it('comes from here when its Origin names the host', () => {
    expect(check({ origin: 'https://warta.example.go.id', host: 'warta.example.go.id' })).toBe(true);
    expect(check({ origin: 'http://127.0.0.1:4321', host: '127.0.0.1:4321' })).toBe(true);
  });

  it.each([
    {},
    { host: 'warta.example.go.id' },
    { origin: 'https://warta.example.go.id' },
    { origin: 'null', host: 'warta.example.go.id' },
    { origin: 'https://evil.example', host: 'warta.example.go.id', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://warta.example.go.id.evil.example', host: 'warta.example.go.id' },
    { origin: 'http://127.0.0.1:4322', host: '127.0.0.1:4321' },
  ])('does not with %j', (headers) => {
    expect(check(headers)).toBe(false);
  });
});

describe('the way back after signing in', () => {
  it.each(['/redaksi', '/redaksi/antrean', '/redaksi/naskah/7/tinjau?edisi=2'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
    expect(signInPathFrom(path)).toBe(`/redaksi/masuk?tujuan=${encodeURIComponent(path)}`);
  });

  it.each([
    undefined,
    '',
    'redaksi',
    'https://evil.example/redaksi',
    '//evil.example/redaksi',
    '/\\evil.example/redaksi',
    '/\t/evil.example',
    '/redaksi/../berita/x',
    '/redaksi.evil',
    '/redaksi@evil.example',
    '/berita/x',
    '/redaksi/masuk',
    'javascript:alert(1)',
    '/redaksi/%2e%2e/%2e%2e/berita',
    `/redaksi/${'x'.repeat(600)}`,
  ])('is the desk instead of %j', (path) => {
    expect(ownPath(path)).toBe('/redaksi');
  });
});

it.each([
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36',
    'Chrome di Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17 Safari/604.1',
    'Safari di iPhone atau iPad',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/130 Safari/537 Edg/130', 'Edge di Windows'],
  ['curl/8', 'Peramban lain'],
  ['', 'Peramban lain'],
])('a device is named coarsely: %s', (agent, name) => {
  expect(deviceOf(new Headers({ 'user-agent': agent }))).toBe(name);
});
