import { describe, expect, test } from 'vitest';
import { changeTypes } from '#db/schema/enums.ts';
import { type AssetId, assetId, sectionId } from '#lib/ids.ts';
import type { RichBlock, RichFigure, RichInline, RichTableCell } from '#lib/richtext/rich-nodes.ts';
import { completeWords } from '#lib/testing/words.ts';
import type { Words } from './article-input.ts';
import { assetsOf, type PhotoState, photosOf, readinessOf } from './readiness.ts';

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

describe('blocks of the body', () => {
  const three = photo(3);
  const inline = (text: string): RichInline[] => [{ type: 'text', text }];
  const table = (caption: string, ...head: (string | RichTableCell)[]): RichBlock => ({
    type: 'table',
    attrs: { caption },
    content: [
      {
        type: 'tableRow',
        content: head.map((cell) =>
          typeof cell === 'string' ? { type: 'tableHeader', ...(cell !== '' && { content: inline(cell) }) } : cell,
        ),
      },
      { type: 'tableRow', content: head.map(() => ({ type: 'tableCell' })) },
    ],
  });
  const photoOf = (assetId: AssetId, credit = 'Humas'): RichFigure => ({
    type: 'figure',
    attrs: { assetId, assetHash: '3'.repeat(64), alt: 'Tari.', credit },
  });
  const gallery = (...content: RichFigure[]): RichBlock => ({ type: 'gallery', content });
  const card = (title: string): RichBlock => ({
    type: 'documentCard',
    attrs: { assetId: three, assetHash: '3'.repeat(64), title },
  });
  const withBlock = (block: RichBlock): Partial<Words> => ({ body: { type: 'doc', content: [paragraph, block] } });

  test.each<[string, RichBlock, string[]]>([
    ['a whole table', table('Harga', 'Pasar', 'Rupiah'), []],
    ['a table with an empty corner', table('Harga', '', 'Rupiah'), []],
    ['a table without caption', table(' ', 'Pasar', 'Rupiah'), ['body.1 table_caption_missing']],
    ['a table whose column has no name', table('Harga', 'Pasar', ''), ['body.1 table_header_missing']],
    ['a table of one column without name', table('Harga', ''), ['body.1 table_header_missing']],
    [
      'a table whose first row is like the others',
      table('Harga', { type: 'tableCell', content: inline('Pasar') }),
      ['body.1 table_header_missing'],
    ],
    ['a gallery', gallery(photoOf(two), photoOf(three)), []],
    ['a gallery of one photo', gallery(photoOf(two)), ['body.1 gallery_photos_missing']],
    ['a photo of a gallery without credit', gallery(photoOf(two), photoOf(three, '')), ['body.1.1 credit_missing']],
    ['a document', card('Surat edaran'), []],
    ['a document without title', card(''), ['body.1 document_title_missing']],
  ])('%s', (_name, block, blocking) => {
    expect(told(withBlock(block))).toEqual({ blocking, pending: [], advisory: [] });
  });

  test('publishing waits for photos of galleries and for documents', () => {
    const state = (asset: AssetId): PhotoState => (asset === three ? 'processing' : 'ready');
    expect(told(withBlock(gallery(photoOf(two), photoOf(three))), state).pending).toEqual([
      'body.1.1 photo_unfinished',
    ]);
    expect(told(withBlock(card('Surat')), state).pending).toEqual(['body.1 document_unfinished']);
    expect(told(withBlock(card('Surat')), (asset) => (asset === three ? 'missing' : 'ready')).blocking).toEqual([
      'body.1 document_missing',
    ]);
  });

  test('whatever was uploaded is listed once: photos, those of galleries, documents and attachments', () => {
    const body: Words['body'] = { type: 'doc', content: [gallery(photoOf(two), photoOf(two)), card('Surat')] };
    const attachments = [{ assetId: photo(4), assetHash: '4'.repeat(64), title: 'Lampiran' }];
    expect(photosOf({ ...perfect, body })).toEqual([one, two]);
    expect(assetsOf({ ...perfect, body, attachments })).toEqual([one, two, three, photo(4)]);
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
