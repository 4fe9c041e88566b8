import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, emergent, grass, hills, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, oval, path } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Pupils and a forester plant seedlings on a bare slope above the forest. */
export async function plantingSeedlings(): Promise<Buffer> {
  const name = 'planting seedlings';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#6fb3d2', '#b3dbe2', '#fdf3d2'],
    horizon: 500,
    sun: { x: 220, y: 200, colour: '#fff8dc', reach: 220 },
  });
  await drawClouds(canvas, {
    name,
    top: 10,
    bottom: 400,
    light: '#ffffff',
    shade: '#a9c5d1',
    amount: 0.52,
    size: 460,
    side: -0.7,
  });
  await drawShapes(
    canvas,
    hills(chance, 'f', WIDTH, { left: 430, right: 380, height: 70 }, { y: 640, colour: '#dfe9c8' }, '#8fb9a8'),
  );
  await drawMist(canvas, { name, top: 360, bottom: 640, colour: '#f7f5dd', cover: 0.55 });
  const leaves = { light: '#b5cc66', middle: '#5e9a54', shade: '#2a6a4c' };
  let forest = box(0, 640, WIDTH, 160, { fill: '#2f6a48' });
  for (let line = 0; line < 4; line += 1)
    forest += canopy(
      chance,
      row(chance, [-30, 560 + line * 34], [WIDTH + 30, 520 + line * 46], 58, 18),
      { from: 32, to: 56 },
      leaves,
    );
  forest += [140, 420, 1130, 1440]
    .map((x) => emergent(chance, x, 640, chance.between(240, 300), leaves, '#b9a888'))
    .join('');
  await drawShapes(canvas, forest);
  const soil = `<defs>${gradient('soil', ['#a9744a', '#8a5836', '#5f3b26'])}</defs>${path(
    `${curveOf([
      [-20, 760],
      [300, 716],
      [720, 740],
      [1180, 700],
      [1620, 730],
    ])}L1620 1100L-20 1100Z`,
    { fill: 'url(#soil)' },
  )}`;
  let tufts = '';
  for (let index = 0; index < 44; index += 1) {
    const y = chance.between(770, 1040);
    const x = chance.between(0, WIDTH);
    tufts += oval(x, y, chance.between(20, 70), chance.between(4, 10), {
      fill: chance.pick(['#c78f5e', '#6f4429', '#93643c']),
      opacity: 0.5,
    });
    if (index % 2 === 0) tufts += grass(chance, x - 24, x + 24, y + 4, 26, ['#6f9a4a', '#4d7a3c', '#96b85a'], 9);
  }
  let seedlings = '';
  for (let rowIndex = 0; rowIndex < 4; rowIndex += 1)
    for (let column = 0; column < 7; column += 1)
      seedlings += seedling(
        120 + column * 235 + rowIndex * 52 + chance.between(-12, 12),
        775 + rowIndex * 78,
        0.55 + rowIndex * 0.28,
      );
  await drawShapes(canvas, soil + tufts + seedlings);
  const khaki = '#8a8a52';
  await drawShapes(
    canvas,
    [
      person({
        x: 470,
        foot: 968,
        height: 400,
        head: 'cap',
        headColour: '#2f6a4a',
        top: khaki,
        bottom: '#5a5a3c',
        front: { upper: 38, lower: 62 },
        back: { upper: 30, lower: 70 },
        stride: 0.7,
        over: 'vest',
        overColour: '#d98a2e',
        carries: sapling,
      }),
      person({
        x: 850,
        foot: 930,
        height: 285,
        left: true,
        child: true,
        head: 'hair',
        top: '#fbf7ee',
        bottom: '#b3262e',
        shorts: true,
        front: { upper: 42, lower: 60 },
        stride: 0.4,
        carries: sapling,
      }),
      person({
        x: 1000,
        foot: 950,
        height: 280,
        child: true,
        head: 'hijab',
        headColour: '#fbf7ee',
        top: '#fbf7ee',
        bottom: '#b3262e',
        skirt: true,
        front: { upper: 24, lower: 46 },
        back: { upper: 10, lower: 30 },
      }),
      person({
        x: 1270,
        foot: 860,
        height: 250,
        left: true,
        head: 'straw_hat',
        headColour: '#d9b26a',
        top: '#3f7d8a',
        bottom: '#3b3f4a',
        front: { upper: 40, lower: 30 },
        back: { upper: 36, lower: 20 },
      }),
    ].join(''),
  );
  await drawShapes(
    canvas,
    grass(chance, -30, 420, 1085, 110, ['#3d6a34', '#5c8a3f', '#244a2c'], 120) +
      seedling(1380, 1060, 2.6) +
      seedling(160, 1075, 2.2),
    1.5,
  );
  return developPicture(canvas, { name, bloom: 0.3, vignette: 0.25, contrast: 0.3 });
}

const sapling =
  path('M-0.35 -0.1L0.35 -0.1L0.25 0.7L-0.25 0.7Z', { fill: '#2b2622' }) +
  path('M0 -0.1L0 -1.4', { stroke: '#6a4f30', width: 0.09 }) +
  path(
    'M0 -0.7C0.5 -1.1 0.8 -1 0.9 -0.9C0.6 -0.6 0.3 -0.55 0 -0.7ZM0 -0.9C-0.5 -1.3 -0.8 -1.2 -0.9 -1.1C-0.6 -0.8 -0.3 -0.75 0 -0.9ZM0 -1.3C0.2 -1.8 0.4 -1.9 0.6 -1.9C0.5 -1.5 0.3 -1.3 0 -1.3ZM0 -1.3C-0.2 -1.8 -0.4 -1.8 -0.5 -1.8C-0.5 -1.5 -0.3 -1.3 0 -1.3Z',
    { fill: '#5f9a3f' },
  );

function seedling(x: number, foot: number, scale: number): string {
  return `<g transform="translate(${x} ${foot}) scale(${scale})">${oval(0, 0, 22, 5, { fill: '#3f2718', opacity: 0.7 })}${path('M0 0C1 -14 -1 -22 0 -34', { stroke: '#7a5a34', width: 2.4 })}${path('M0 -18C12 -30 22 -28 25 -24C18 -14 8 -13 0 -18ZM0 -24C-12 -36 -22 -33 -25 -29C-18 -20 -8 -19 0 -24ZM0 -33C4 -48 12 -50 16 -49C14 -40 8 -33 0 -33Z', { fill: '#6da544' })}${path('M0 -33C-6 -46 -12 -48 -15 -46C-13 -38 -8 -33 0 -33Z', { fill: '#3f7f3a' })}</g>`;
}
