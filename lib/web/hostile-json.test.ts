import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import { violationsIn } from '#lib/policy-violations.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, editionRow, type Office, readyWords } from '#lib/testing/newsroom.ts';
import { describeAnswer } from './library-answers.ts';
import { answerRequest } from './request-answer.ts';
import { saveAnswer } from './save-answer.ts';
import { spellingAnswer } from './spelling-answer.ts';
import { beatAnswer, remarkAnswer, turnAnswer } from './together-answers.ts';

testDatabase();
let office: Office;
let draft: Awaited<ReturnType<typeof aDraft>>;
beforeEach(async () => {
  office = await anOffice();
  draft = await aDraft(office);
});

const origin = 'https://warta.example.go.id';

type Door = {
  answer: (actor: Actor, request: Request, params: { editionId: string }) => Promise<Response>;
  body: () => unknown;
};

/** Every door of the newsroom that reads JSON, with what an honest page sends there. */
const doors: Record<string, Door> = {
  simpan: {
    answer: saveAnswer,
    body: () => ({
      ...{ saveId: randomUUID(), baseVersion: draft.version, writer: office.contributor.userId, accepted: [] },
      words: readyWords(office),
    }),
  },
  ejaan: { answer: spellingAnswer, body: () => ({ words: ['kata'] }) },
  keterangan: {
    answer: describeAnswer,
    body: () => ({
      assets: [
        {
          ...{ assetId: randomUUID(), version: 1, alt: 'a', caption: 'b', credit: 'c', terms: '', takenOn: '' },
          ...{ takenAt: '', origin: 'photo', showsChild: false, hasConsent: false, rightsUntil: '' },
        },
      ],
    }),
  },
  hadir: { answer: beatAnswer, body: () => ({ tab: randomUUID(), event: 'opens', typedAgo: null }) },
  giliran: { answer: turnAnswer, body: () => ({ act: 'ask' }) },
  percakapan: {
    answer: remarkAnswer,
    body: () => ({
      ...{ act: 'comment', text: 'Bagus.', mentions: [] },
      anchor: { place: '', quote: '', prefix: '', suffix: '' },
    }),
  },
};

const poison = ['"__proto__":{"isAdmin":true}', '"constructor":{"prototype":{"isAdmin":true}}', '"isAdmin":true'];

/** The text with the same further key in each of its objects in turn. */
function poisoned(json: string): string[] {
  const openings = [...json.matchAll(/\{/g)].map(({ index }) => index + 1);
  return openings.flatMap((at) =>
    poison.map((key) => `${json.slice(0, at)}${key}${json[at] === '}' ? '' : ','}${json.slice(at)}`),
  );
}

test.each(Object.entries(doors))(
  'a prototype or a key too many at the door %s is refused, and changes no other object',
  async (_, door) => {
    const send = async (body: string) => {
      const headers = { host: 'warta.example.go.id', origin, 'content-type': 'application/json' };
      const request = new Request(`${origin}/redaksi`, { method: 'POST', headers, body });
      const { editionId } = draft;
      return (await answerRequest(request, { editionId }, async () => office.contributor, door.answer)).status;
    };
    const honest = JSON.stringify(door.body());
    for (const body of poisoned(honest)) {
      expect([await send(body), body]).toEqual([422, body]);
      expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
    }
    expect((await editionRow(draft.editionId)).version).toBe(draft.version);
    expect(await send(honest)).not.toBe(422);
  },
);

test('nor does it in a report of a browser, which is read by what it knows', () => {
  const report = JSON.stringify({
    'csp-report': { 'document-uri': origin, 'effective-directive': 'img-src', 'blocked-uri': 'https://a.example' },
  });
  for (const body of poisoned(report)) {
    for (const one of violationsIn(body)) expect(Object.keys(one)).toEqual(['surface', 'directive', 'blocked']);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  }
});
