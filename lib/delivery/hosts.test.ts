import { expect, test } from 'vitest';
import { portalId } from '#lib/ids.ts';
import { hostsOf } from './hosts.ts';

const portals = [
  {
    id: portalId.parse('00000000-0000-4000-8000-000000000001'),
    hosts: ['warta.example.go.id', 'www.warta.example.go.id'],
  },
  { id: portalId.parse('00000000-0000-4000-8000-000000000002'), hosts: ['barsel.example.go.id', 'lama.example.go.id'] },
];

test.each([
  ['warta.example.go.id', undefined],
  ['WARTA.example.go.id:443', undefined],
  ['www.warta.example.go.id', 'https://warta.example.go.id'],
  ['barsel.example.go.id', undefined],
  ['lama.example.go.id', 'https://barsel.example.go.id'],
  ['asing.example', undefined],
  [undefined, undefined],
])('readers who ask %s are sent to %s', (host, origin) => {
  const hosts = hostsOf(portals, new URL('https://warta.example.go.id'), false);
  expect(hosts.canonicalOf(host)).toBe(origin);
});

test('a portal tried on this computer sends nobody away', () => {
  const hosts = hostsOf(portals, new URL('http://127.0.0.1:3000'), true);
  for (const host of ['localhost:3000', '127.0.0.1:3000', 'www.warta.example.go.id'])
    expect(hosts.canonicalOf(host)).toBeUndefined();
});
