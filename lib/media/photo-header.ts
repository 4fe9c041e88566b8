import type { FileHandle } from 'node:fs/promises';
import type { AcceptedMediaType } from './table.ts';

/** Pixels as the header says, before any turning. */
export type PhotoSize = { width: number; height: number };

/** JPEG segments before the picture: a camera's photo has about ten, one with a long embedded record some hundred. */
const mostSegments = 600;

/**
 * Reads the size a file claims from its header alone, without decoding anything, so that a
 * bomb is refused before a pixel of it is unpacked. The decoder checks again what it really finds.
 *
 * @returns undefined when the header is damaged or claims no area
 */
export async function readPhotoSize(file: FileHandle, mediaType: AcceptedMediaType): Promise<PhotoSize | undefined> {
  const size = await readers[mediaType](file);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

type Reader = (file: FileHandle) => Promise<PhotoSize | undefined>;

const readers: Readonly<Record<AcceptedMediaType, Reader>> = {
  'image/png': async (file) => {
    const head = await bytesAt(file, 0, 24);
    if (head === undefined || head.toString('latin1', 12, 16) !== 'IHDR') return undefined;
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  },

  'image/gif': async (file) => {
    const head = await bytesAt(file, 0, 10);
    return head && { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  },

  'image/webp': async (file) => {
    const head = await bytesAt(file, 0, 30);
    if (head === undefined) return undefined;
    switch (head.toString('latin1', 12, 16)) {
      case 'VP8X':
        return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
      case 'VP8L': {
        const packed = head.readUInt32LE(21);
        return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
      }
      case 'VP8 ':
        return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
      default:
        return undefined;
    }
  },

  'image/jpeg': async (file) => {
    let at = 2;
    for (let segment = 0; segment < mostSegments; segment += 1) {
      const head = await bytesAt(file, at, 4);
      if (head === undefined || head[0] !== 0xff) return undefined;
      const marker = head.readUInt8(1);
      if (marker === 0xff) {
        at += 1;
      } else if (isFrame(marker)) {
        const frame = await bytesAt(file, at + 5, 4);
        return frame && { width: frame.readUInt16BE(2), height: frame.readUInt16BE(0) };
      } else if (marker === startOfScan || marker === endOfImage) {
        return undefined;
      } else {
        at += 2 + head.readUInt16BE(2);
      }
    }
    return undefined;
  },
};

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** SOF0 to SOF15, of which three numbers mean something else (tables, extensions, arithmetic coding). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Exactly `length` bytes, or undefined when the file ends before. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : undefined;
}
