import type { AcceptedMediaType } from './table.ts';

/** What the first bytes of a file say it is. The name and the type that the browser sends say nothing. */
export type Recognised = { kind: 'photo'; mediaType: AcceptedMediaType } | { kind: 'pdf' | 'heic' | 'svg' | 'unknown' };

/** Bytes of the beginning that `recognise` wants; fewer are fine. */
export const recognisedFrom = 1024;

/** Tells the kind of a file from its beginning. */
export function recognise(head: Buffer): Recognised {
  if (starts(head, 0, [0xff, 0xd8, 0xff])) return photo('image/jpeg');
  if (starts(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return photo('image/png');
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return photo('image/webp');
  if (text(head, 0, 6) === 'GIF87a' || text(head, 0, 6) === 'GIF89a') return photo('image/gif');
  if (text(head, 0, 5) === '%PDF-') return { kind: 'pdf' };
  if (text(head, 4, 8) === 'ftyp' && isHeic(head)) return { kind: 'heic' };
  return { kind: isSvg(head) ? 'svg' : 'unknown' };
}

const photo = (mediaType: AcceptedMediaType): Recognised => ({ kind: 'photo', mediaType });

function starts(head: Buffer, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

function text(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}

/** The brand, or one of the compatible brands, names HEIF with HEVC inside. AVIF and video share the box. */
function isHeic(head: Buffer): boolean {
  const boxEnd = Math.min(head.length >= 4 ? head.readUInt32BE(0) : 0, head.length);
  const brands = [text(head, 8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(text(head, at, at + 4));
  if (brands.includes('avif') || brands.includes('avis')) return false;
  return brands.some((brand) => ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].includes(brand));
}

function isSvg(head: Buffer): boolean {
  const isWide = starts(head, 0, [0xff, 0xfe]) || head[1] === 0;
  const words = head
    .toString(isWide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  return words.startsWith('<') && words.includes('<svg');
}
