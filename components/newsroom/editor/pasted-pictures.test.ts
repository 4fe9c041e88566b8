import { expect, test } from 'vitest';
import type { PastedPicture } from '#lib/richtext/pasted-blocks.ts';
import type { RtfPicture } from '#lib/richtext/rtf-pictures.ts';
import { heldBy, heldByRichText } from './pasted-pictures.ts';

const onDisk = (width: number, height: number): PastedPicture => ({
  type: 'picture',
  source: 'file:///C:/Users/HUMAS~1/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg',
  alt: '',
  width,
  height,
});
const inRichText = (width: number, height: number, part: Partial<RtfPicture> = {}): RtfPicture => ({
  mediaType: 'image/jpeg',
  bytes: Uint8Array.from([0xff, 0xd8, 0xff, width & 0xff]),
  alt: '',
  width,
  height,
  ...part,
});

test('as many pictures are the same in their order, with what was written of them', async () => {
  const held = heldByRichText(
    [onDisk(100, 50), onDisk(0, 0), onDisk(10, 10)],
    [inRichText(400, 10, { alt: 'Warga antre di loket' }), inRichText(7, 7), inRichText(1, 1, { mediaType: '' })],
  );
  expect(held.map((one) => one?.alt)).toEqual(['Warga antre di loket', '', '']);
  expect(held.map((one) => one?.file?.name)).toEqual(['tempelan-1.jpg', 'tempelan-2.jpg', undefined]);
  expect(await held[1]?.file?.bytes()).toEqual(Uint8Array.from([0xff, 0xd8, 0xff, 7]));
});

test('of more pictures than were pasted, those of the same shape are taken', () => {
  const held = heldByRichText(
    [onDisk(300, 200), onDisk(100, 100)],
    [inRichText(30, 5), inRichText(301, 200), inRichText(99, 100), inRichText(50, 50)],
  );
  expect(held.map((one) => one?.file?.name)).toEqual(['tempelan-1.jpg', 'tempelan-2.jpg']);
  expect(heldByRichText([onDisk(0, 0)], [inRichText(1, 1), inRichText(2, 2)])).toEqual([undefined]);
});

test('a picture within the text itself needs no other place; an address alone is no picture', () => {
  const source = `data:image/png;base64,${btoa('gambar')}`;
  expect(heldBy({ source }, 0)).toMatchObject({ name: 'tempelan-1.png', type: 'image/png', size: 6 });
  for (const other of ['https://jauh.example/a.png', 'data:image/svg+xml;base64,PHN2Zz4=', 'data:image/png;base64,=a='])
    expect(heldBy({ source: other }, 0)).toBeUndefined();
});
