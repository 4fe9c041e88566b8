import { drawBeam } from '../beam.ts';
import { pot } from '../buildings.ts';
import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, row } from '../land.ts';
import { openBook, person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, line, path, pathOf, shadow } from '../shapes.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#d4e08a', middle: '#8fbf6a', shade: '#5a9a62' };

/** A public library with tall shelves, readers by the window. */
export async function libraryByTheWindow(): Promise<Buffer> {
  const name = 'library by the window';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const room = [
    box(0, 0, WIDTH, 800, { fill: 'url(#wall)' }),
    box(0, 790, WIDTH, 300, { fill: 'url(#floor)' }),
    ...Array.from({ length: 12 }, (_, index) =>
      line(
        [
          [index * 220 - 500, 1080],
          [index * 130 + 30, 792],
        ],
        '#7a4f2e',
        2,
        0.45,
      ),
    ),
    box(1040, 90, 520, 560, { fill: '#fdf4d4' }),
  ];
  await drawShapes(
    canvas,
    `<defs>${gradient('wall', ['#d9c6a0', '#c2a878'])}${gradient('floor', ['#b98a58', '#8a5c38', '#5c3a22'])}</defs>${room.join('')}`,
  );
  await drawShapes(
    canvas,
    box(1052, 100, 496, 540, { fill: '#d9efe6' }) +
      canopy(chance, row(chance, [1050, 470], [1560, 420], 60, 30), { from: 60, to: 100 }, leaves, 1) +
      box(1040, 560, 520, 90, { fill: '#9cc47a' }),
    4,
  );
  const frame = '#6f4a2e';
  const frames = [
    box(1034, 84, 532, 16, { fill: frame }),
    box(1034, 640, 532, 22, { fill: mix(frame, '#ffe6b4', 0.3) }),
    ...[1034, 1164, 1294, 1424, 1552].map((x) => box(x, 84, 14, 566, { fill: frame })),
    box(1034, 300, 532, 10, { fill: frame }),
  ];
  const shelves: string[] = [];
  for (const [x, width, top] of [
    [30, 300, 70],
    [352, 300, 70],
    [674, 300, 70],
  ] as const) {
    shelves.push(
      box(x, top, width, 720, { fill: '#5a3a22' }),
      box(x + 14, top + 14, width - 28, 706, { fill: '#38230f' }),
    );
    for (let level = 0; level < 6; level += 1) {
      const foot = top + 122 + level * 118;
      let at = x + 18;
      while (at < x + width - 34) {
        const wide = chance.between(11, 26);
        const tall = chance.between(70, 98);
        const colour = chance.pick([
          '#b0412f',
          '#2f6f6a',
          '#d9a43a',
          '#35577e',
          '#e6d6b0',
          '#7a3f5a',
          '#4f7f46',
          '#c9743a',
          '#8a9aa6',
        ]);
        if (chance.next() < 0.07) at += 20;
        shelves.push(
          box(at, foot - tall, wide, tall, { fill: colour }, 2),
          box(at, foot - tall, wide * 0.3, tall, { fill: '#fff4d8', opacity: 0.18 }),
          box(at + 2, foot - tall * 0.76, wide - 4, 5, { fill: '#f6ecd0', opacity: 0.8 }),
        );
        at += wide + 1;
      }
      shelves.push(box(x + 8, foot, width - 16, 12, { fill: '#7d5434' }));
    }
  }
  await drawShapes(canvas, frames.join('') + shelves.join('') + pot(1012, 800, 90, '#a65a3a'));
  await drawBeam(canvas, name, { x: 1180, top: 120, bottom: 520 }, -0.34, 1000, [255, 238, 190], 0.5);
  const table = [
    shadow(1120, 1020, 420, 26, 0.6),
    path(
      pathOf([
        [760, 850],
        [1440, 850],
        [1530, 900],
        [690, 900],
      ]),
      { fill: '#c9935a' },
    ),
    box(690, 900, 840, 26, { fill: '#8a5c34' }),
    box(730, 926, 34, 141, { fill: '#6b4426' }),
    box(1456, 926, 34, 141, { fill: '#6b4426' }),
    path('M1180 872L1270 862L1300 880L1210 892Z', { fill: '#35577e' }),
    path('M1176 864L1266 854L1296 872L1206 884Z', { fill: '#d9a43a' }),
  ].join('');
  await drawShapes(
    canvas,
    [
      person({
        x: 510,
        foot: 900,
        height: 430,
        left: true,
        head: 'hijab',
        headColour: '#c9a05a',
        top: '#7a5a8a',
        bottom: '#4a3a5a',
        skirt: true,
        front: { upper: 120, lower: 160 },
        back: { upper: 20, lower: 60 },
      }),
      person({
        x: 900,
        foot: 990,
        height: 470,
        sitting: true,
        head: 'long_hair',
        top: '#c0574a',
        bottom: '#35455a',
        front: { upper: 40, lower: 96 },
        back: { upper: 34, lower: 90 },
        carries: openBook,
        noShadow: true,
      }),
      person({
        x: 1390,
        foot: 990,
        height: 450,
        left: true,
        sitting: true,
        head: 'hair',
        top: '#4f8a9a',
        bottom: '#3d3d44',
        front: { upper: 40, lower: 92 },
        carries: openBook,
        noShadow: true,
      }),
      table,
      person({
        x: 250,
        foot: 960,
        height: 320,
        child: true,
        head: 'hijab',
        headColour: '#f6f2e6',
        top: '#f6f2e6',
        bottom: '#b3262e',
        skirt: true,
        front: { upper: 42, lower: 100 },
        back: { upper: 36, lower: 90 },
        carries: openBook,
      }),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.45, vignette: 0.4, contrast: 0.3 });
}
