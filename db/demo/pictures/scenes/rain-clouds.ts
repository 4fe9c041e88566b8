import { canvasOf, drawShapes, drawVeil, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, hills, row } from '../land.ts';
import { noiseOf } from '../noise.ts';
import { chanceOf } from '../random.ts';
import { box, line, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Dark rain clouds roll over a town by the river. */
export async function rainCloudsOverTown(): Promise<Buffer> {
  const name = 'rain clouds over town';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#2c3a48', '#4d6272', '#8ea0a4', '#e2d3ae'],
    horizon: 760,
    sun: { x: 1280, y: 640, colour: '#ffe9b4', reach: 150 },
  });
  await drawClouds(canvas, {
    name,
    top: -420,
    bottom: 800,
    light: '#8b9aa6',
    shade: '#2b3746',
    amount: 0.95,
    size: 1100,
    side: 0.6,
  });
  await drawClouds(canvas, {
    name: `${name} towering`,
    top: -120,
    bottom: 640,
    light: '#d6dcd8',
    shade: '#3a4756',
    amount: 0.62,
    size: 760,
    side: 0.9,
    cover: 0.85,
  });
  const rain = noiseOf(`${name} rain`);
  await drawVeil(canvas, (x, y) => {
    const slanted = x + y * 0.28;
    const curtain = rain.octaves(slanted / 110, 2, 3) * Math.max(0, 1 - Math.abs(x - 430 + y * 0.2) / 620);
    return {
      colour: [196, 206, 206],
      cover: y < 330 || y > 800 ? 0 : Math.max(0, curtain - 0.1) * 1.1 * Math.min(1, (y - 330) / 200),
    };
  });
  await drawShapes(
    canvas,
    hills(chance, 'w', WIDTH, { left: 720, right: 700, height: 36 }, { y: 830, colour: '#7c8a84' }, '#4d5f66'),
  );
  const roofs: string[] = [];
  for (let depth = 0; depth < 4; depth += 1) {
    const foot = 800 + depth * 78;
    const tone = ['#4a5a60', '#3e4d54', '#334148', '#28343b'][depth] ?? '#28343b';
    roofs.push(
      box(-10, foot - 30, WIDTH + 20, 200, { fill: mix('#46604c', tone, 0.3 + depth * 0.15) }),
      canopy(
        chance,
        row(chance, [-20, foot - 26], [WIDTH + 20, foot - 26], 60 + depth * 14, 18),
        { from: 16 + depth * 8, to: 30 + depth * 13 },
        {
          light: mix('#7f9a72', tone, depth * 0.18),
          middle: mix('#4f6f5a', tone, depth * 0.2),
          shade: mix('#33504a', tone, 0.4),
        },
        1,
      ),
    );
    for (let x = -30; x < WIDTH; x += chance.between(90, 190) + depth * 24) {
      const wide = chance.between(60, 110) * (1 + depth * 0.32);
      const tall = chance.between(34, 58) * (1 + depth * 0.3);
      const roof = chance.pick(['#8a5a48', '#6f7a80', '#7a4a42', '#5a6a72']);
      roofs.push(
        box(x, foot - tall, wide, tall + 40, {
          fill: mix(chance.pick(['#d6c9a8', '#b9c4bc', '#cfae90']), tone, 0.22 + depth * 0.1),
        }),
        path(
          pathOf([
            [x - 12, foot - tall],
            [x + wide * 0.25, foot - tall - wide * 0.3],
            [x + wide * 0.75, foot - tall - wide * 0.3],
            [x + wide + 12, foot - tall],
          ]),
          { fill: mix(roof, tone, 0.18) },
        ),
        path(
          pathOf([
            [x + wide * 0.6, foot - tall],
            [x + wide * 0.55, foot - tall - wide * 0.3],
            [x + wide * 0.75, foot - tall - wide * 0.3],
            [x + wide + 12, foot - tall],
          ]),
          { fill: '#ffe6b0', opacity: 0.2 },
        ),
      );
      if (chance.next() < 0.7)
        roofs.push(box(x + wide * 0.24, foot - tall * 0.6, wide * 0.16, tall * 0.36, { fill: '#ffd98a' }));
      if (chance.next() < 0.5)
        roofs.push(
          box(x + wide * 0.58, foot - tall * 0.6, wide * 0.16, tall * 0.36, { fill: '#ffe3a4', opacity: 0.8 }),
        );
    }
  }
  await drawShapes(
    canvas,
    roofs.join('') +
      box(1120, 560, 26, 300, { fill: '#3a4850' }) +
      path(
        pathOf([
          [1090, 566],
          [1176, 566],
          [1160, 520],
          [1106, 520],
        ]),
        { fill: '#4d5f66' },
      ) +
      oval(1133, 520, 30, 26, { fill: '#5a6e74' }) +
      line(
        [
          [1133, 496],
          [1133, 452],
        ],
        '#3a4850',
        4,
      ),
  );
  await drawMist(canvas, { name, top: 720, bottom: 1090, colour: '#9fb0b0', cover: 0.35 });
  let drops = '';
  for (let index = 0; index < 420; index += 1) {
    const x = chance.between(-60, WIDTH);
    const y = chance.between(0, HEIGHT);
    const long = chance.between(16, 52);
    drops += line(
      [
        [x, y],
        [x - long * 0.28, y + long],
      ],
      '#e6efef',
      chance.between(0.7, 1.8),
      chance.between(0.1, 0.36),
    );
  }
  await drawShapes(canvas, drops);
  return developPicture(canvas, { name, bloom: 0.5, vignette: 0.4, contrast: 0.4 });
}
