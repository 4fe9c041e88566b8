import { type Canvas, drawVeil } from './canvas.ts';
import { noiseOf, smoothStep } from './noise.ts';

/** A beam of daylight that falls from a window across a room. */
export function drawBeam(
  canvas: Canvas,
  name: string,
  from: { x: number; top: number; bottom: number },
  slope: number,
  reach: number,
  colour: readonly [number, number, number],
  strength: number,
): Promise<void> {
  const dust = noiseOf(`${name} dust`);
  return drawVeil(
    canvas,
    (x, y) => {
      const along = Math.abs(x - from.x);
      if (along > reach || Math.sign(x - from.x) !== Math.sign(slope)) return { colour, cover: 0 };
      const shift = along * Math.abs(slope);
      const inside =
        smoothStep(from.top + shift - 30, from.top + shift + 20, y) *
        (1 - smoothStep(from.bottom + shift - 20, from.bottom + shift + 60, y));
      return {
        colour,
        cover: inside * strength * (1 - along / reach) * (0.7 + dust.octaves(x / 200, y / 200, 3) * 0.5),
      };
    },
    'light',
  );
}
