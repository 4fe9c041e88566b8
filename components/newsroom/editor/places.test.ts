import { expect, test } from 'vitest';
import { richTextSchema } from '#lib/richtext/schema.ts';
import { nodeAtPath, placeId } from './places.ts';

const photo = {
  type: 'figure',
  attrs: { assetId: '018f5c1e-7b7a-7c3e-8a4f-0123456789ab', assetHash: 'a'.repeat(64) },
};
const document = richTextSchema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Isi.' }] },
    { type: 'gallery', content: [photo, photo] },
    photo,
  ],
});

test.each<[number[], string, number]>([
  [[0], 'paragraph', 0],
  [[1], 'gallery', 6],
  [[1, 0], 'figure', 7],
  [[1, 1], 'figure', 8],
  [[2], 'figure', 10],
  [[], 'paragraph', 0],
  // A photo that has gone from the gallery meanwhile: the gallery itself.
  [[1, 5], 'gallery', 6],
])('the place %j is found', (path, name, position) => {
  const found = nodeAtPath(document, path);
  expect([found?.node.type.name, found?.position]).toEqual([name, position]);
  expect(found && document.nodeAt(found.position)).toBe(found?.node);
});

test('a block that is not there is not found', () => {
  expect(nodeAtPath(document, [7])).toBeUndefined();
});

test('every place has an id a page can hold', () => {
  expect([placeId('title'), placeId('details.venue'), placeId('attachments.2')]).toEqual([
    'naskah-title',
    'naskah-details-venue',
    'naskah-attachments-2',
  ]);
});
