import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { cutAround } from './cut-around.ts';
import { type DecodedPhoto, type DecoderTask, type DerivedPicture, pictureFile } from './decoder-protocol.ts';
import { card, effort, jpegWidth, placeholderWidth, printQuality, qualityLadder, widthsFor } from './table.ts';
import { type Pixels, type Refusal, readUpright } from './upright.ts';

type Step = (typeof qualityLadder.steps)[number];

/**
 * Makes everything that is shown of one photo, into files of the task's folder. Whatever the
 * original carried beside its pixels (position, camera, profile, hidden tails) is left behind,
 * because everything is encoded anew from bare pixels.
 *
 * The same photo gives the same bytes again, so a second run changes nothing.
 */
export async function derive(task: DecoderTask): Promise<DecodedPhoto | Refusal> {
  const upright = await readUpright(task.source);
  if ('refused' in upright) return upright;
  const { pixels, width, height } = upright;
  const widths = widthsFor(width, height);
  const pictures: DerivedPicture[] = [];

  async function keep(
    shape: DerivedPicture['shape'],
    format: DerivedPicture['format'],
    picture: Encoded,
  ): Promise<void> {
    const derived = { shape, format, width: picture.width, height: picture.height };
    await writeFile(join(task.folder, pictureFile(derived)), picture.bytes);
    pictures.push(derived);
  }

  const { step, measured } = await findStep(pixels, widths);
  await keep('full', 'avif', measured);
  for (const each of widths) {
    const scaled = await scaledTo(pixels, each);
    if (each !== measured.width) await keep('full', 'avif', await encode(of(scaled).avif(avifOptions(step))));
    await keep('full', 'webp', await encode(of(scaled).webp({ quality: step.webp, effort: effort.webp })));
  }
  const forOldBrowsers = await scaledTo(pixels, Math.min(jpegWidth, widths.at(-1) ?? width));
  await keep('full', 'jpeg', await encode(of(forOldBrowsers).jpeg({ quality: step.jpeg, mozjpeg: true })));
  await keep('card', 'jpeg', await cardOf(pixels, task.focal));
  await keep('print', 'jpeg', await encode(of(await upright.printPixels()).jpeg({ quality: printQuality })));

  return {
    outcome: 'done',
    width,
    height,
    colour: await averageColour(pixels),
    placeholder: await placeholderOf(pixels),
    pictures,
  };
}

type Encoded = { bytes: Buffer; width: number; height: number };

/** The best quality whose AVIF at the measured width is small enough, and that AVIF. */
async function findStep(pixels: Pixels, widths: readonly number[]): Promise<{ step: Step; measured: Encoded }> {
  const width = Math.max(...widths.filter((each) => each <= qualityLadder.measuredWidth), Math.min(...widths));
  const scaled = await scaledTo(pixels, width);
  const most = qualityLadder.bytes * Math.max(1, scaled.height / scaled.width / qualityLadder.tallness);
  let step: Step = qualityLadder.steps[0];
  let measured = await encode(of(scaled).avif(avifOptions(step)));
  for (const lower of qualityLadder.steps.slice(1)) {
    if (measured.bytes.length < most) break;
    step = lower;
    measured = await encode(of(scaled).avif(avifOptions(step)));
  }
  return { step, measured };
}

function avifOptions(step: Step) {
  return { quality: step.avif, effort: effort.avif, chromaSubsampling: '4:2:0' };
}

async function cardOf(pixels: Pixels, focal: DecoderTask['focal']): Promise<Encoded> {
  const picture = await cutAround(pixels, { width: card.width, height: card.height }, focal);
  let encoded = await encode(of(picture).jpeg({ quality: card.qualities[0], mozjpeg: true }));
  for (const quality of card.qualities.slice(1)) {
    if (encoded.bytes.length < card.bytes) break;
    encoded = await encode(of(picture).jpeg({ quality, mozjpeg: true }));
  }
  return encoded;
}

async function averageColour(pixels: Pixels): Promise<string> {
  const { channels } = await of(pixels).stats();
  const parts = channels.slice(0, 3).map(({ mean }) => Math.round(mean).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

async function placeholderOf(pixels: Pixels): Promise<string> {
  const small = of(pixels).resize(Math.min(placeholderWidth, pixels.width));
  const { bytes } = await encode(small.webp({ quality: 30, effort: 4 }));
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}

async function scaledTo(pixels: Pixels, width: number): Promise<Pixels> {
  if (width === pixels.width) return pixels;
  const { data, info } = await of(pixels).resize(width).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function of({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function encode(picture: Sharp): Promise<Encoded> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
