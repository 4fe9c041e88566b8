import { pot } from '../buildings.ts';
import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { paper, person } from '../people.ts';
import { box, gradient, line, oval, path, pathOf, pool } from '../shapes.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** A citizen is served at a public counter. */
export async function serviceCounter(): Promise<Buffer> {
  const name = 'service counter';
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const back = [
    box(0, 0, WIDTH, 760, { fill: 'url(#wall)' }),
    box(0, 0, WIDTH, 70, { fill: '#e9e4d4' }),
    ...[180, 620, 1060, 1500].map((x) => box(x - 120, 40, 240, 14, { fill: '#fffbe8' })),
    box(0, 150, WIDTH, 96, { fill: '#1f6b5c' }),
    box(0, 246, WIDTH, 8, { fill: '#d9a43a' }),
    ...[240, 640, 1040, 1440].map(
      (x) =>
        `${oval(x, 198, 34, 34, { fill: '#fbf7ea' })}${path(
          pathOf([
            [x - 12, 184],
            [x + 12, 184],
            [x + 12, 212],
            [x - 12, 212],
          ]),
          { fill: '#1f6b5c' },
        )}${box(x - 7, 190, 14, 3, { fill: '#fbf7ea' })}${box(x - 7, 197, 14, 3, { fill: '#fbf7ea' })}${box(x - 7, 204, 9, 3, { fill: '#fbf7ea' })}`,
    ),
    box(70, 300, 300, 190, { fill: '#f6f2e4' }),
    ...[0, 1, 2, 3, 4].map((item) =>
      box(92, 324 + item * 32, item === 0 ? 150 : 250, 12, { fill: item === 0 ? '#1f6b5c' : '#c9cfc4' }),
    ),
    box(1260, 300, 250, 160, { fill: '#26383c' }, 6),
    box(1272, 312, 226, 136, { fill: '#3f8a86' }),
    box(1290, 330, 90, 60, { fill: '#fbf7ea', opacity: 0.9 }),
    box(1396, 330, 84, 12, { fill: '#fbf7ea', opacity: 0.7 }),
    box(1396, 352, 60, 12, { fill: '#fbf7ea', opacity: 0.5 }),
    box(0, 740, WIDTH, 340, { fill: 'url(#floor)' }),
    ...Array.from({ length: 9 }, (_, index) =>
      line(
        [
          [index * 300 - 600, 1080],
          [index * 170 + 80, 742],
        ],
        '#a8a08c',
        2,
        0.6,
      ),
    ),
    ...[820, 900, 1000].map((y) =>
      line(
        [
          [0, y],
          [WIDTH, y],
        ],
        '#a8a08c',
        2,
        0.5,
      ),
    ),
  ].join('');
  await drawShapes(
    canvas,
    `<defs>${gradient('wall', ['#e6e9da', '#cdd6c6'])}${gradient('floor', ['#d9d2bf', '#bfb6a0', '#9a917c'])}${pool('light', '#fff4d0', 0.6)}</defs>${back}${[180, 620, 1060, 1500].map((x) => oval(x, 60, 320, 240, { fill: 'url(#light)' })).join('')}`,
    1.5,
  );
  const officer = (x: number, headwear: 'hijab' | 'peci' | 'hair', colour: string) =>
    person({
      x,
      foot: 900,
      height: 470,
      head: headwear,
      headColour: colour,
      top: '#a8935a',
      bottom: '#6a5c38',
      left: x > 800,
      front: { upper: 38, lower: 88 },
      back: { upper: 30, lower: 80 },
      noShadow: true,
    });
  const counters: string[] = [];
  for (const x of [60, 580, 1100]) {
    counters.push(
      box(x - 6, 640, 452, 282, { fill: 'url(#desk)' }),
      box(x - 6, 904, 452, 18, { fill: '#8a8270' }),
      box(x, 690, 440, 16, { fill: '#1f6b5c' }),
      box(x, 712, 440, 5, { fill: '#d9a43a' }),
      path(
        pathOf([
          [x - 16, 612],
          [x + 456, 612],
          [x + 470, 644],
          [x - 30, 644],
        ]),
        { fill: '#8a5c38' },
      ),
      box(x - 30, 644, 500, 14, { fill: '#5c3a22' }),
    );
    counters.push(
      path(
        pathOf([
          [x + 296, 612],
          [x + 404, 612],
          [x + 394, 534],
          [x + 306, 534],
        ]),
        { fill: '#2b3436' },
      ),
      box(x + 340, 606, 24, 14, { fill: '#2b3436' }),
      box(x + 40, 598, 80, 14, { fill: '#fbf7ea' }),
      box(x + 46, 590, 80, 10, { fill: '#e2d9bd' }),
    );
  }
  await drawShapes(
    canvas,
    `<defs>${gradient('desk', ['#fbf7ea', '#cfc7b2'])}</defs>${officer(210, 'hijab', '#7a6a3a')}${officer(730, 'hair', '#1f1a1c')}${officer(1270, 'hijab', '#35577e')}${counters.join('')}`,
  );
  await drawShapes(
    canvas,
    [
      person({
        x: 960,
        foot: 1030,
        height: 560,
        left: true,
        head: 'hijab',
        headColour: '#b0526a',
        top: '#c9607a',
        bottom: '#3f4a66',
        skirt: true,
        front: { upper: 54, lower: 92 },
        back: { upper: 16, lower: 20 },
        carries: paper,
      }),
      person({
        x: 1090,
        foot: 1036,
        height: 330,
        left: true,
        child: true,
        head: 'hair',
        top: '#f0b13c',
        bottom: '#35577e',
        shorts: true,
        front: { upper: 20, lower: 40 },
      }),
      person({
        x: 330,
        foot: 1010,
        height: 520,
        head: 'peci',
        headColour: '#22252c',
        top: '#4b8ab0',
        bottom: '#41485a',
        left: true,
        front: { upper: 50, lower: 88 },
        carries: paper,
        over: 'batik',
        overColour: '#d9e6ea',
      }),
      pot(1530, 1030, 150, '#b5653f'),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.3, vignette: 0.28, contrast: 0.25 });
}
