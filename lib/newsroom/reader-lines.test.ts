import { describe, expect, test } from 'vitest';
import type { Credit } from './article-input.ts';
import { bylineParts, checkCodeOf, dateline, kickerParts, spokenCode, tailCode } from './reader-lines.ts';

const credit = (role: Credit['role'], name: string, initials = '', unit = ''): Credit => ({
  role,
  name,
  initials,
  unit,
});

test('the byline names people in one order, several of a role together', () => {
  const credits = [
    credit('editor', 'Dewi'),
    credit('writer', 'Ana'),
    credit('photographer', 'Cahyo'),
    credit('writer', 'Bram'),
    credit('contributor', ''),
  ];
  expect(bylineParts(credits)).toEqual([
    { role: 'Penulis', names: 'Ana, Bram' },
    { role: 'Foto', names: 'Cahyo' },
    { role: 'Redaktur', names: 'Dewi' },
  ]);
});

describe('the tail code', () => {
  test.each([
    ['writer and unit', [credit('writer', 'Ana', 'ANE', 'Diskominfo')], false, '(ANE/Diskominfo)'],
    ['sponsored', [credit('writer', 'Ana', 'ANE', 'Diskominfo')], true, '(ANE/ADV/Diskominfo)'],
    [
      'two of one unit',
      [credit('writer', 'Ana', 'ANE', 'Diskominfo'), credit('editor', 'Bram', 'BRM', 'Diskominfo')],
      false,
      '(ANE/BRM/Diskominfo)',
    ],
    ['no unit', [credit('writer', 'Ana', 'csv')], false, '(csv)'],
    ['no initials', [credit('writer', 'Ana', '', 'Diskominfo')], true, ''],
    ['a photographer signs the photo, not the text', [credit('photographer', 'Cahyo', 'CHY')], false, ''],
  ])('%s', (_name, credits, sponsored, expected) => {
    expect(tailCode(credits, sponsored)).toBe(expected);
  });
});

test('the dateline follows the portal', () => {
  const portal = { name: 'Warta $& Kaltim', datelineTemplate: '{tempat}, {portal} –' };
  expect(dateline('Samarinda', portal)).toBe('Samarinda, Warta $& Kaltim –');
  expect(dateline('', portal)).toBe('');
});

test('the kicker names the kind only where it is not plain news', () => {
  const section = { slug: 'kesehatan', name: 'Kesehatan' };
  expect(kickerParts({ kind: 'news', section })).toEqual(['Kesehatan']);
  expect(kickerParts({ kind: 'announcement', section })).toEqual(['Kesehatan', 'Pengumuman']);
  expect(kickerParts({ kind: 'news', section: null })).toEqual(['Berita']);
});

test('the code of a text is shown in groups of four', () => {
  expect(spokenCode(checkCodeOf('3f2a9c1b77d041ee'.padEnd(64, '0')))).toBe('3f2a 9c1b 77d0 41ee');
  expect(spokenCode('')).toBe('');
});
