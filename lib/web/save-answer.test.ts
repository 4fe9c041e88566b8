import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import { submit } from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, editionRow, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { answerRequest } from './request-answer.ts';
import { saveAnswer } from './save-answer.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const origin = 'https://warta.example.go.id';

type Sent = { status: number; told: unknown };

async function save(
  actor: Actor | null,
  editionId: string,
  sent: object,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const request = new Request(`${origin}/redaksi/simpan/${editionId}`, {
    method: 'POST',
    headers: { host: 'warta.example.go.id', origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(sent),
  });
  const response = await answerRequest(request, { editionId }, async () => actor, saveAnswer, { maxBytes: 1_572_864 });
  return { status: response.status, told: await response.json() };
}

const words = (title: string) => readyWords(office, { title });
const body = (title: string, baseVersion: number, writer = office.contributor) => ({
  saveId: randomUUID(),
  baseVersion,
  writer: writer.userId,
  words: words(title),
});

describe('the save route', () => {
  it('saves, and answers a repeated save as the first time', async () => {
    const { editionId, version } = await aDraft(office);
    const sent = body('Judul yang disimpan', version);
    const first = await save(office.contributor, editionId, sent);
    const again = await save(office.contributor, editionId, sent);
    expect(first).toMatchObject({ status: 200, told: { outcome: 'saved', version: version + 1 } });
    expect(again.told).toEqual(first.told);
    expect((await editionRow(editionId)).title).toBe('Judul yang disimpan');
  });

  it('answers 409 with the other text when somebody was faster, and 409 with a sentence when it is too late', async () => {
    const { editionId, version } = await aDraft(office);
    const now = await type(office.colleague, editionId, words('Judul rekan'));
    const conflict = await save(office.contributor, editionId, body('Judul saya', version));
    expect(conflict).toMatchObject({
      status: 409,
      told: { outcome: 'conflict', version: now, by: 'Rudi Rekan', words: { title: 'Judul rekan' } },
    });
    await submit(office.colleague, { editionId, version: now });
    const late = await save(office.contributor, editionId, body('Terlambat', now));
    expect(late).toMatchObject({ status: 409, told: { outcome: 'stranded' } });
    expect((await editionRow(editionId)).title).toBe('Judul rekan');
  });

  it('never saves one account’s words under another', async () => {
    const { editionId, version } = await aDraft(office);
    const sent = body('Bukan milik saya', version, office.contributor);
    expect(await save(office.colleague, editionId, sent)).toMatchObject({
      status: 403,
      told: { code: 'other_account' },
    });
    expect((await editionRow(editionId)).version).toBe(version);
  });

  it.each([
    ['nobody signed in', null, {}, {}, 401],
    ['another page', 'contributor', {}, { origin: 'https://jahat.example' }, 403],
    ['a key nobody asked for', 'contributor', { state: 'published' }, {}, 422],
    ['words that are no document', 'contributor', { words: { body: '<p>x</p>' } }, {}, 422],
  ] as const)('refuses %s', async (_case, who, change, headers, status) => {
    const { editionId, version } = await aDraft(office);
    const actor = who === null ? null : office[who];
    expect((await save(actor, editionId, { ...body('Tidak', version), ...change }, headers)).status).toBe(status);
    expect((await editionRow(editionId)).version).toBe(version);
  });

  it('says not found alike for what is not there and what is not theirs', async () => {
    const elsewhere = await anOffice();
    const { editionId, version } = await aDraft(office);
    const theirs = await save(elsewhere.contributor, editionId, body('Asing', version, elsewhere.contributor));
    const nowhere = await save(office.contributor, randomUUID(), body('Kosong', version));
    const nonsense = await save(office.contributor, 'bukan-id', body('Kosong', version));
    expect([theirs.status, nowhere.status, nonsense.status]).toEqual([404, 404, 404]);
    expect(theirs.told).toEqual(nowhere.told);
  });
});
