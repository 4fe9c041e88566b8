import { expect, test } from 'vitest';
import { heicHead, svgWithScript } from '#lib/testing/photos.ts';
import { recognise } from './recognise.ts';

const kinds: [string, Buffer, string][] = [
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe1]), 'image/jpeg'],
  ['PNG', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'image/png'],
  ['WebP', Buffer.from('RIFF\x00\x00\x00\x00WEBPVP8 ', 'latin1'), 'image/webp'],
  ['old GIF', Buffer.from('GIF87a', 'latin1'), 'image/gif'],
  ['GIF', Buffer.from('GIF89a', 'latin1'), 'image/gif'],
];

test.each(kinds)('%s is known by its first bytes', (_, head, mediaType) => {
  expect(recognise(head)).toEqual({ kind: 'photo', mediaType });
});

const box = (brand: string) => Buffer.from(`\x00\x00\x00\x18ftyp${brand}\x00\x00\x00\x00mif1${brand}`, 'latin1');

const others: [string, Buffer, string][] = [
  ['HEIC of a phone', heicHead(), 'heic'],
  ['HEIF named by a compatible brand only', box('xxxx'), 'heic'],
  ['AVIF', box('avif'), 'unknown'],
  ['MP4', Buffer.from('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom', 'latin1'), 'unknown'],
  ['SVG', Buffer.from(svgWithScript), 'svg'],
  ['SVG after a mark and spaces', Buffer.from('\ufeff \n<!-- a --><SVG/>'), 'svg'],
  ['SVG in UTF-16', Buffer.from('\ufeff<svg/>', 'utf16le'), 'svg'],
  ['HTML', Buffer.from('<!doctype html><script>'), 'unknown'],
  ['PDF', Buffer.from('%PDF-1.7'), 'pdf'],
  ['TIFF', Buffer.from([0x49, 0x49, 0x2a, 0x00]), 'unknown'],
  ['half a signature', Buffer.from([0xff, 0xd8]), 'unknown'],
  ['sound in a RIFF', Buffer.from('RIFF\x00\x00\x00\x00WAVEfmt ', 'latin1'), 'unknown'],
];

test.each(others)('%s is not taken for a photo', (_, head, kind) => {
  expect(recognise(head)).toEqual({ kind });
});
