import { describe, expect, test } from 'vitest';
import { changeTypes } from '#db/schema/enums.ts';
import { type AssetId, assetId, sectionId } from '#lib/ids.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { completeWords } from '#lib/testing/words.ts';
import type { Words } from './article-input.ts';
import { type PhotoState, photosOf, readinessOf } from './readiness.ts';

const photo = (count: number): AssetId => assetId.parse(`00000000-0000-4000-8000-00000000000${count}`);
const section = sectionId.parse('00000000-0000-4000-8000-0000000000d1');
const [one, two] = [photo(1), photo(2)];

const cover = {
  assetId: one,
  assetHash: '1'.repeat(64),
  alt: 'Bidan menimbang bayi.',
  decorative: false,
  caption: '',
  credit: 'Humas',
  focal: { x: 0.5, y: 0.5 },
};

function figure(attrs: { alt?: string; decorative?: true; credit?: string } = {}): RichBlock {
  return {
    type: 'figure',
    attrs: { assetId: two, assetHash: '2'.repeat(64), alt: 'Antrean.', credit: 'Humas', ...attrs },
  };
}

const paragraph: RichBlock = { type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] };
const withFigure = (attrs: Parameters<typeof figure>[0]): Partial<Words> => ({
  body: { type: 'doc', content: [paragraph, figure(attrs)] },
});

/** Words about which nothing is to be said. */
const perfect = completeWords(section, {
  cover,
  sources: [{ name: 'Kepala dinas', detail: '' }],
  body: { type: 'doc', content: [paragraph, figure()] },
});

function told(changes: Partial<Words>, photoState: (asset: AssetId) => PhotoState = () => 'ready') {
  const { blocking, pending, advisory } = readinessOf({ ...perfect, ...changes }, photoState);
  const named = (issues: typeof blocking) => issues.map(({ field, code }) => `${field} ${code}`);
  return { blocking: named(blocking), pending: named(pending), advisory: named(advisory) };
}

test('about good words nothing is said', () => {
  expect(told({})).toEqual({ blocking: [], pending: [], advisory: [] });
});

describe('blocking', () => {
  test.each<[string, Partial<Words>]>([
    ['title title_missing', { title: '' }],
    ['title title_missing', { title: ' ' }],
    ['lead lead_missing', { lead: '' }],
    ['body body_missing', { body: { type: 'doc', content: [{ type: 'paragraph' }] } }],
    ['sectionId section_missing', { sectionId: null }],
    ['infoClass exempt_information', { infoClass: 'exempt' }],
    ['body.1 alt_missing', withFigure({ alt: '' })],
    ['body.1 alt_missing', withFigure({ alt: ' ' })],
    ['body.1 credit_missing', withFigure({ credit: '' })],
    ['cover alt_missing', { cover: { ...cover, alt: '' } }],
    ['cover credit_missing', { cover: { ...cover, credit: ' ' } }],
  ])('%s', (issue, changes) => {
    expect(told(changes)).toEqual({ blocking: [issue], pending: [], advisory: [] });
  });

  test('a photo marked decorative needs no alt text, but its credit', () => {
    expect(told(withFigure({ alt: '', decorative: true })).blocking).toEqual([]);
    expect(told({ cover: { ...cover, alt: '', decorative: true, credit: '' } }).blocking).toEqual([
      'cover credit_missing',
    ]);
  });

  test.each(changeTypes)('a public note for a later edition: %s', (changeType) => {
    const blocked = (publicNote: string) =>
      readinessOf({ ...perfect, publicNote }, () => 'ready', changeType).blocking.map((issue) => issue.code);
    expect(blocked('Jam diralat.')).toEqual([]);
    expect(blocked(' ')).toEqual(changeType === 'minor' ? [] : ['public_note_missing']);
  });

  test('everything at once, each at its place', () => {
    const everything = told({
      title: '',
      lead: '',
      sectionId: null,
      infoClass: 'exempt',
      cover: { ...cover, alt: '', credit: '' },
      ...withFigure({ alt: '', credit: '' }),
    });
    expect(everything.blocking).toEqual([
      'title title_missing',
      'lead lead_missing',
      'sectionId section_missing',
      'infoClass exempt_information',
      'body.1 alt_missing',
      'body.1 credit_missing',
      'cover alt_missing',
      'cover credit_missing',
    ]);
  });
});

describe('photos', () => {
  test.each<[PhotoState, 'blocking' | 'pending' | 'none', string]>([
    ['ready', 'none', ''],
    ['withdrawn', 'none', ''],
    ['processing', 'pending', 'photo_unfinished'],
    ['failed', 'blocking', 'photo_failed'],
    ['missing', 'blocking', 'photo_missing'],
  ])('one that is %s: %s', (state, where, code) => {
    const inBody = told({}, (asset) => (asset === two ? state : 'ready'));
    const asCover = told({}, (asset) => (asset === one ? state : 'ready'));
    const expected = { blocking: [], pending: [], advisory: [] };
    expect(inBody).toEqual(where === 'none' ? expected : { ...expected, [where]: [`body.1 ${code}`] });
    expect(asCover).toEqual(where === 'none' ? expected : { ...expected, [where]: [`cover ${code}`] });
  });

  test('are listed once each, the cover first', () => {
    expect(photosOf(perfect)).toEqual([one, two]);
    expect(photosOf({ ...perfect, cover: { ...cover, assetId: two } })).toEqual([two]);
    expect(photosOf({ ...perfect, cover: null })).toEqual([two]);
  });
});

describe('advice never blocks', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `kata${index}`).join(' ');
  test.each<[string[], Partial<Words>]>([
    [[], { title: words(12), lead: words(45) }],
    [['title title_long'], { title: words(13) }],
    [['lead lead_long'], { lead: words(46) }],
    [['cover cover_missing'], { cover: null }],
    [['body.1 cover_repeated'], { cover: { ...cover, assetId: two } }],
    [['sources sources_missing'], { sources: [] }],
    [['datelinePlace dateline_missing'], { datelinePlace: ' ' }],
  ])('%j', (advisory, changes) => {
    expect(told(changes)).toEqual({ blocking: [], pending: [], advisory });
  });
});

test('every issue says in a sentence what to do', () => {
  const states: PhotoState[] = ['processing', 'failed', 'missing'];
  for (const state of states) {
    const empty = { title: '', lead: '', sectionId: null, infoClass: 'exempt', cover: null, sources: [] } as const;
    const { blocking, pending, advisory } = readinessOf({ ...perfect, ...empty, sources: [] }, () => state, 'update');
    for (const issue of [...blocking, ...pending, ...advisory]) expect(issue.text).toMatch(/^[A-Z].*\.$/);
  }
});
