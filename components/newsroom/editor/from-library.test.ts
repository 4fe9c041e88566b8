import { expect, test } from 'vitest';
import { assetId } from '#lib/ids.ts';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { coverInput } from '#lib/newsroom/article-input.ts';
import { coverFromLibrary, documentFromLibrary } from './from-library.ts';

const item: LibraryItem = {
  assetId: assetId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
  assetHash: 'a'.repeat(64),
  kind: 'photo',
  fileName: 'kapal.jpg',
  agencyName: 'Dishub',
  state: 'ready',
  failure: null,
  source: '/redaksi/media/r/aa/a.webp',
  width: 1600,
  height: 900,
  bytes: 1_000,
  alt: 'Kapal.',
  caption: 'Kapal merapat.',
  credit: 'Wulan',
  origin: 'photo',
  showsChild: false,
  hasConsent: false,
  rightsUntil: null,
  rights: 'open',
  isShared: false,
  uses: 0,
  focal: { x: 0.2, y: 0.7 },
  version: 3,
};

test('a cover brings its words and its focal point along, and nothing else', () => {
  expect(coverFromLibrary(item)).toEqual({
    assetId: item.assetId,
    assetHash: item.assetHash,
    alt: 'Kapal.',
    decorative: false,
    caption: 'Kapal merapat.',
    credit: 'Wulan',
    focal: { x: 0.2, y: 0.7 },
  });
});

test('what it is comes along where it is no photo, as the server takes it', () => {
  const cover = coverFromLibrary({ ...item, origin: 'ai_made' });
  expect(cover.origin).toBe('ai_made');
  expect(coverInput.safeParse(cover).success).toBe(true);
});

test('a document of the library stands in the editor as one that was uploaded here', () => {
  const source = '/redaksi/media/d/aa/a.pdf';
  expect(documentFromLibrary({ ...item, kind: 'document', fileName: 'surat.pdf', source })).toEqual({
    kind: 'document',
    assetId: item.assetId,
    assetHash: item.assetHash,
    fileName: 'surat.pdf',
    bytes: 1_000,
    state: 'ready',
    source,
    version: 3,
  });
});
