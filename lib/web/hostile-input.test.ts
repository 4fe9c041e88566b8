import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normalLines } from '#lib/authenticity/normal-lines.ts';
import { deviceName } from '#lib/device-name.ts';
import { issuesOf } from '#lib/errors.ts';
import { csvLines, withoutGuard } from '#lib/export/csv.ts';
import { plainLine } from '#lib/newsroom/plain-input.ts';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { violationsIn } from '#lib/policy-violations.ts';
import { cleanText } from '#lib/richtext/clean-text.ts';
import { checkLink, directLink } from '#lib/richtext/links.ts';
import { markdownWords } from '#lib/richtext/markdown-text.ts';
import { isChat, pastedTextBlocks } from '#lib/richtext/pasted-text.ts';
import { hostileLinks, hostileMarkup } from '#lib/testing/attack-corpus.ts';
import { slugify } from '#lib/urls.ts';
import { answerForm } from './form-answer.ts';
import { isFromHere, networkOf } from './origin.ts';
import { ownPath, signInPathFrom } from './own-path.ts';
import { readJson } from './request-answer.ts';
import { attachment } from './upload-answers.ts';

const detours = [
  ...hostileLinks,
  ...['//jahat.example', '///jahat.example', '/\\jahat.example', '\\\\jahat.example', '/\t/jahat.example'],
  ...['/redaksi//jahat.example/../../..//jahat.example', '/redaksi/..//jahat.example', '/redaksi/../..//jahat.example'],
  ...['/redaksi@jahat.example', '/redaksi.jahat.example', '/redaksi%2f..%2f', 'redaksi', '.redaksi', '/redaksix'],
  ...['http:/redaksi', 'http:redaksi', 'https://situs.example/redaksi', '/redaksi\r\nLocation: //jahat.example'],
  ...['/%09/jahat.example', '/%5cjahat.example', '/redaksi/%2e%2e/%2e%2e//jahat.example', '/redaksi/./../berita'],
];

test.each(detours.map((address) => [address]))('nobody is sent to %j after signing in', (address) => {
  const there = new URL(ownPath(address), 'https://situs.example');
  expect(there.origin).toBe('https://situs.example');
  expect(there.pathname).toMatch(/^\/redaksi(?:\/|$)/);
  expect(ownPath(address)).not.toMatch(/[\r\n\t\\]/);
  expect(new URL(signInPathFrom(address), 'https://situs.example').pathname).toBe('/redaksi/masuk');
});

describe('what is no text where a text belongs', () => {
  const target = { editionId: '0198a000-0000-7000-8000-00000000000a', version: '1' };
  const wrong: [string, unknown][] = [
    ['a list', { ...target, editionId: [target.editionId] }],
    ['an object', { ...target, editionId: { toString: target.editionId } }],
    ['an operator of a query', { ...target, editionId: { $ne: null } }],
    ['a number', { ...target, editionId: 1 }],
    ['words of SQL', { ...target, editionId: `${target.editionId}'; drop table users; --` }],
    ['a filter of a directory', { ...target, editionId: '*)(uid=*))(|(uid=*' }],
    ['one field more', { ...target, isAdmin: 'true' }],
    ['a version that is no number', { ...target, version: '1e999' }],
    ['a constructor', { ...target, constructor: { prototype: { isAdmin: true } } }],
  ];
  test.each(wrong)('%s is refused', (_, sent) => {
    expect(verbInputs.submit.safeParse(sent).success).toBe(false);
  });

  test('a field that comes twice is a list, and refused', async () => {
    const form = new FormData();
    form.append('editionId', target.editionId);
    form.append('editionId', target.editionId);
    form.append('version', '1');
    const answer = await answerForm(form, true, verbInputs.submit, async () => ({}));
    expect(answer).toMatchObject({ state: { status: 'invalid' } });
  });
});

describe('a prototype in what is sent', () => {
  const schema = z.strictObject({ name: z.string(), tags: z.array(z.strictObject({ x: z.number() })).default([]) });
  const read = (body: string) =>
    readJson(new Request('https://situs.example/', { method: 'POST', body }), schema).catch((error) => issuesOf(error));

  test.each([
    '{"name":"a","__proto__":{"isAdmin":true}}',
    '{"name":"a","constructor":{"prototype":{"isAdmin":true}}}',
    '{"__proto__":{"name":"a"}}',
    '{"name":"a","tags":[{"x":1,"__proto__":{"isAdmin":true}}]}',
  ])('%s changes no other object', async (body) => {
    const got = await read(body);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
    expect(Reflect.get(Object(got), 'isAdmin')).toBeUndefined();
  });

  test('a field of a form with that name changes nothing', async () => {
    const form = new FormData();
    form.append('name', 'a');
    form.append('__proto__', 'isAdmin');
    form.append('constructor', 'x');
    let seen: unknown;
    await answerForm(form, true, z.looseObject({ name: z.string() }), async (input) => {
      seen = input;
      return {};
    });
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠A', '\u00a0=1', '\n=1'])(
  'a spreadsheet does not run %j, and it comes back as it was',
  (cell) => {
    const line = csvLines([[cell]]);
    expect(line).toBe(`"'${cell}"\r\n`);
    expect(withoutGuard(`'${cell}`)).toBe(cell);
  },
);

test('the whole corpus as the name of a file stays a name: one header, of a download, with the same letters', () => {
  for (const text of [...hostileMarkup, ...hostileLinks]) {
    const name = `${text.toWellFormed()}.pdf`;
    const header = attachment(name);
    expect(header).toMatch(/^attachment; filename="[\w .-]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/);
    expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
  }
});

test.each([
  ['no Origin', {}],
  ['null', { origin: 'null' }],
  ['another host', { origin: 'https://jahat.example' }],
  ['our name before another', { origin: 'https://situs.example.jahat.example' }],
  ['our name as a user', { origin: 'https://situs.example@jahat.example' }],
  ['two', { origin: 'https://situs.example, https://jahat.example' }],
  ['another port', { origin: 'https://situs.example:8443' }],
])('an Origin that is %s is foreign', (_, headers) => {
  expect(isFromHere(new Headers({ host: 'situs.example', ...headers }))).toBe(false);
});

/** 100 kB of what makes a careless pattern try every way of reading it. The patience of a test is the judge. */
const tedious = [
  'a'.repeat(100_000),
  ' '.repeat(100_000),
  `${'\t'.repeat(99_999)}x`,
  'a '.repeat(50_000),
  '('.repeat(100_000),
  '<'.repeat(100_000),
  '&'.repeat(100_000),
  '='.repeat(100_000),
  '"'.repeat(100_000),
  '-'.repeat(100_000),
  '.'.repeat(100_000),
  '/'.repeat(100_000),
  '%'.repeat(100_000),
  '[12.03'.repeat(16_000),
  'a@'.repeat(50_000),
  'https://a'.repeat(11_000),
  '\u0301'.repeat(100_000),
  '\n'.repeat(100_000),
];

const doors: Record<string, (text: string) => unknown> = {
  ownPath,
  deviceName,
  networkOf: (text) => networkOf({ get: () => text }),
  cleanText,
  plainLine: (text) => plainLine(1_000_000, 'Uji').safeParse(text),
  checkLink,
  directLink,
  isChat,
  pastedTextBlocks,
  markdownWords,
  normalLines,
  csvLines: (text) => csvLines([[text]]),
  slugify,
  violationsIn,
  submit: (text) => verbInputs.place.safeParse({ slug: text }),
};

test.each(Object.keys(doors))('%s comes to an end with every tedious text', (name) => {
  for (const text of tedious) expect(() => doors[name]?.(text)).not.toThrow();
});
