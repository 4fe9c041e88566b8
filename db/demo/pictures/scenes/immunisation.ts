import { drawBeam } from '../beam.ts';
import { pot } from '../buildings.ts';
import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, oval, path, pathOf, shadow } from '../shapes.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#d4e08a', middle: '#8fbf6a', shade: '#5a9a62' };

/** A nurse prepares a child for an injection, mother beside. */
export async function immunisation(): Promise<Buffer> {
  const name = 'immunisation';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const room = [
    box(0, 0, WIDTH, 800, { fill: 'url(#wall)' }),
    box(0, 560, WIDTH, 240, { fill: '#8fc4b4' }),
    box(0, 552, WIDTH, 10, { fill: '#f6f2e4' }),
    box(0, 780, WIDTH, 300, { fill: 'url(#floor)' }),
    box(120, 150, 220, 280, { fill: '#fbf7ea' }),
    path(
      curveOf([
        [160, 390],
        [190, 350],
        [220, 320],
        [260, 270],
        [310, 200],
      ]),
      { stroke: '#2f8a72', width: 6 },
    ),
    path(
      curveOf([
        [160, 400],
        [200, 372],
        [240, 344],
        [310, 280],
      ]),
      { stroke: '#e0a12e', width: 6 },
    ),
    box(150, 180, 4, 226, { fill: '#7a8a86' }),
    box(150, 404, 170, 4, { fill: '#7a8a86' }),
    ...[0, 1, 2, 3].map((flag) =>
      path(
        pathOf([
          [430 + flag * 150, 90],
          [530 + flag * 150, 90],
          [480 + flag * 150, 170],
        ]),
        { fill: ['#e0a12e', '#c8432f', '#2f8a72', '#35577e'][flag] ?? '#e0a12e' },
      ),
    ),
    path(
      curveOf([
        [400, 84],
        [720, 104],
        [1060, 84],
      ]),
      { stroke: '#8a7a5a', width: 4 },
    ),
    box(90, 500, 330, 300, { fill: '#fbf7ea' }),
    box(90, 500, 330, 18, { fill: '#c9d3c6' }),
    box(110, 540, 290, 110, { fill: '#dfe6da' }),
    box(110, 664, 290, 110, { fill: '#dfe6da' }),
    box(230, 586, 50, 10, { fill: '#8fa39a' }),
    box(230, 710, 50, 10, { fill: '#8fa39a' }),
    box(130, 436, 120, 66, { fill: '#35577e' }, 8),
    box(142, 424, 96, 16, { fill: '#fbf7ea' }, 4),
    ...[276, 300, 324, 348].map(
      (x, index) =>
        box(x, 462, 16, 40, { fill: ['#e6f0ea', '#cfe8e2', '#e6f0ea', '#f2d9a0'][index] ?? '#e6f0ea' }, 3) +
        box(x + 2, 454, 12, 10, { fill: '#c8432f' }, 2),
    ),
  ].join('');
  const outside =
    box(1120, 130, 340, 300, { fill: '#d6ecea' }) +
    canopy(chance, row(chance, [1150, 360], [1430, 340], 50, 20), { from: 40, to: 62 }, leaves, 1) +
    box(1120, 400, 340, 30, { fill: '#8fbf6a' });
  const blind =
    ['#fbf7ea', '#e9e2cc'].map((colour, index) => box(1060 + index * 400, 110, 70, 350, { fill: colour })).join('') +
    [1120, 1230, 1344, 1456].map((x) => box(x, 130, 7, 300, { fill: '#fbf7ea' })).join('') +
    box(1120, 250, 340, 7, { fill: '#fbf7ea' }) +
    box(1096, 430, 388, 16, { fill: '#fbf7ea' });
  await drawShapes(
    canvas,
    `<defs>${gradient('wall', ['#f2ead0', '#e2d9b8'])}${gradient('floor', ['#d9cdb0', '#b5a888', '#8f8368'])}</defs>${room}${outside}${blind}`,
    1,
  );
  await drawBeam(canvas, name, { x: 1420, top: 150, bottom: 430 }, -0.5, 1100, [255, 244, 208], 0.4);
  const benchTop = [
    shadow(980, 990, 330, 24, 0.5),
    box(700, 800, 560, 30, { fill: '#3f7f86' }, 12),
    box(730, 828, 26, 160, { fill: '#8fa39a' }),
    box(1204, 828, 26, 160, { fill: '#8fa39a' }),
  ].join('');
  await drawShapes(
    canvas,
    [
      benchTop,
      person({
        x: 1120,
        foot: 985,
        height: 610,
        left: true,
        sitting: true,
        head: 'hijab',
        headColour: '#8a5a9a',
        top: '#a370ae',
        bottom: '#5a4a72',
        skirt: true,
        front: { upper: 58, lower: 96 },
        back: { upper: 40, lower: 80 },
        noShadow: true,
      }),
      person({
        x: 930,
        foot: 900,
        height: 400,
        left: true,
        child: true,
        sitting: true,
        head: 'hair',
        top: '#f0b13c',
        bottom: '#35577e',
        shorts: true,
        front: { upper: 16, lower: 30 },
        noShadow: true,
        skin: '#c48d63',
      }),
      person({
        x: 560,
        foot: 1030,
        height: 700,
        head: 'hijab',
        headColour: '#f6f8f4',
        top: '#5aa6a0',
        bottom: '#3f7f7a',
        skirt: true,
        over: 'coat',
        overColour: '#fafaf4',
        front: { upper: 62, lower: 88 },
        back: { upper: 46, lower: 70 },
        carries:
          path('M0 -0.1L1.2 -0.16L1.2 0.08L0 0.12Z', { fill: '#dff0ee' }) +
          path('M1.2 -0.04L1.6 -0.06', { stroke: '#7a8a90', width: 0.05 }) +
          path('M-0.25 0.02L0 0', { stroke: '#7a8a90', width: 0.1 }),
      }),
      path(
        curveOf(
          [
            [846, 782],
            [836, 744],
            [862, 730],
            [884, 752],
          ],
          true,
        ),
        { fill: '#b5703f' },
      ),
      oval(862, 718, 22, 20, { fill: '#c98450' }),
      oval(846, 704, 8, 8, { fill: '#b5703f' }),
      oval(878, 704, 8, 8, { fill: '#b5703f' }),
      pot(1500, 1020, 150, '#b5653f'),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.32, vignette: 0.28, contrast: 0.28 });
}
