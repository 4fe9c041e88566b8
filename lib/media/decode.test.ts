import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTraces } from '#lib/testing/photo-traces.ts';
import {
  aPhoto,
  colourAt,
  cornerColours,
  corners,
  cornersSize,
  heicHead,
  pngThatClaims,
  svgWithScript,
} from '#lib/testing/photos.ts';
import { type Decoded, decode } from './decode.ts';
import { pictureFile } from './decoder-protocol.ts';
import { card, qualityLadder } from './table.ts';

let base = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ruang-warta-dekoder-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

type Outcome = { decoded: Decoded; read(name: string): Promise<Buffer>; files(): Promise<string[]> };

async function decodeBytes(bytes: Buffer, name = 'original', focal = { x: 0.5, y: 0.5 }): Promise<Outcome> {
  const folder = await mkdtemp(join(base, 'f-'));
  const derived = join(folder, 'turunan');
  await mkdir(derived);
  const source = join(folder, name);
  await writeFile(source, bytes);
  const decoded = await decode({ source, folder: derived, focal });
  return { decoded, read: (file) => readFile(join(derived, file)), files: async () => (await readdir(derived)).sort() };
}

const decodePhoto = async (photo: Sharp) => decodeBytes(await photo.toBuffer());

function done(decoded: Decoded) {
  if (decoded.outcome !== 'done') throw new Error(`not decoded: ${decoded.failure}`);
  return decoded;
}

describe('what is derived', () => {
  test('a photo of a phone gets every width in AVIF and WebP, one JPEG, a card and one for print', async () => {
    const { decoded, read, files } = await decodePhoto((await aPhoto(2000, 1500)).jpeg({ quality: 92 }));
    const { pictures, ...photo } = done(decoded);
    expect(photo).toMatchObject({ width: 2000, height: 1500 });
    expect(photo.placeholder.length).toBeLessThan(800);
    const widths = (format: string, shape = 'full') =>
      pictures.filter((each) => each.format === format && each.shape === shape).map((each) => each.width);
    expect(widths('webp')).toEqual([320, 480, 736, 960, 1280, 1600]);
    expect(widths('avif').sort((a, b) => a - b)).toEqual([320, 480, 736, 960, 1280, 1600]);
    expect(widths('jpeg')).toEqual([960]);
    expect(widths('jpeg', 'card')).toEqual([1200]);
    expect(pictures.find((each) => each.shape === 'print')).toMatchObject({
      format: 'jpeg',
      width: 2000,
      height: 1500,
    });
    expect(await files()).toEqual(pictures.map(pictureFile).sort());
    expect((await read('full-736.avif')).length).toBeLessThan(qualityLadder.bytes);
    expect((await read('card-1200.jpeg')).length).toBeLessThan(card.bytes);
    for (const picture of pictures) {
      const found = await sharp(await read(pictureFile(picture))).metadata();
      expect(found).toMatchObject({ width: picture.width, height: picture.height, space: 'srgb', hasAlpha: false });
    }
  });

  test('newspapers get a photo as large as it came, up to 25 megapixels', async () => {
    const vast = sharp({ create: { width: 7000, height: 5000, channels: 3, background: '#406080' } });
    const { pictures } = done((await decodePhoto(vast.jpeg())).decoded);
    const print = pictures.find((each) => each.shape === 'print');
    expect(print?.width).toBeGreaterThan(5_800);
    expect((print?.width ?? 0) * (print?.height ?? 0)).toBeLessThan(25_100_000);
  });

  test('nothing is wider than the photo, whose own width is made too', async () => {
    const { pictures } = done((await decodePhoto((await aPhoto(700, 500)).jpeg())).decoded);
    const widths = pictures.filter((each) => each.format === 'webp').map((each) => each.width);
    expect(widths).toEqual([320, 480, 700]);
    expect(pictures.find((each) => each.shape === 'full' && each.format === 'jpeg')).toMatchObject({ width: 700 });
  });

  test('a tiny picture is made too, and its card has the size of every card', async () => {
    const { pictures } = done((await decodePhoto((await aPhoto(3, 2)).png())).decoded);
    expect(pictures.filter((each) => each.shape === 'full').map((each) => each.width)).toEqual([3, 3, 3]);
    expect(pictures.find((each) => each.shape === 'card')).toMatchObject({ width: 1200, height: 630 });
  });

  test('quality steps down until a busy photo is light enough', async () => {
    const leaves = sharp({
      create: {
        width: 736,
        height: 950,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 120, sigma: 70 },
      },
    });
    const busy = await leaves.blur(1.5).jpeg({ quality: 95 }).toBuffer();
    const { avif } = qualityLadder.steps[0];
    expect((await sharp(busy).avif({ quality: avif }).toBuffer()).length).toBeGreaterThan(qualityLadder.bytes);
    const { decoded, read } = await decodeBytes(busy);
    done(decoded);
    expect((await read('full-736.avif')).length).toBeLessThan(qualityLadder.bytes);
  });

  test('the card is cut around the focal point', async () => {
    const tall = await sharp({ create: { width: 400, height: 1200, channels: 3, background: '#c00000' } })
      .composite([
        { input: { create: { width: 400, height: 300, channels: 3, background: '#0000c0' } }, left: 0, top: 900 },
      ])
      .png()
      .toBuffer();
    const low = await decodeBytes(tall, 'a', { x: 0.5, y: 1 });
    const high = await decodeBytes(tall, 'a', { x: 0.5, y: 0 });
    const [, , blueBelow] = await colourAt(await low.read('card-1200.jpeg'), 0.5, 0.9);
    const [redAbove] = await colourAt(await high.read('card-1200.jpeg'), 0.5, 0.9);
    expect(blueBelow).toBeGreaterThan(150);
    expect(redAbove).toBeGreaterThan(150);
  });

  test('the same photo gives the same bytes again', async () => {
    const bytes = await (await aPhoto(900, 600)).jpeg().toBuffer();
    const first = await decodeBytes(bytes);
    const second = await decodeBytes(bytes);
    expect(second.decoded).toEqual(first.decoded);
    for (const file of await first.files()) expect((await second.read(file)).equals(await first.read(file))).toBe(true);
  });
});

describe('pixels arrive as a person sees them', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo stored with EXIF orientation %i stands upright', async (orientation) => {
    const { decoded, read } = await decodePhoto(corners(orientation).jpeg({ quality: 90 }));
    expect(done(decoded)).toMatchObject(cornersSize);
    const picture = await read('full-480.webp');
    const places = [
      [0.2, 0.2],
      [0.8, 0.2],
      [0.2, 0.8],
      [0.8, 0.8],
    ] as const;
    for (const shown of [picture, await read('print-480.jpeg')]) {
      for (const [index, [x, y]] of places.entries()) {
        const wanted = cornerColours[index] ?? [];
        const found = await colourAt(shown, x, y);
        expect(distance(found, wanted), `corner ${index}: ${found}`).toBeLessThan(30);
      }
    }
  });

  test('a turned PNG and WebP stand upright too', async () => {
    expect(done((await decodePhoto(corners(6).png())).decoded)).toMatchObject(cornersSize);
    expect(done((await decodePhoto(corners(6).webp())).decoded)).toMatchObject(cornersSize);
  });

  const red = '#c03020';
  const wanted = [0xc0, 0x30, 0x20];
  const plain = () => sharp({ create: { width: 400, height: 300, channels: 3, background: red } });
  const kinds: [string, () => Promise<Buffer> | Buffer, number][] = [
    ['CMYK JPEG', () => plain().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 40],
    ['16-bit PNG', () => plain().toColourspace('rgb16').png().toBuffer(), 6],
    ['palette PNG', () => plain().png({ palette: true }).toBuffer(), 6],
    ['photo in another colour profile', () => plain().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(), 12],
    ['lossless WebP', () => plain().webp({ lossless: true }).toBuffer(), 6],
    ['progressive JPEG', () => plain().jpeg({ progressive: true, quality: 95 }).toBuffer(), 10],
  ];
  test.each(kinds)('%s keeps its colours', async (_, bytes, tolerance) => {
    const { decoded, read } = await decodeBytes(await bytes());
    done(decoded);
    const found = await colourAt(await read('full-320.webp'), 0.5, 0.5);
    expect(distance(found, wanted), String(found)).toBeLessThan(tolerance);
  });

  test('a grey photo stays grey and is stored in colour like all others', async () => {
    const grey = sharp({ create: { width: 400, height: 300, channels: 3, background: '#777777' } }).toColourspace(
      'b-w',
    );
    const { decoded, read } = await decodePhoto(grey.jpeg());
    expect(done(decoded).colour).toMatch(/^#7[5-9]7[5-9]7[5-9]$/);
    expect(distance(await colourAt(await read('full-320.avif'), 0.5, 0.5), [0x77, 0x77, 0x77])).toBeLessThan(12);
  });

  test('a 16-bit grey picture with transparency lies on white', async () => {
    const glass = sharp({
      create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const { decoded, read } = await decodePhoto(glass.toColourspace('grey16').png());
    done(decoded);
    expect(await colourAt(await read('full-320.webp'), 0.5, 0.5)).toEqual([255, 255, 255]);
  });

  test('of a moving GIF the first picture is taken', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 330, height: 200, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = [await frame('#10a010'), await frame('#a01010')];
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    const { decoded, read } = await decodeBytes(gif);
    expect(done(decoded)).toMatchObject({ width: 330, height: 200 });
    expect(distance(await colourAt(await read('full-320.webp'), 0.5, 0.5), [0x10, 0xa0, 0x10])).toBeLessThan(20);
  });
});

test('nothing of position, camera, author or hidden tails is left in any derived file', async () => {
  const traced = await withTraces(await aPhoto(1300, 900))
    .jpeg()
    .toBuffer();
  expect((await sharp(traced).metadata()).exif?.includes('JEJAK-KAMERA')).toBe(true);
  const polyglot = Buffer.concat([traced, Buffer.from('<html><script>JEJAK-EKOR</script></html>')]);
  const { files, read } = await decodeBytes(polyglot);
  const names = await files();
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const bytes = await read(name);
    // Long ones: three or four letters stand in compressed pixels by chance.
    for (const trace of ['Exif\0\0', 'http://ns.adobe', 'JEJAK-', '<script', 'xmpmeta']) {
      expect(bytes.includes(trace), `${trace} in ${name}`).toBe(false);
    }
    const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, iptc, orientation }, name).toEqual({});
  }
});

describe('files that cannot be taken end in a reason', () => {
  const photo = () => aPhoto(900, 700);
  const kinds: [string, (whole: Sharp) => Sharp][] = [
    ['JPEG', (whole) => whole.jpeg()],
    ['progressive JPEG', (whole) => whole.jpeg({ progressive: true })],
    ['PNG', (whole) => whole.png()],
    ['interlaced PNG', (whole) => whole.png({ progressive: true })],
    ['WebP', (whole) => whole.webp()],
    ['GIF', (whole) => whole.gif()],
  ];
  test.each(kinds)('a truncated %s is damaged', async (_, encoded) => {
    const bytes = await encoded(await photo()).toBuffer();
    const { decoded } = await decodeBytes(bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    expect(decoded).toEqual({ outcome: 'failed', failure: 'damaged' });
  });

  test('a bomb is refused by its header', async () => {
    const { decoded } = await decodeBytes(pngThatClaims(50_000, 50_000));
    expect(decoded).toEqual({ outcome: 'failed', failure: 'too_many_pixels' });
  });

  const foreign: [string, () => Promise<Buffer> | Buffer][] = [
    ['SVG', () => Buffer.from(svgWithScript)],
    ['HEIC', heicHead],
    ['TIFF', async () => (await photo()).tiff().toBuffer()],
    ['AVIF', async () => (await photo()).avif({ effort: 0 }).toBuffer()],
    ['empty file', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('bukan foto')],
  ];
  test.each(foreign)('%s named as a photo is not opened', async (_, bytes) => {
    const { decoded, files } = await decodeBytes(await bytes(), 'foto.png');
    expect(decoded).toEqual({ outcome: 'failed', failure: 'damaged' });
    expect(await files()).toEqual([]);
  });

  test('a picture like a thread is refused', async () => {
    const thread = sharp({ create: { width: 30, height: 400, channels: 3, background: '#123456' } });
    expect((await decodePhoto(thread.png())).decoded).toEqual({ outcome: 'failed', failure: 'too_narrow' });
  });
});

describe('a decoder that misbehaves', () => {
  const task = { source: '/tidak/ada', folder: '/tidak/ada', focal: { x: 0.5, y: 0.5 } };
  async function program(code: string) {
    const path = join(await mkdtemp(join(base, 'p-')), 'program.mjs');
    await writeFile(path, code);
    return { path, milliseconds: 20_000 };
  }

  test('a crash is a failure', async () => {
    expect(await decode(task, await program('process.once("message", () => process.abort());'))).toEqual({
      outcome: 'failed',
      failure: 'crashed',
    });
  });

  test('an end before the task arrives is a failure', async () => {
    expect(await decode(task, await program('process.exit(3);'))).toEqual({ outcome: 'failed', failure: 'crashed' });
  });

  test('one that never answers is ended', async () => {
    const endless = await program('process.on("message", () => setInterval(() => undefined, 1000));');
    expect(await decode(task, { ...endless, milliseconds: 300 })).toEqual({ outcome: 'failed', failure: 'too_slow' });
  });

  test('too much memory is named as such', async () => {
    expect(await decode(task, await program('process.once("message", () => process.exit(70));'))).toEqual({
      outcome: 'failed',
      failure: 'too_heavy',
    });
  });

  test('an answer of another shape counts for nothing', async () => {
    const liar = await program(
      'process.once("message", () => process.send({ outcome: "done", pictures: [{ file: "../../etc/passwd" }] }, () => process.exit(0)));',
    );
    expect(await decode(task, liar)).toEqual({ outcome: 'failed', failure: 'crashed' });
  });

  test('being stopped from outside is not the fault of the photo', async () => {
    const stopped = await program('process.once("message", () => process.kill(process.pid, "SIGTERM"));');
    await expect(decode(task, stopped)).rejects.toThrow('SIGTERM');
  });

  test('it knows nothing of our environment', async () => {
    const out = join(base, 'lingkungan.json');
    const spy = await program(
      `import { writeFileSync } from 'node:fs';
       process.once('message', () => { writeFileSync(${JSON.stringify(out)}, JSON.stringify(Object.keys(process.env))); process.exit(1); });`,
    );
    process.env.DATABASE_URL = 'postgres://rahasia';
    try {
      await decode(task, spy);
    } finally {
      delete process.env.DATABASE_URL;
    }
    const names: unknown = JSON.parse(await readFile(out, 'utf8'));
    expect(names).toEqual(
      expect.not.arrayContaining(['DATABASE_URL', 'PATH', 'HOME', 'AUTH_SECRET', 'SIGNING_KEYS', 'NODE_OPTIONS']),
    );
    expect(names).toContain('VIPS_BLOCK_UNTRUSTED');
  });

  test('photos are decoded one at a time', async () => {
    const folder = await mkdtemp(join(base, 'giliran-'));
    const turn = await program(
      `import { mkdirSync, rmdirSync } from 'node:fs';
       process.once('message', ({ source }) => { mkdirSync(source); setTimeout(() => { rmdirSync(source); process.exit(70); }, 100); });`,
    );
    // Each makes the same folder and removes it at its end: two at once would crash the second.
    const decoded = await Promise.all([1, 2, 3].map(() => decode({ ...task, source: join(folder, 'kunci') }, turn)));
    expect(decoded.map((each) => each.outcome === 'failed' && each.failure)).toEqual([
      'too_heavy',
      'too_heavy',
      'too_heavy',
    ]);
  });
});

function distance(found: readonly number[], wanted: readonly number[]): number {
  return Math.max(...wanted.map((value, index) => Math.abs(value - (found[index] ?? -1000))));
}
