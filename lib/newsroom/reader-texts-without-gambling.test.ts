import { describe, expect, test } from 'vitest';
import { articleKinds } from '#db/schema/enums.ts';
import { accountInputs } from '#lib/accounts/account-input.ts';
import { administrationInputs } from '#lib/administration/administration-input.ts';
import { assetId, sectionId } from '#lib/ids.ts';
import { checkManuscript } from '#lib/language/check.ts';
import { emptyReference } from '#lib/language/reference.ts';
import { libraryInputs } from '#lib/library/facts-input.ts';
import { completeWords } from '#lib/testing/words.ts';
import type { Words } from './article-input.ts';
import { detailFields } from './kind-details.ts';
import { manuscriptOf } from './manuscript.ts';
import { readinessOf } from './readiness.ts';
import { verbInputs } from './verb-inputs.ts';

const spam = 'ѕlоt gасоr maxwin';
const id = 'b0b0b0b0-0000-4000-8000-000000000001';
const photo: NonNullable<Words['cover']> = {
  ...{ assetId: assetId.parse(id), assetHash: 'a'.repeat(64), decorative: false, focal: { x: 0.5, y: 0.5 } },
  ...{ alt: 'Kapal', caption: 'Kapal merapat.', credit: 'Humas' },
};

const whole: Words = completeWords(sectionId.parse(id), {
  summary: 'Dua jalur dibuka.',
  cover: photo,
  credits: [{ name: 'Ani', initials: 'ANI', role: 'writer', unit: 'Diskominfo' }],
  sources: [{ name: 'Budi', detail: 'Kepala dinas' }],
  attachments: [{ assetId: photo.assetId, assetHash: 'a'.repeat(64), title: 'Surat' }],
  publicNote: 'Angka diperbaiki.',
});

/** Whether an editor learns of gambling words before these words can be approved. */
function isStopped(words: Words): boolean {
  const facts = { regencyNames: new Map<string, string>(), photoFacts: () => undefined };
  const judged = checkManuscript(manuscriptOf(words, facts), emptyReference('2026-11-23'));
  const { blocking } = readinessOf(words, () => 'ready');
  return (
    judged.some(({ rule, severity }) => rule.startsWith('gambling') && severity === 'judgement') ||
    blocking.some(({ code }) => code === 'gambling_words')
  );
}

describe('every text of an article that readers see', () => {
  const places: [string, Partial<Words>][] = [
    ['title', { title: spam }],
    ['lead', { lead: spam }],
    ['summary', { summary: spam }],
    ['body', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: spam }] }] } }],
    ['alt', { cover: { ...photo, alt: spam } }],
    ['caption', { cover: { ...photo, caption: spam } }],
    ['credit', { cover: { ...photo, credit: spam } }],
    ['datelinePlace', { datelinePlace: spam }],
    ['publicNote', { publicNote: spam }],
    ...(['name', 'initials', 'unit'] as const).map((part): [string, Partial<Words>] => [
      `credits ${part}`,
      { credits: [{ name: 'Ani', initials: 'ANI', role: 'writer', unit: 'Humas', [part]: spam }] },
    ]),
    ...(['name', 'detail'] as const).map((part): [string, Partial<Words>] => [
      `sources ${part}`,
      { sources: [{ name: 'Budi', detail: 'Kepala dinas', [part]: spam }] },
    ]),
    ['attachment', { attachments: [{ assetId: photo.assetId, assetHash: 'a'.repeat(64), title: spam }] }],
  ];

  test('is free of it to begin with', () => expect(isStopped(whole)).toBe(false));
  test.each(places)('%s', (_, changes) => expect(isStopped({ ...whole, ...changes })).toBe(true));

  const typed = ['releaseNumber', 'contactName', 'contactPhone', 'contactEmail', 'textAlternative', 'speaker'] as const;
  const further = ['speakerRole', 'occasion', 'venue', 'link'] as const;
  test.each([...typed, ...further])('detail %s', (name) => {
    const kind = articleKinds.find((one) => detailFields[one].includes(name)) ?? 'news';
    const text = name === 'link' ? 'https://contoh.example/slot-gacor-maxwin' : spam;
    expect(isStopped({ ...whole, kind, details: { [name]: text } })).toBe(true);
  });
});

/** Inputs outside articles whose texts readers see: by which form, and which of its fields. */
const forms = {
  createAgency: [accountInputs.createAgency, ['name', 'shortName', 'headName', 'headTitle', 'address', 'phone']],
  editAgency: [accountInputs.editAgency, ['name', 'shortName', 'headName', 'headTitle', 'address', 'phone']],
  createSection: [accountInputs.createSection, ['name']],
  editSection: [accountInputs.editSection, ['name']],
  createTopic: [accountInputs.createTopic, ['name']],
  renameTopic: [accountInputs.renameTopic, ['name']],
  createPerson: [accountInputs.createPerson, ['name']],
  editPerson: [accountInputs.editPerson, ['name']],
  editPortal: [administrationInputs.editPortal, ['name', 'tagline', 'address', 'contactPhone', 'datelineTemplate']],
  addRedirect: [administrationInputs.addRedirect, ['address']],
  describeAsset: [libraryInputs.describe, ['alt', 'caption', 'credit']],
  retract: [verbInputs.retract, ['reason']],
} as const;

test.each(Object.entries(forms))('what readers see of %s cannot be saved with it', (_, [schema, fields]) => {
  for (const field of fields) {
    const { error } = schema.safeParse({ [field]: `${spam} {tempat}` });
    const told = error?.issues.filter(({ path }) => path[0] === field).map(({ message }) => message);
    expect(told?.join(' '), field).toContain('kata iklan judi daring');
  }
});

test('an address of gambling words is no address of an article, a section or a topic', () => {
  for (const schema of [accountInputs.createSection, accountInputs.createTopic, verbInputs.place]) {
    const { error } = schema.safeParse({ slug: 'slot-gacor-maxwin' });
    expect(error?.issues.some(({ path, message }) => path[0] === 'slug' && message.includes('judi'))).toBe(true);
  }
});
