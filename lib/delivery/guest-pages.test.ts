import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, startTrial, type Trial, trialHost } from './trial.ts';

const database = testDatabase();
const token = 'a'.repeat(43);
const path = `/pratinjau/${token}`;
const aFile = (hash: string, mediaType: string, isDocument: boolean) => {
  const open = async () => Readable.from([Buffer.from('gambar')]);
  return { hash, mediaType, isDocument, bytes: 6, open };
};
const files = new Map([
  ['r/ab/abc.webp', aFile('abc', 'image/webp', false)],
  ['d/cd/cdef0123.pdf', aFile('cdef0123', 'application/pdf', true)],
]);
let folder: string;
let trial: Trial;
let taken: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamu-'));
  await prepareTrial(database.url());
  trial = await startTrial({
    databaseUrl: database.url(),
    folder,
    guests: {
      file: async (_token, key) => files.get(key) ?? null,
      embargoFile: async (_token, key) => (key.endsWith('.webp') ? (files.get(key) ?? null) : null),
      comment: async (_token, form) => {
        taken.push(form.get('komentar') ?? '');
        const said = form.get('komentar') ?? '';
        return said === '' ? 'refused' : said.startsWith('Lagi') ? 'too_often' : 'thanks';
      },
    },
  });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

const form = { 'content-type': 'application/x-www-form-urlencoded', origin: `https://${trialHost}` };
const post = (body: string, headers: Record<string, string> = form) => ask(trial.port, path, headers, 'POST', body);

describe('a page behind a secret address', () => {
  test('is finished without scripts, kept by nobody and found by no search', async () => {
    const before = trial.rendered.length;
    const [first, second] = [await trial.get(path), await trial.get(path)];
    expect(first.status).toBe(200);
    expect(first.text).not.toMatch(/<script/i);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(second.status).toBe(200);
    expect(trial.rendered.slice(before)).toEqual([`/sistem/pratinjau/${token}`, `/sistem/pratinjau/${token}`]);
  });

  test.each(['/pratinjau/', '/pratinjau/pendek', `${path}/lain`, `${path}x`])('%s opens nothing', async (address) => {
    expect((await trial.get(address)).status).toBe(404);
  });

  test('gives the files of its edition and no others', async () => {
    const picture = await trial.get(`${path}/media/r/ab/abc.webp`);
    expect([picture.status, picture.text, picture.headers['content-type']]).toEqual([200, 'gambar', 'image/webp']);
    expect(picture.headers['cache-control']).toBe('no-store');
    expect(picture.headers['content-disposition']).toBeUndefined();
    const document = await trial.get(`${path}/media/d/cd/cdef0123.pdf`);
    expect(document.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="dokumen-cdef0123.pdf"',
      'cache-control': 'no-store',
    });
    expect((await trial.get(`${path}/media/r/ab/lain.webp`)).status).toBe(404);
  });

  test('cannot be rendered by its inner address', async () => {
    expect((await trial.get(`/sistem/pratinjau/${token}`)).status).toBe(404);
  });
});

describe('an embargoed page behind a personal link', () => {
  const embargo = `/embargo/${token}`;
  const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';

  test('is a cover first, and the words are asked for with the device that reads them', async () => {
    const cover = await trial.get(embargo);
    expect([cover.status, trial.rendered.at(-1)]).toEqual([200, `/sistem/embargo/${token}`]);
    expect(cover.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
    expect(cover.headers['content-security-policy']).toContain("default-src 'none'");
    await ask(trial.port, `${embargo}?buka=1`, { 'user-agent': agent });
    expect(trial.rendered.at(-1)).toBe(`/sistem/embargo/${token}?perangkat=Chrome+di+Android`);
    await ask(trial.port, `${embargo}?buka=1`, { 'user-agent': agent }, 'HEAD');
    expect(trial.rendered.at(-1)).toBe(`/sistem/embargo/${token}`);
    await trial.get(`${embargo}?buka=1&perangkat=lain`);
    expect(trial.rendered.at(-1)).toBe(`/sistem/embargo/${token}`);
  });

  test('gives its pictures, nothing to keep, and takes nothing', async () => {
    expect((await trial.get(`${embargo}/media/r/ab/abc.webp`)).text).toBe('gambar');
    expect((await trial.get(`${embargo}/media/d/cd/cdef0123.pdf`)).status).toBe(404);
    expect((await ask(trial.port, embargo, form, 'POST', 'a=b')).status).toBe(405);
    expect((await trial.get(`/sistem/embargo/${token}`)).status).toBe(404);
    for (const address of ['/embargo/', '/embargo/pendek', `${embargo}/lain`]) {
      expect((await trial.get(address)).status).toBe(404);
    }
  });
});

describe('the form of a guest', () => {
  test('is taken from its own page and leads back to it', async () => {
    taken = [];
    const answer = await post('komentar=Kutipan+saya+benar.');
    expect([answer.status, answer.headers.location, taken]).toEqual([303, `${path}?terima=1`, ['Kutipan saya benar.']]);
    await trial.get(`${path}?terima=1`);
    expect(trial.rendered.at(-1)).toBe(`/sistem/pratinjau/${token}?kabar=thanks&isi=`);
  });

  test('brings back what was written when it is not taken', async () => {
    const empty = await post('komentar=');
    expect([empty.status, empty.headers['cache-control']]).toEqual([422, 'no-store']);
    expect((await post('komentar=Lagi+%26+lagi')).status).toBe(429);
    expect(trial.rendered.at(-1)).toBe(`/sistem/pratinjau/${token}?kabar=too_often&isi=Lagi+%26+lagi`);
    expect((await post(`komentar=Lagi${'a'.repeat(3000)}`)).status).toBe(429);
    expect(trial.rendered.at(-1)).toHaveLength(`/sistem/pratinjau/${token}?kabar=too_often&isi=`.length + 2000);
  });

  test('is refused from elsewhere, in another shape, and when it is too long', async () => {
    taken = [];
    expect((await post('komentar=a', { ...form, origin: 'https://lain.example' })).status).toBe(403);
    expect((await post('komentar=a', { 'content-type': form['content-type'] })).status).toBe(403);
    expect((await post('{}', { ...form, 'content-type': 'application/json' })).status).toBe(403);
    expect((await post(`komentar=${'a'.repeat(40_000)}`)).status).toBe(413);
    expect((await post('komentar=a', { ...form, 'next-action': 'x' })).status).toBe(405);
    expect(taken).toEqual([]);
  });

  test('is the only thing that may be sent there', async () => {
    expect((await ask(trial.port, path, form, 'PUT', 'a=b')).status).toBe(405);
    expect((await ask(trial.port, `${path}/media/r/ab/abc.webp`, form, 'POST', 'a=b')).status).toBe(405);
  });
});
