import { blend, type Canvas, drawVeil, type Rgb, rgb } from './canvas.ts';
import { noiseOf, smoothStep } from './noise.ts';

/** A sky from top to horizon, with its sun. */
export type Sky = {
  /** Colours from the top of the canvas to the horizon, evenly spread. */
  colours: readonly string[];
  /** Where the colours end, in pixels from the top. */
  horizon: number;
  /** The sun or its place behind the clouds, with the reach of its glow in pixels. */
  sun?: { x: number; y: number; colour: string; reach: number; disc?: number };
};

/** Paints the sky over the whole canvas; below the horizon the last colour goes on. */
export function drawSky(canvas: Canvas, sky: Sky): void {
  const { width, height, pixels } = canvas;
  const stops = sky.colours.map(rgb);
  const last = stops.length - 1;
  const sun = sky.sun;
  const sunColour = rgb(sun?.colour ?? '#ffffff');
  for (let y = 0, index = 0; y < height; y += 1) {
    const place = Math.min(1, y / sky.horizon) * last;
    const lower = Math.min(last, Math.floor(place));
    const base = blend(stops[lower] ?? sunColour, stops[Math.min(last, lower + 1)] ?? sunColour, place - lower);
    for (let x = 0; x < width; x += 1, index += 3) {
      let colour: Rgb = base;
      if (sun) {
        const dx = (x - sun.x) / 1.25;
        const dy = y - sun.y;
        const distance = Math.sqrt(dx * dx + dy * dy);
        const glow = Math.exp(-distance / sun.reach) * 0.85;
        colour = blend(base, sunColour, glow);
        if (sun.disc) {
          const round = Math.sqrt((x - sun.x) ** 2 + dy * dy);
          colour = blend(colour, [255, 250, 232], 1 - smoothStep(sun.disc - 2, sun.disc + 2, round));
        }
      }
      pixels[index] = colour[0];
      pixels[index + 1] = colour[1];
      pixels[index + 2] = colour[2];
    }
  }
}

/** A bank of clouds between two heights. */
export type Clouds = {
  name: string;
  top: number;
  bottom: number;
  /** Colours of the side in the light and of the side in the shade. */
  light: string;
  shade: string;
  /** Share of the bank that is cloud, 0 to 1. */
  amount: number;
  /** Width of a cloud in pixels, about. */
  size: number;
  /** From where the light comes: −1 left, 1 right. */
  side?: number;
  /** How much they hide of the sky, 0 to 1. */
  cover?: number;
};

/** Lays clouds over the sky; lower ones are flatter, as near the horizon. */
export function drawClouds(canvas: Canvas, clouds: Clouds): Promise<void> {
  const noise = noiseOf(`${clouds.name} clouds`);
  const light = rgb(clouds.light);
  const shade = rgb(clouds.shade);
  const side = clouds.side ?? 0;
  const threshold = 0.72 - clouds.amount * 0.45;
  const cover = clouds.cover ?? 0.95;
  const density = (x: number, y: number) => {
    const fall = Math.max(0.25, 1 - (y - clouds.top) / (clouds.bottom - clouds.top + 1));
    const flat = 1 + (1 - fall) * 3.2;
    const u = x / clouds.size;
    const v = (y / clouds.size) * flat;
    const edge =
      smoothStep(clouds.top, clouds.top + (clouds.bottom - clouds.top) * 0.25, y) *
      (1 - smoothStep(clouds.bottom - (clouds.bottom - clouds.top) * 0.3, clouds.bottom, y));
    const billow = noise.octaves(u * 1.4, v * 1.8, 5);
    return (billow - threshold) * edge * 3.4 - (1 - edge) * 0.35;
  };
  return drawVeil(canvas, (x, y) => {
    if (y < clouds.top || y > clouds.bottom) return { colour: light, cover: 0 };
    const here = density(x, y);
    if (here <= 0) return { colour: light, cover: 0 };
    const towardsLight = density(x + side * clouds.size * 0.12, y - clouds.size * 0.13);
    const lit = smoothStep(-0.15, 0.4, here - towardsLight + 0.12);
    return { colour: blend(shade, light, lit), cover: smoothStep(0, 0.38, here) * cover };
  });
}

/** A band of mist that hangs between two layers of a landscape. */
export type Mist = {
  name: string;
  top: number;
  bottom: number;
  colour: string;
  cover: number;
  size?: number;
};

/** Lays mist, thickest towards its lower edge. */
export function drawMist(canvas: Canvas, mist: Mist): Promise<void> {
  const noise = noiseOf(`${mist.name} mist`);
  const colour = rgb(mist.colour);
  const size = mist.size ?? 260;
  return drawVeil(canvas, (x, y) => {
    if (y < mist.top || y > mist.bottom) return { colour, cover: 0 };
    const share = (y - mist.top) / (mist.bottom - mist.top);
    const shape = smoothStep(0, 0.75, share) * (1 - smoothStep(0.85, 1, share));
    const drift = noise.octaves(x / size, (y / size) * 3, 4);
    return { colour, cover: shape * mist.cover * smoothStep(0.2, 0.62, drift) };
  });
}
