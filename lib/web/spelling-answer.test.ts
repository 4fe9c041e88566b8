import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import { forgetTries } from '#lib/accounts/throttle.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { closeDictionary, offerSpeller } from '#lib/language/dictionary/dictionary.ts';
import { startSpeller } from '#lib/language/dictionary/start-speller.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { answerRequest } from './request-answer.ts';
import { spellingAnswer } from './spelling-answer.ts';

const db = testDatabase();

let folder = '';
let office: Office;
const putBack: (() => void)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang warta '));
  await cp(join(import.meta.dirname, '..', 'language', 'dictionary', 'fixture'), join(folder, 'bahasa'), {
    recursive: true,
  });
  putBack.push(useConfig(readConfig({ DATA_DIR: folder, DATABASE_URL: db.url() })));
  offerSpeller(startSpeller);
  office = await anOffice();
});

afterEach(forgetTries);
afterAll(async () => {
  await closeDictionary();
  for (const undo of putBack) undo();
  await rm(folder, { recursive: true });
});

const origin = 'https://warta.example.go.id';

async function ask(actor: Actor | null, sent: unknown, headers: Record<string, string> = {}) {
  const request = new Request(`${origin}/redaksi/ejaan`, {
    method: 'POST',
    headers: { host: 'warta.example.go.id', origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(sent),
  });
  const response = await answerRequest(request, {}, async () => actor, spellingAnswer);
  return { status: response.status, retryAfter: response.headers.get('retry-after'), told: await response.json() };
}

describe('the spelling route', () => {
  it('says of each word whether the dictionary knows it, and what it suggests', async () => {
    const { status, told } = await ask(office.contributor, { words: ['Humas', 'masyarkat'] });
    expect(status).toBe(200);
    expect(told).toEqual({ state: 'ready', answers: { Humas: null, masyarkat: ['masyarakat'] } });
  });

  it.each([
    ['nobody signed in', null, { words: ['kata'] }, {}, 401],
    ['another page', 'contributor', { words: ['kata'] }, { origin: 'https://jahat.example' }, 403],
    ['a key nobody asked for', 'contributor', { words: ['kata'], all: true }, {}, 422],
    ['more than 200 words', 'contributor', { words: Array.from({ length: 201 }, () => 'kata') }, {}, 422],
    ['what is no word', 'contributor', { words: ['__proto__'] }, {}, 422],
    ['a word without end', 'contributor', { words: ['a'.repeat(61)] }, {}, 422],
  ] as const)('refuses %s', async (_case, who, sent, headers, status) => {
    expect((await ask(who === null ? null : office[who], sent, headers)).status).toBe(status);
  });

  it('asks an account that asks too often to wait, and nobody else', async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => ask(office.contributor, { words: [] })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.retryAfter)).toBeGreaterThan(0);
    expect((await ask(office.colleague, { words: ['warga'] })).status).toBe(200);
  });
});
