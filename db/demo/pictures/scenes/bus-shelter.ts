import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, row } from '../land.ts';
import { paper, person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, oval, path, pathOf, shadow } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#c6d862', middle: '#4f9a55', shade: '#1d6a52' };

/** A low-floor bus at a shelter; one passenger uses a wheelchair. */
export async function busAtShelter(): Promise<Buffer> {
  const name = 'bus at shelter';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#6aa8d6', '#b6dbe6', '#fbefcf'],
    horizon: 560,
    sun: { x: 300, y: 180, colour: '#fff8e0', reach: 240 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 400,
    light: '#ffffff',
    shade: '#b0cbda',
    amount: 0.44,
    size: 420,
    side: -0.7,
  });
  const town: string[] = [];
  for (let x = -20; x < WIDTH; x += chance.between(90, 150)) {
    const tall = chance.between(110, 260);
    const wide = chance.between(90, 160);
    const wall = chance.pick(['#c9d6d6', '#dccfb4', '#c3cfc0', '#d6c0ae']);
    town.push(
      box(x, 620 - tall, wide, tall, { fill: wall }),
      box(x + wide * 0.7, 620 - tall, wide * 0.3, tall, { fill: '#35455a', opacity: 0.12 }),
    );
    for (let floor = 0; floor < tall / 34 - 1; floor += 1)
      for (let pane = 0; pane < 4; pane += 1)
        town.push(
          box(x + 12 + pane * (wide / 4.4), 620 - tall + 14 + floor * 34, 12, 16, { fill: '#7f9aa6', opacity: 0.7 }),
        );
  }
  await drawShapes(canvas, town.join(''), 1.5);
  await drawMist(canvas, { name, top: 380, bottom: 640, colour: '#fbf0d2', cover: 0.5 });
  await drawShapes(
    canvas,
    `<defs>${gradient('road', ['#8a9090', '#5d6464'])}${gradient('walk', ['#d9d0bc', '#b3a991'])}</defs>${canopy(chance, row(chance, [-20, 590], [WIDTH + 20, 590], 90, 12), { from: 40, to: 70 }, leaves)}${box(0, 640, WIDTH, 290, { fill: 'url(#road)' })}${box(0, 640, WIDTH, 10, { fill: '#e2d9c4' })}${[60, 360, 660, 960, 1260, 1560].map((x) => box(x, 716, 150, 9, { fill: '#f4ecd0' })).join('')}${box(0, 900, WIDTH, 190, { fill: 'url(#walk)' })}${box(0, 892, WIDTH, 14, { fill: '#f0e9d8' })}${box(0, 960, WIDTH, 26, { fill: '#e0b12e' })}${Array.from({ length: 54 }, (_, dot) => oval(16 + dot * 30, 973, 6, 4, { fill: '#b98c1e' })).join('')}`,
  );
  const bus = [
    shadow(930, 886, 560, 22, 0.7),
    box(390, 410, 1090, 446, { fill: 'url(#bus)' }, 36),
    box(390, 410, 1090, 60, { fill: '#f6f2e4' }, 30),
    box(390, 446, 1090, 26, { fill: '#f6f2e4' }),
    box(414, 480, 1040, 168, { fill: '#2b3d42' }, 14),
    path(
      pathOf([
        [430, 486],
        [700, 486],
        [580, 644],
        [430, 644],
      ]),
      { fill: '#ffffff', opacity: 0.12 },
    ),
    path(
      pathOf([
        [1050, 486],
        [1240, 486],
        [1120, 644],
        [960, 644],
      ]),
      { fill: '#ffffff', opacity: 0.1 },
    ),
    box(390, 690, 1090, 16, { fill: '#d9a43a' }),
    path('M390 760C640 700 900 830 1480 720L1480 776C900 880 640 750 390 812Z', { fill: '#f6f2e4', opacity: 0.22 }),
    ...[640, 850, 1240].map((x) => box(x, 480, 9, 168, { fill: '#1a6a58' })),
    box(900, 470, 190, 390, { fill: '#35525a' }, 8),
    box(990, 470, 8, 390, { fill: '#1a6a58' }),
    box(912, 484, 70, 350, { fill: '#7fa6a8', opacity: 0.55 }),
    box(1006, 484, 70, 350, { fill: '#7fa6a8', opacity: 0.55 }),
    ...[560, 1300].map(
      (x) =>
        oval(x, 850, 62, 62, { fill: '#22272a' }) +
        oval(x, 850, 30, 30, { fill: '#aab3b0' }) +
        oval(x, 850, 10, 10, { fill: '#5d6464' }),
    ),
    box(1446, 700, 30, 34, { fill: '#fff2c0' }, 6),
    box(1180, 424, 240, 32, { fill: '#22272a' }, 5),
    ...[0, 1, 2, 3, 4, 5].map((bar) => box(1196 + bar * 36, 434, 24, 12, { fill: '#f0b13c' })),
    ...[480, 560, 720, 790, 1160, 1330].map(
      (x) =>
        oval(x, 590, 20, 23, { fill: '#1a2428' }) +
        path(
          curveOf([
            [x - 38, 648],
            [x - 24, 616],
            [x + 24, 616],
            [x + 38, 648],
          ]),
          { fill: '#1a2428' },
        ),
    ),
  ].join('');
  const ramp =
    path(
      pathOf([
        [910, 856],
        [1080, 856],
        [1110, 926],
        [890, 926],
      ]),
      { fill: '#c3cac6' },
    ) +
    path(
      pathOf([
        [910, 856],
        [1080, 856],
        [1084, 868],
        [906, 868],
      ]),
      { fill: '#e0b12e' },
    );
  const shelter = [
    box(90, 470, 18, 470, { fill: '#4a5a5e' }),
    box(350, 470, 18, 470, { fill: '#4a5a5e' }),
    path(
      pathOf([
        [40, 470],
        [70, 420],
        [430, 420],
        [430, 470],
      ]),
      { fill: '#c9743a' },
    ),
    box(40, 466, 392, 14, { fill: '#8a4a26' }),
    box(108, 520, 242, 260, { fill: '#d6ece8', opacity: 0.45 }),
    box(130, 850, 200, 14, { fill: '#a9794c' }),
    box(150, 864, 10, 76, { fill: '#4a5a5e' }),
    box(300, 864, 10, 76, { fill: '#4a5a5e' }),
  ].join('');
  const wheelchair = `<g transform="translate(720 1040)">${shadow(10, 4, 96, 12, 0.6)}${oval(0, -66, 64, 64, { stroke: '#2b3436', width: 9 })}${oval(0, -66, 52, 52, { stroke: '#9aa7a4', width: 3 })}${oval(86, -20, 20, 20, { stroke: '#2b3436', width: 8 })}${line(
    [
      [-36, -210],
      [-30, -116],
      [66, -112],
      [92, -22],
      [120, -20],
    ],
    '#2b3436',
    8,
  )}${box(-30, -126, 96, 14, { fill: '#35577e' }, 6)}</g>`;
  await drawShapes(
    canvas,
    `<defs>${gradient('bus', ['#2f9a80', '#1a6a58'])}</defs>${bus}${ramp}${shelter}${person({ x: 190, foot: 975, height: 410, sitting: true, head: 'hijab', headColour: '#8a5a9a', top: '#a370ae', bottom: '#5a4a72', skirt: true, front: { upper: 30, lower: 80 }, noShadow: true })}${person({ x: 420, foot: 990, height: 400, head: 'hair', top: '#f4f0e2', bottom: '#35455a', front: { upper: 30, lower: 100 }, stride: 0.4, carries: paper })}${person({ x: 560, foot: 1050, height: 440, head: 'cap', headColour: '#1a6a58', top: '#2f8a72', bottom: '#2b3d42', front: { upper: 48, lower: 74 }, stride: 0.6, over: 'vest', overColour: '#e0a12e' })}${person({ x: 716, foot: 1050, height: 500, sitting: true, head: 'hair', top: '#c8523a', bottom: '#41485a', front: { upper: 30, lower: 70 }, noShadow: true })}${wheelchair}${person({ x: 1380, foot: 1040, height: 420, left: true, head: 'peci', headColour: '#22252c', top: '#e9dcc0', bottom: '#4a4038', front: { upper: 16, lower: 12 }, stride: 0.8 })}`,
  );
  return developPicture(canvas, { name, bloom: 0.28, vignette: 0.26, contrast: 0.28 });
}
