/**
 * The one table of what a photo or a document may weigh and what is made of it. Pure: the
 * browser, the server and the decoder's process read the same ones.
 */

/** What is taken. The limits of bytes and pixels are told to people in the sentences of refusals.ts. */
export const uploadLimits = {
  bytes: 25 * 1024 * 1024,
  pixels: 100_000_000,
  /** Longer side over shorter side. Beyond it no width suits a page, and WebP ends at 16,383 pixels. */
  proportion: 10,
  fileName: 120,
  /** Files of one person for one agency within an hour. */
  perHour: 300,
  /** Uploads that arrive at the same time in one process, and of one person. Each holds a file of at most `bytes`. */
  atOnce: 60,
  atOncePerPerson: 20,
} as const;

/** Uploads that go on after a break. */
export const resumableLimits = {
  /** Smaller files come in one piece. */
  fromBytes: 1_000_000,
  /** Bytes of one request: what a proxy that collects requests loses at most with a connection. */
  pieceBytes: 2 * 1024 * 1024,
  perPerson: 20,
  all: 120,
  /** Milliseconds after which an unfinished one is swept. */
  keptFor: 24 * 60 * 60 * 1000,
} as const;

/** Kinds of file that are taken. The value for a file picker; it makes phones send JPEG instead of HEIC. */
export const acceptedMediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export type AcceptedMediaType = (typeof acceptedMediaTypes)[number];

/** The one kind of document that is taken. */
export const documentMediaType = 'application/pdf';

/** Widths in pixels of the photo in its own shape; none is wider than the photo. */
export const fullWidths = [320, 480, 736, 960, 1280, 1600] as const;

/** Pixels of the largest rendition. Wider ones of a very tall picture are left out: 25 megapixels took AVIF 28 s and 800 MB. */
export const renditionPixels = 8_000_000;

/** Width of the one JPEG in the photo's own shape, for browsers without AVIF and WebP. */
export const jpegWidth = 960;

/** Pixels of the JPEG for newspapers: as large as the photo came, up to this. */
export const printPixels = 25_000_000;

/** Of that JPEG. Plain coding: trellis quantisation took three times as long for a few percent of its bytes. */
export const printQuality = 86;

/** The picture that other sites show beside a link. */
export const card = { width: 1200, height: 630, bytes: 300_000, qualities: [80, 74, 68, 60, 50, 40] } as const;

/** The shapes in which readers meet a photo, besides its own: width over height. */
export const shownShapes = [
  { name: 'Kartu tautan', ratio: card.width / card.height },
  { name: 'Daftar artikel', ratio: 3 / 2 },
  { name: 'Berita utama', ratio: 16 / 9 },
] as const;

/**
 * Qualities from the best down. The first whose AVIF at 736 pixels is under 50 KB holds for
 * all widths; the last holds even when it is not (grass, leaves, rain: nothing smaller looks right).
 */
export const qualityLadder = {
  measuredWidth: 736,
  bytes: 50_000,
  /** Height over width up to which `bytes` holds; a taller picture (a long infographic) gets more in proportion. */
  tallness: 2,
  steps: [
    { avif: 50, webp: 72, jpeg: 76 },
    { avif: 45, webp: 68, jpeg: 72 },
    { avif: 40, webp: 62, jpeg: 68 },
    { avif: 34, webp: 56, jpeg: 62 },
    { avif: 28, webp: 48, jpeg: 56 },
    { avif: 22, webp: 40, jpeg: 50 },
  ],
} as const;

/** Measured: AVIF effort 4 takes ten times as long as 2 for 5 % fewer bytes. */
export const effort = { avif: 2, webp: 2 } as const;

/** Width in pixels of the blurred picture shown in the newsroom until the photo is there. */
export const placeholderWidth = 16;

/** What the decoder's process may take before it is ended. */
export const decoderLimits = {
  milliseconds: 120_000,
  /** Memory of the whole process, in bytes. */
  memory: 850_000_000,
  /** JavaScript's own share, in megabytes: pixels lie outside of it. */
  heapMegabytes: 128,
} as const;

/** Painting a card takes half a second; a process that takes this long is stuck. */
export const cardPainting = { milliseconds: 30_000 } as const;

/** Milliseconds after which a file that no row knows is taken for a leftover of a crash. */
export const leftoverAfter = 60 * 60 * 1000;

/** The widths made of a photo, from small to large: those of the table that it can fill, and its own below the largest. */
export function widthsFor(width: number, height: number): number[] {
  const own = Math.min(width, Math.max(...fullWidths));
  const fitting = [...fullWidths.filter((each) => each < own), own];
  const light = fitting.filter((each) => (each * each * height) / width <= renditionPixels);
  return light.length > 0 ? light : fitting.slice(0, 1);
}
