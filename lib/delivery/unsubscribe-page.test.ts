import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, startTrial, type Trial } from './trial.ts';

const database = testDatabase();
const token = 'a'.repeat(43);
const path = `/berhenti-surel/${token}`;
let folder: string;
let trial: Trial;
let ended: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berhenti-'));
  await prepareTrial(database.url());
  trial = await startTrial({
    databaseUrl: database.url(),
    folder,
    unsubscribe: async (asked) => {
      ended.push(asked);
      return asked === token;
    },
  });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

test('opening the link ends nothing, and the page has no script and is kept by nobody', async () => {
  ended = [];
  const page = await trial.get(path);
  expect([page.status, ended]).toEqual([200, []]);
  expect(page.text).not.toMatch(/<script/i);
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store' });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
});

test('a mail program ends the digests with its one click, from nowhere and without cookies', async () => {
  ended = [];
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await ask(trial.port, path, form, 'POST', 'List-Unsubscribe=One-Click');
  expect([answer.status, ended]).toEqual([200, [token]]);
});

test('what is no link of ours, no reading and no form is refused', async () => {
  ended = [];
  const statusOf = async (at: string, method: string, headers: Record<string, string> = {}, body?: string) =>
    (await ask(trial.port, at, headers, method, body)).status;
  expect(await statusOf('/berhenti-surel/x', 'GET')).toBe(404);
  expect(await statusOf(`/berhenti-surel/${'b'.repeat(43)}`, 'POST')).toBe(404);
  expect(await statusOf(path, 'PUT')).toBe(405);
  expect(await statusOf(path, 'POST', { 'next-action': 'x' })).toBe(405);
  expect(await statusOf(path, 'POST', {}, 'x'.repeat(2_000))).toBe(413);
  expect(ended).toEqual(['b'.repeat(43)]);
});
