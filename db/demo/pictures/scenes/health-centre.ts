import { hippedRoof, paneWindow, pot, ridgeHorns } from '../buildings.ts';
import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, crown, grass, hills, palm, row } from '../land.ts';
import { paper, person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#b9cf62', middle: '#559550', shade: '#1f5f48' };

/** A village health centre in the morning, people arriving. */
export async function healthCentre(): Promise<Buffer> {
  const name = 'health centre';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#5a9fca', '#a6d2e0', '#f8f0d4'],
    horizon: 640,
    sun: { x: 200, y: 200, colour: '#fff8df', reach: 230 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 470,
    light: '#ffffff',
    shade: '#a5c2d2',
    amount: 0.5,
    size: 440,
    side: -0.8,
  });
  await drawShapes(
    canvas,
    hills(chance, 'h', WIDTH, { left: 520, right: 480, height: 40 }, { y: 720, colour: '#cfe0c6' }, '#86b3a6') +
      canopy(chance, row(chance, [-20, 640], [WIDTH + 20, 630], 60, 14), { from: 40, to: 76 }, leaves) +
      palm(chance, 1480, 700, 330, leaves, '#8b7a5c') +
      palm(chance, 60, 700, 280, leaves, '#8b7a5c'),
  );
  const wall = '#f4f0e2';
  const front = [
    box(240, 520, 1060, 300, { fill: 'url(#wall)' }),
    box(240, 760, 1060, 60, { fill: '#2f8a72' }),
    hippedRoof(240, 526, 1060, 130, '#b8573c', 44),
    ...[290, 420, 1010, 1140].map((x) => paneWindow(x, 590, 92, 110, '#2f8a72', '#3f6470', 3)),
    box(560, 500, 420, 330, { fill: mix(wall, '#ffffff', 0.4) }),
    path(
      pathOf([
        [530, 506],
        [770, 380],
        [1010, 506],
      ]),
      { fill: '#a64b34' },
    ),
    path(
      pathOf([
        [578, 498],
        [770, 400],
        [962, 498],
      ]),
      { fill: '#fbf7ea' },
    ),
    box(754, 424, 32, 66, { fill: '#2f8a72' }),
    box(737, 441, 66, 32, { fill: '#2f8a72' }),
    box(530, 500, 480, 14, { fill: '#e2c16a' }),
    box(640, 580, 260, 240, { fill: '#35525a' }),
    box(640, 580, 126, 240, { fill: '#4c727a' }),
    path(
      pathOf([
        [650, 590],
        [740, 590],
        [680, 820],
        [650, 820],
      ]),
      { fill: '#ffffff', opacity: 0.2 },
    ),
    box(764, 580, 8, 240, { fill: '#e9e4d2' }),
    ...[586, 936].map(
      (x) => box(x, 514, 26, 306, { fill: '#e9e4d2' }) + box(x + 16, 514, 10, 306, { fill: '#b9b6a6' }),
    ),
    ridgeHorns(770, 384, 34, '#8a6a2e'),
    path(
      pathOf([
        [560, 820],
        [980, 820],
        [1030, 862],
        [510, 862],
      ]),
      { fill: '#d6cfbd' },
    ),
    path(
      pathOf([
        [980, 838],
        [1200, 890],
        [1150, 890],
        [960, 848],
      ]),
      { fill: '#bfb8a6' },
    ),
    line(
      [
        [985, 790],
        [1200, 838],
      ],
      '#8f9a94',
      6,
    ),
    line(
      [
        [1040, 802],
        [1040, 856],
      ],
      '#8f9a94',
      5,
    ),
    line(
      [
        [1120, 820],
        [1120, 872],
      ],
      '#8f9a94',
      5,
    ),
  ].join('');
  await drawShapes(
    canvas,
    `<defs>${gradient('wall', ['#fbf8ec', '#ddd8c6'])}${gradient('yard', ['#cfc4a4', '#b5a784', '#8f8566'])}</defs>${box(0, 790, WIDTH, 300, { fill: 'url(#yard)' })}${path(
      pathOf([
        [0, 800],
        [240, 800],
        [150, 1067],
        [0, 1067],
      ]),
      { fill: '#7ba356' },
    )}${path(
      pathOf([
        [1300, 800],
        [1600, 800],
        [1600, 1067],
        [1480, 1067],
      ]),
      { fill: '#7ba356' },
    )}${front}${pot(530, 850, 76, '#b5653f')}${pot(1012, 848, 70, '#b5653f')}${canopy(chance, row(chance, [245, 812], [500, 812], 34, 4), { from: 18, to: 28 }, leaves)}${canopy(chance, row(chance, [1210, 812], [1320, 812], 34, 4), { from: 18, to: 28 }, leaves)}`,
  );
  await drawShapes(
    canvas,
    [
      person({
        x: 700,
        foot: 862,
        height: 200,
        head: 'hijab',
        headColour: '#f4f7f4',
        top: '#f4f7f4',
        bottom: '#f4f7f4',
        skirt: true,
        front: { upper: 50, lower: 92 },
        left: false,
        carries: paper,
      }),
      person({
        x: 470,
        foot: 968,
        height: 300,
        head: 'hijab',
        headColour: '#c0617a',
        top: '#8a4a7a',
        bottom: '#5a3a5e',
        skirt: true,
        front: { upper: 44, lower: 96 },
        back: { upper: 40, lower: 84 },
        carries: baby,
      }),
      person({
        x: 392,
        foot: 970,
        height: 190,
        head: 'hair',
        child: true,
        top: '#f0b13c',
        bottom: '#35577e',
        shorts: true,
        front: { upper: 60, lower: 64 },
      }),
      person({
        x: 1110,
        foot: 980,
        height: 300,
        left: true,
        head: 'peci',
        headColour: '#22252c',
        top: '#e9e2cf',
        bottom: '#6a4a36',
        skirt: true,
        front: { upper: 24, lower: 14 },
        carries: path('M0 -0.4L0.1 2.4', { stroke: '#6a4a2e', width: 0.18 }),
      }),
      person({
        x: 1200,
        foot: 972,
        height: 290,
        left: true,
        head: 'cap',
        headColour: '#35577e',
        top: '#4b8ab0',
        bottom: '#3d4450',
        front: { upper: 60, lower: 40 },
        stride: 0.6,
      }),
    ].join(''),
  );
  await drawShapes(
    canvas,
    crown(chance, 1590, 560, 210, leaves) +
      path(
        curveOf([
          [1600, 560],
          [1580, 800],
          [1596, 1080],
        ]),
        { stroke: '#6f5a42', width: 56 },
      ) +
      grass(chance, 1420, 1640, 1085, 90, ['#4c8a3f', '#2f6a3a', '#86ad4c'], 110) +
      grass(chance, -20, 200, 1085, 90, ['#4c8a3f', '#2f6a3a', '#86ad4c'], 110),
  );
  return developPicture(canvas, { name, bloom: 0.28, vignette: 0.22, contrast: 0.28 });
}

const baby =
  path('M-0.9 -0.6C-0.8 -1.2 0.4 -1.3 0.6 -0.6C0.6 0 -0.8 0.3 -0.9 -0.6Z', { fill: '#f6e3b0' }) +
  oval(0.35, -1.0, 0.42, 0.42, { fill: '#b97f56' }) +
  path('M-0.05 -1.1C0 -1.6 0.7 -1.6 0.76 -1.1C0.5 -1.25 0.2 -1.25 -0.05 -1.1Z', { fill: '#1f1a1c' });
