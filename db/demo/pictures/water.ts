import { blend, type Canvas, type Rgb } from './canvas.ts';
import { noiseOf, smoothStep } from './noise.ts';

/** A sheet of water that mirrors what stands above it. */
export type Water = {
  name: string;
  /** The waterline in pixels; everything below becomes water. */
  from: number;
  /** Colour of the water where one looks down into it. */
  deep: Rgb;
  /** Colour of the crests that catch the light. */
  glint: Rgb;
  /** How rough the surface is: 0.3 a still lake, 1 a river, 2 the sea. */
  rough: number;
  /** How much of the mirror is seen far away (0 to 1); near the viewer it fades by half. */
  mirror: number;
  /** Where the light falls on the water, as a share of the width; without it, everywhere a little. */
  path?: number;
};

/** Fills the canvas below the waterline with a rippled mirror of what is above it. */
export function drawWater(canvas: Canvas, water: Water): void {
  const { width, height, pixels } = canvas;
  const noise = noiseOf(`${water.name} water`);
  const above = pixels.slice(0, water.from * width * 3);
  const reach = height - water.from;
  for (let y = water.from; y < height; y += 1) {
    const below = y - water.from;
    const depth = below / reach;
    // Lines of equal distance crowd together towards the horizon, as they do on a real plane.
    const far = 1 / (below + 10);
    const swing = (2 + 26 * depth) * water.rough;
    for (let x = 0; x < width; x += 1) {
      const worldX = (x - width / 2) * far * 9;
      const worldY = far * 2600;
      const broad = noise.at(worldX * 0.5 + 40, worldY * 1.1) - 0.5;
      const fine = noise.at(worldX * 2.2 + broad * 2, worldY * 4.6) - 0.5;
      const close = (noise.at(x / 26 + broad * 6, y / 9) - 0.5) * depth;
      const tilt = broad * (1.3 - 0.5 * depth) + fine * 0.8 + close * 0.9;
      const fromX = Math.min(width - 1, Math.max(0, Math.round(x + (broad + fine) * swing * 0.7)));
      const mirrored = water.from - 1 - below * 0.92 - Math.abs(tilt) * swing * 2.2;
      const fromY = Math.min(water.from - 1, Math.max(0, Math.round(mirrored < 0 ? -mirrored : mirrored)));
      const from = (fromY * width + fromX) * 3;
      const seen: Rgb = [above[from] ?? 0, above[from + 1] ?? 0, above[from + 2] ?? 0];
      const share = water.mirror * (1 - 0.5 * depth) * (1 - Math.max(0, tilt) * 0.5);
      let colour = blend(water.deep, seen, share);
      const crest = smoothStep(0.28, 0.62, tilt) * (0.25 + 0.5 * depth);
      const onPath =
        water.path === undefined ? 0.35 : Math.exp(-(((x / width - water.path) / (0.06 + 0.16 * depth)) ** 2));
      colour = blend(colour, water.glint, Math.min(0.85, crest * (0.25 + onPath)));
      const trough = smoothStep(0.22, 0.6, -tilt) * 0.3;
      colour = blend(colour, water.deep, trough);
      const to = (y * width + x) * 3;
      pixels[to] = colour[0];
      pixels[to + 1] = colour[1];
      pixels[to + 2] = colour[2];
    }
  }
}
