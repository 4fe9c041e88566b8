import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, hills, palm, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Vegetable beds at the edge of a village, in the slanting light of the afternoon. */
export async function vegetableBeds(): Promise<Buffer> {
  const name = 'vegetable beds';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const horizon = 470;
  drawSky(canvas, {
    colours: ['#6aa4c4', '#c4d9cf', '#fbe3ae'],
    horizon,
    sun: { x: 1320, y: 330, colour: '#fff0bf', reach: 260 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 390,
    light: '#fff6df',
    shade: '#a6b8bd',
    amount: 0.48,
    size: 440,
    side: 0.8,
  });
  const leaves = { light: '#d0d26e', middle: '#6f9a52', shade: '#34684a' };
  await drawShapes(
    canvas,
    hills(
      chance,
      'v',
      WIDTH,
      { left: 400, right: 430, height: 50 },
      { y: horizon + 40, colour: '#eadfae' },
      '#9cb89a',
    ) +
      palm(chance, 260, horizon + 20, 230, leaves, '#8b7550') +
      palm(chance, 345, horizon + 20, 180, leaves, '#8b7550') +
      palm(chance, 1290, horizon + 20, 210, leaves, '#8b7550') +
      canopy(chance, row(chance, [-20, horizon - 10], [WIDTH, horizon - 6], 50, 10), { from: 26, to: 48 }, leaves, 1),
  );
  await drawShapes(
    canvas,
    `<defs>${gradient('earth', ['#b58a58', '#8a6038', '#5c3d26'])}</defs>${box(0, horizon + 14, WIDTH, HEIGHT, { fill: 'url(#earth)' })}`,
  );
  let beds = '';
  for (let bed = -5; bed <= 5; bed += 1) {
    const top = 830 + bed * 46;
    const bottom = 830 + bed * 400;
    beds += path(
      pathOf([
        [top - 15, horizon + 20],
        [top + 15, horizon + 20],
        [bottom + 140, HEIGHT + 20],
        [bottom - 140, HEIGHT + 20],
      ]),
      { fill: '#6b4529' },
    );
    beds += path(
      pathOf([
        [top + 2, horizon + 20],
        [top + 15, horizon + 20],
        [bottom + 140, HEIGHT + 20],
        [bottom + 50, HEIGHT + 20],
      ]),
      { fill: '#c0935c', opacity: 0.6 },
    );
    const rows = 26;
    for (let step = 0; step < rows; step += 1) {
      const share = (step / rows) ** 1.7;
      const y = horizon + 26 + share * (HEIGHT - horizon + 20);
      const middle = top + (bottom - top) * share;
      const size = 5 + share * 74;
      if (middle < -160 || middle > WIDTH + 160) continue;
      const colour =
        bed % 3 === 0
          ? { light: '#c8dc6a', middle: '#7fb044', shade: '#3f7a38' }
          : bed % 2 === 0
            ? { light: '#9ccf86', middle: '#4f9a58', shade: '#1f5f42' }
            : { light: '#b7c95a', middle: '#5e8f3c', shade: '#2d5f2f' };
      beds += oval(middle, y + size * 0.3, size * 1.25, size * 0.28, { fill: '#2d1c10', opacity: 0.35 });
      for (const offset of [-0.62, 0.62])
        beds += cabbage(chance, middle + offset * size * 1.15, y, size * 0.72, colour);
    }
  }
  await drawShapes(canvas, beds);
  await drawShapes(
    canvas,
    [
      person({
        x: 560,
        foot: 690,
        height: 235,
        head: 'straw_hat',
        headColour: '#e2bd72',
        top: '#c05a3a',
        bottom: '#3d4a5a',
        front: { upper: 50, lower: 35 },
        back: { upper: 42, lower: 28 },
        stride: 0.6,
        carries:
          path('M-0.8 0L0.8 0L0.6 1L-0.6 1Z', { fill: '#a8763f' }) +
          path('M-0.8 0C-0.5 -0.7 0.5 -0.7 0.8 0Z', { fill: '#7fb044' }),
      }),
      person({
        x: 1130,
        foot: 770,
        height: 300,
        left: true,
        head: 'straw_hat',
        headColour: '#d9b26a',
        top: '#4d7f9a',
        bottom: '#5a4636',
        skirt: true,
        front: { upper: 48, lower: 20 },
        carries: wateringCan,
      }),
      person({
        x: 860,
        foot: 570,
        height: 110,
        head: 'straw_hat',
        headColour: '#e2bd72',
        top: '#8a6a9a',
        bottom: '#3d3d3d',
        front: { upper: 50, lower: 30 },
      }),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.4, vignette: 0.3, contrast: 0.3 });
}

const wateringCan =
  path('M-0.5 0.2L0.5 0.2L0.6 1.2L-0.6 1.2Z', { fill: '#8fa3a8' }) +
  path('M0.5 0.9L1.3 0.2L1.45 0.35L0.55 1.15Z', { fill: '#7a8f96' }) +
  path('M1.4 0.3L2 1.6M1.45 0.32L2.3 1.5M1.4 0.34L1.75 1.7', { stroke: '#e8f6f6', width: 0.05 }) +
  path('M-0.4 0.2C-0.3 -0.3 0.3 -0.3 0.4 0.2', { stroke: '#6d8087', width: 0.14 });

function cabbage(
  chance: ReturnType<typeof chanceOf>,
  x: number,
  y: number,
  size: number,
  leaves: { light: string; middle: string; shade: string },
): string {
  if (size < 7) return oval(x, y, size, size * 0.7, { fill: leaves.middle });
  const parts: string[] = [];
  for (let leaf = 0; leaf < 8; leaf += 1) {
    const angle = (leaf / 8) * Math.PI * 2 + chance.between(-0.2, 0.2);
    const px = x + Math.cos(angle) * size * 0.48;
    const py = y - size * 0.12 + Math.sin(angle) * size * 0.26;
    parts.push(
      oval(px, py, size * 0.48, size * 0.34, {
        fill: Math.sin(angle) < 0 ? leaves.shade : Math.cos(angle) > 0.2 ? leaves.light : leaves.middle,
      }),
    );
  }
  parts.push(
    oval(x, y - size * 0.22, size * 0.42, size * 0.34, { fill: leaves.middle }),
    oval(x + size * 0.1, y - size * 0.3, size * 0.25, size * 0.2, { fill: leaves.light }),
  );
  return parts.join('');
}
