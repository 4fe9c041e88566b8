import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchOutside } from './fetch-outside.ts';
import { isOnInternet } from './reachable-address.ts';

/** A listener on this computer that nobody may reach through us unless it is named as our own. */
let canary: Server;
let own: URL;
let hits = 0;
let answer: RequestListener = (_, response) => response.end('kenari');

beforeAll(async () => {
  canary = createServer((request, response) => {
    hits += 1;
    answer(request, response);
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  own = new URL(`http://127.0.0.1:${(canary.address() as AddressInfo).port}`);
});
afterAll(async () => {
  canary.closeAllConnections();
  await new Promise((done) => canary.close(done));
});

const notations = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fec0::1]',
  '[::]',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '１２７.0.0.1',
  '127。0。0。1',
];

test('no notation of this computer or its network is asked', async () => {
  const before = hits;
  for (const host of notations) {
    for (const port of ['', `:${own.port}`]) {
      const { kind, ...rest } = await fetchOutside(`http://${host}${port}/`);
      expect({ host, kind, ...rest }).toEqual({ host, kind: 'failed', why: port === '' ? 'private' : 'port' });
    }
  }
  expect(hits).toBe(before);
});

test('a name that leads here, or here beside elsewhere, is refused; the system is not asked a second time', async () => {
  const before = hits;
  let asked = 0;
  const leadsTo = (addresses: string[]) => async () => {
    asked += 1;
    return asked === 1 ? addresses : ['127.0.0.1'];
  };
  expect(await fetchOutside('http://judi.example/', { resolve: leadsTo(['127.0.0.1']) })).toEqual({
    kind: 'failed',
    why: 'private',
  });
  asked = 0;
  expect(await fetchOutside('http://judi.example/', { resolve: leadsTo(['93.184.215.14', '::1']) })).toEqual({
    kind: 'failed',
    why: 'private',
  });
  expect(asked).toBe(1);
  expect(await fetchOutside('http://judi.example/', { resolve: () => Promise.reject(new Error('none')) })).toEqual({
    kind: 'failed',
    why: 'unresolved',
  });
  expect(hits).toBe(before);
});

test.each([
  'ftp://example.go.id/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:text/plain,x',
  'http://a:b@example.go.id/',
  'bukan alamat',
])('%s is no address that is fetched', async (address) => {
  expect(await fetchOutside(address)).toEqual({ kind: 'failed', why: 'address' });
});

test('our own origin is reached wherever it lies, and a redirect is told but not followed', async () => {
  answer = ({ url, headers }, response) => {
    if (url === '/pindah') {
      response.writeHead(302, { location: '/rahasia', 'set-cookie': 'a=b' });
      response.end();
    } else response.end(JSON.stringify(headers));
  };
  const before = hits;
  expect(await fetchOutside(`${own.origin}/pindah`, { own })).toMatchObject({
    ...{ kind: 'answer', status: 302 },
    headers: { location: '/rahasia' },
  });
  expect(hits).toBe(before + 1);
  const answered = await fetchOutside(own.href, { own, headers: { referer: 'https://www.google.com/' } });
  if (answered.kind !== 'answer') throw new Error(answered.why);
  const sent = JSON.parse(answered.body.toString());
  expect(sent).toMatchObject({ referer: 'https://www.google.com/', 'accept-encoding': 'identity' });
  expect(sent).not.toHaveProperty('cookie');
});

test('a form goes by POST, and a redirect takes neither it nor its secret anywhere', async () => {
  let body = '';
  answer = (request, response) => {
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(307, { location: '/lain' });
      response.end(`${request.method} ${request.headers['content-type']} ${request.headers.authorization}`);
    });
  };
  const before = hits;
  const form = new URLSearchParams({ code: 'a&b', grant_type: 'authorization_code' });
  const answered = await fetchOutside(own.href, { own, form, headers: { authorization: 'Basic eA==' } });
  if (answered.kind !== 'answer') throw new Error(answered.why);
  expect(answered.body.toString()).toBe('POST application/x-www-form-urlencoded Basic eA==');
  expect(body).toBe('code=a%26b&grant_type=authorization_code');
  expect(hits).toBe(before + 1);
});

test('an answer that is slow, long, or would unfold is given up', async () => {
  const ask = (bounds: { milliseconds?: number; bytes?: number }) => fetchOutside(own.href, { own, ...bounds });
  answer = (_, response) => void response.write('mulai');
  expect(await ask({ milliseconds: 60 })).toEqual({ kind: 'failed', why: 'slow' });
  answer = (_, response) => response.end(Buffer.alloc(5_000));
  expect(await ask({ bytes: 4_000 })).toEqual({ kind: 'failed', why: 'too_big' });
  answer = (_, response) => {
    response.write(Buffer.alloc(3_000));
    response.end(Buffer.alloc(3_000));
  };
  expect(await ask({ bytes: 4_000 })).toEqual({ kind: 'failed', why: 'too_big' });
  answer = (_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(1_000_000)));
  };
  expect(await ask({})).toEqual({ kind: 'failed', why: 'compressed' });
});

test('public addresses are told from others', () => {
  expect(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'].every(isOnInternet)).toBe(true);
  expect(['x', '', '::ffff:8.8.8.8', '4000::1', '127.0.0.1'].some(isOnInternet)).toBe(false);
});
