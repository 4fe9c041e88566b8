import sharp from 'sharp';
import type { Canvas } from './canvas.ts';
import { noiseOf } from './noise.ts';
import { chanceOf } from './random.ts';

/** How the finished drawing is turned into a picture. */
export type Development = {
  name: string;
  /** Glow around bright places, 0 to 1. */
  bloom?: number;
  /** Darkening towards the corners, 0 to 1. */
  vignette?: number;
  /** Steeper middle tones, 0 to 1. */
  contrast?: number;
  /** How far edges wander, in pixels: the hand of a painter. */
  wander?: number;
};

const GRAIN = 5;

/**
 * Turns a canvas into JPEG bytes: edges wander a little, bright places glow,
 * corners darken, and a fine grain covers the flatness of drawn shapes.
 */
export async function developPicture(canvas: Canvas, how: Development): Promise<Buffer> {
  const wandered = wanderEdges(canvas, how.name, how.wander ?? 1);
  const glow = await glowOf(wandered);
  const { width, height, pixels } = wandered;
  const chance = chanceOf(`${how.name} grain`);
  const paper = noiseOf(`${how.name} paper`);
  const bloom = how.bloom ?? 0.35;
  const vignette = how.vignette ?? 0.3;
  const curve = toneCurve(how.contrast ?? 0.25);
  const finished = Buffer.alloc(pixels.length);
  for (let y = 0, index = 0; y < height; y += 1) {
    const fromMiddleY = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x += 1, index += 3) {
      const fromMiddleX = (x / width - 0.5) * 2;
      const distance = fromMiddleX * fromMiddleX + fromMiddleY * fromMiddleY;
      const shade = 1 - vignette * 0.42 * distance * distance * 0.5;
      const grain = (chance.next() + chance.next() - 1) * GRAIN + (paper.at(x / 5, y / 9) - 0.5) * 5;
      for (let channel = 0; channel < 3; channel += 1) {
        const base = pixels[index + channel] ?? 0;
        const light = (glow[index + channel] ?? 0) * bloom;
        const lit = base + light * (1 - base / 255);
        const toned = curve[Math.min(255, Math.round(lit * shade))] ?? 0;
        finished[index + channel] = Math.max(0, Math.min(255, toned + grain));
      }
    }
  }
  return sharp(finished, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80, chromaSubsampling: '4:2:0', progressive: false })
    .toBuffer();
}

function wanderEdges(canvas: Canvas, name: string, reach: number): Canvas {
  if (reach === 0) return canvas;
  const { width, height, pixels } = canvas;
  const noise = noiseOf(`${name} wander`);
  const moved = new Uint8ClampedArray(pixels.length);
  for (let y = 0, index = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 3) {
      const dx = noise.at(x / 22, y / 22) + noise.at(x / 6 + 50, y / 6) * 0.4 - 0.7;
      const dy = noise.at(x / 22 + 90, y / 22 + 31) + noise.at(x / 6, y / 6 + 70) * 0.4 - 0.7;
      const fromX = Math.min(width - 1, Math.max(0, Math.round(x + dx * reach * 2)));
      const fromY = Math.min(height - 1, Math.max(0, Math.round(y + dy * reach * 2)));
      const from = (fromY * width + fromX) * 3;
      moved[index] = pixels[from] ?? 0;
      moved[index + 1] = pixels[from + 1] ?? 0;
      moved[index + 2] = pixels[from + 2] ?? 0;
    }
  }
  return { width, height, pixels: moved };
}

/** The bright part of the picture, widely blurred, at full size. */
async function glowOf(canvas: Canvas): Promise<Buffer> {
  const { width, height, pixels } = canvas;
  const bright = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(Math.round(width / 6), Math.round(height / 6), { kernel: 'linear' })
    .linear(2.2, -290)
    .blur(12)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(bright.data, { raw: bright.info })
    .resize(width, height, { kernel: 'linear', fit: 'fill' })
    .raw()
    .toBuffer();
}

function toneCurve(contrast: number): Uint8ClampedArray {
  const curve = new Uint8ClampedArray(256);
  for (let value = 0; value < 256; value += 1) {
    const tone = value / 255;
    const steep = tone * tone * (3 - 2 * tone);
    curve[value] = (tone + (steep - tone) * contrast) * 255;
  }
  return curve;
}
