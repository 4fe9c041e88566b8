import { afloat, klotok, riverFerry, wake } from '../boats.ts';
import { type Canvas, canvasOf, drawShapes, mix, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { broadLeaves, canopy, hills, palm, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, line, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** A two-deck river ferry leaves the jetty on a clear morning. */
export async function riverFerryInTheMorning(): Promise<Buffer> {
  const name = 'river ferry in the morning';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 520;
  drawSky(canvas, {
    colours: ['#4f93c4', '#86bcd9', '#c4dfe2', '#f3ead0'],
    horizon: shore,
    sun: { x: 260, y: 250, colour: '#fff6dc', reach: 260 },
  });
  await drawClouds(canvas, {
    name,
    top: 10,
    bottom: 420,
    light: '#ffffff',
    shade: '#9fb8c8',
    amount: 0.5,
    size: 520,
    side: -0.8,
    cover: 0.9,
  });
  const greens = { light: '#a9bf6a', middle: '#5f8f57', shade: '#2f5f4b' };
  await drawShapes(
    canvas,
    hills(chance, 'blue', WIDTH, { left: 430, right: 396, height: 40 }, { y: shore, colour: '#cfdcd0' }, '#7fa6b0'),
  );
  await drawMist(canvas, { name, top: 400, bottom: shore + 10, colour: '#eef1e4', cover: 0.6 });
  const bank = canopy(
    chance,
    row(chance, [-20, shore - 26], [WIDTH + 20, shore - 22], 40, 8),
    { from: 26, to: 50 },
    greens,
  );
  const palms = [120, 210, 640, 1180, 1290, 1500]
    .map((x) => palm(chance, x, shore, chance.between(90, 140), greens, '#8b7a5c'))
    .join('');
  await drawShapes(
    canvas,
    palms +
      bank +
      bankHouses(shore, name) +
      canopy(chance, row(chance, [-20, shore - 4], [WIDTH + 20, shore - 2], 46, 5), { from: 10, to: 20 }, greens),
  );
  drawWater(canvas, {
    name,
    from: shore,
    deep: rgb('#6b7a52'),
    glint: rgb('#fff8df'),
    rough: 0.9,
    mirror: 0.8,
    path: 0.16,
  });
  const ferry = riverFerry({ hull: '#1f6b5c', cabin: '#f6f0dd', roof: '#d9a43a', glass: '#35525a' });
  await drawShapes(
    canvas,
    afloat(900, 742, 1.5, ferry) + wake(560, 756, 620, '#fffbe8') + wake(560, 772, 420, '#fffbe8'),
  );
  await drawShapes(
    canvas,
    afloat(330, 640, 0.55, klotok({ hull: '#8f4a32', roof: '#46707c', stripe: '#f0d9a0' })) +
      afloat(1420, 600, 0.36, klotok({ hull: '#345d86', roof: '#a8763f', stripe: '#f6f0dd' }), true),
  );
  await drawShapes(canvas, jetty(canvas));
  await drawShapes(
    canvas,
    broadLeaves(chance, 1620, 1090, 380, { light: '#a9c46a', middle: '#4f8a4d', shade: '#1f4d3a' }, 16, {
      from: -3.1,
      to: -1.5,
    }),
    4,
  );
  return developPicture(canvas, { name, bloom: 0.3, vignette: 0.25, contrast: 0.3 });
}

function bankHouses(shore: number, name: string): string {
  const chance = chanceOf(`${name} houses`);
  const parts: string[] = [];
  for (const x of [330, 410, 470, 800, 880, 1010, 1380, 1440]) {
    const wide = chance.between(46, 76);
    const tall = chance.between(22, 30);
    const wall = chance.pick(['#e6d3ac', '#c7d7cf', '#d9b48a', '#bcc9b0']);
    const top = shore - tall - 14;
    parts.push(
      box(x, top, wide, tall, { fill: wall }),
      box(x + wide * 0.62, top, wide * 0.38, tall, { fill: '#2a3a36', opacity: 0.2 }),
    );
    parts.push(
      path(
        pathOf([
          [x - 8, top + 2],
          [x + wide * 0.3, top - 20],
          [x + wide * 0.75, top - 20],
          [x + wide + 8, top + 2],
        ]),
        { fill: chance.pick(['#9c5a41', '#7f8c8f', '#8a6a4e']) },
      ),
    );
    parts.push(
      box(x + wide * 0.18, top + 8, 9, 10, { fill: '#4a5a52' }),
      box(x + wide * 0.5, top + 8, 10, tall - 8, { fill: '#5a4a3a' }),
    );
    for (let stilt = 0; stilt <= 3; stilt += 1)
      parts.push(box(x + (wide / 3) * stilt - 2, shore - 14, 4, 18, { fill: '#4e4436' }));
  }
  return parts.join('');
}

function jetty(canvas: Canvas): string {
  const wood = '#8a6a48';
  const parts: string[] = [];
  const y = 905;
  for (const x of [40, 190, 340, 490, 620])
    parts.push(
      box(x, y, 22, 190, { fill: mix(wood, '#1a120a', 0.55) }),
      box(x, y, 8, 190, { fill: mix(wood, '#1a120a', 0.25) }),
    );
  parts.push(
    path(
      pathOf([
        [-10, y - 30],
        [600, y - 30],
        [690, y + 10],
        [-10, y + 26],
      ]),
      { fill: 'url(#planks)' },
    ),
  );
  for (let x = 0; x < 640; x += 30)
    parts.push(
      line(
        [
          [x, y - 30],
          [x + 30 * (x / 600), y + 22],
        ],
        mix(wood, '#1a120a', 0.5),
        2,
        0.7,
      ),
    );
  parts.push(
    path(
      pathOf([
        [-10, y + 26],
        [690, y + 10],
        [690, y + 26],
        [-10, y + 46],
      ]),
      { fill: mix(wood, '#1a120a', 0.5) },
    ),
  );
  for (const x of [60, 250, 430, 580]) {
    parts.push(
      box(x, y - 108, 14, 82, { fill: wood }),
      box(x + 8, y - 108, 6, 82, { fill: mix(wood, '#000000', 0.35) }),
    );
  }
  parts.push(
    path(
      pathOf([
        [-10, y - 104],
        [594, y - 96],
        [594, y - 84],
        [-10, y - 90],
      ]),
      { fill: mix(wood, '#fff0cc', 0.25) },
    ),
  );
  parts.push(
    path('M584 880C600 910 640 930 690 900', { stroke: '#e9dcb8', width: 5 }),
    oval(canvas.width * 0.4, y - 20, 0, 0, { fill: wood }),
  );
  return `<defs>${gradient('planks', [mix(wood, '#fff0cc', 0.35), wood])}</defs>${parts.join('')}`;
}
