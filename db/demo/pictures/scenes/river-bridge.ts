import { afloat, dugout, klotok, wake } from '../boats.ts';
import { type Canvas, canvasOf, drawShapes, mix, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { broadLeaves, canopy, grass, hills, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, line, oval, type Point, path, pathOf, pool } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** An arched bridge over the wide river in the last light. */
export async function riverBridgeAtDusk(): Promise<Buffer> {
  const name = 'river bridge at dusk';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 640;
  drawSky(canvas, {
    colours: ['#23345f', '#54538a', '#b46a86', '#f0986a', '#fdcf86'],
    horizon: shore,
    sun: { x: 1130, y: 560, colour: '#ffe2a0', reach: 230, disc: 44 },
  });
  await drawClouds(canvas, {
    name,
    top: 60,
    bottom: 520,
    light: '#ffb98a',
    shade: '#7a4f7f',
    amount: 0.5,
    size: 420,
    side: 0.6,
    cover: 0.8,
  });
  const far = hills(
    chance,
    'far',
    WIDTH,
    { left: 560, right: 540, height: 34 },
    { y: shore, colour: '#d98a6c' },
    '#8a5f7c',
  );
  const near = hills(
    chance,
    'near',
    WIDTH,
    { left: 596, right: 600, height: 16 },
    { y: shore + 8, colour: '#4a3350' },
    '#5a3f5e',
  );
  await drawShapes(canvas, far + near + farTown(canvas, shore, name));
  await drawShapes(canvas, archBridge(shore));
  drawWater(canvas, {
    name,
    from: shore,
    deep: rgb('#2b2f52'),
    glint: rgb('#ffd99a'),
    rough: 0.8,
    mirror: 0.95,
    path: 0.706,
  });
  const hull = { hull: '#2c2233', roof: '#3d2c3d', stripe: '#c98b6a' };
  await drawShapes(
    canvas,
    afloat(520, 742, 0.72, klotok(hull)) +
      wake(410, 744, 220, '#f4b98c') +
      afloat(1240, 698, 0.34, klotok(hull), true) +
      afloat(930, 830, 1.0, dugout('#241d2b')),
  );
  await drawShapes(
    canvas,
    grass(chance, -40, 760, 1090, 170, ['#15151f', '#1c1a28', '#221d2d'], 260) +
      broadLeaves(chance, 40, 1080, 300, { light: '#3a2f3f', middle: '#231d2c', shade: '#17151f' }, 14, {
        from: -1.7,
        to: -0.1,
      }),
    2.5,
  );
  return developPicture(canvas, { name, bloom: 0.5, vignette: 0.45, contrast: 0.3 });
}

function farTown(canvas: Canvas, shore: number, name: string): string {
  const chance = chanceOf(`${name} town`);
  const parts: string[] = [];
  for (let x = 20; x < canvas.width; x += chance.between(26, 70)) {
    const tall = chance.between(14, 46);
    const wide = chance.between(24, 60);
    parts.push(box(x, shore - tall, wide, tall + 4, { fill: mix('#4a3350', '#3a2b48', chance.next()) }));
    for (let lamp = 0; lamp < 3; lamp += 1) {
      if (chance.next() < 0.55)
        parts.push(
          box(x + chance.between(3, wide - 6), shore - tall + chance.between(5, tall * 0.7), 3.4, 4.4, {
            fill: '#ffd68a',
          }),
        );
    }
  }
  const trees = row(chance, [0, shore - 6], [canvas.width, shore - 4], 34, 6);
  parts.push(canopy(chance, trees, { from: 12, to: 24 }, { light: '#6d4a5c', middle: '#4b3350', shade: '#342741' }, 1));
  return parts.join('');
}

function archBridge(shore: number): string {
  const deck = (x: number) => shore - 96 - 26 * (1 - ((x - 800) / 900) ** 2);
  const steel = '#3b2a45';
  const lit = '#e9976f';
  const parts: string[] = [];
  for (const x of [120, 330, 1270, 1480]) {
    parts.push(
      path(
        pathOf([
          [x - 15, deck(x)],
          [x + 15, deck(x)],
          [x + 20, shore + 2],
          [x - 20, shore + 2],
        ]),
        { fill: steel },
      ),
    );
    parts.push(box(x + 6, deck(x), 9, shore - deck(x), { fill: mix(steel, lit, 0.45) }));
  }
  const from = 430;
  const to = 1170;
  const arch = (x: number) => deck(x) - 210 * (1 - ((x - 800) / 370) ** 2);
  const line1: Point[] = [];
  const line2: Point[] = [];
  for (let x = from; x <= to; x += 20) {
    line1.push([x, arch(x)]);
    line2.push([x + 10, arch(x) + 20 + Math.abs(x - 800) / 30]);
  }
  for (let x = from + 30; x < to - 20; x += 37)
    parts.push(
      line(
        [
          [x, arch(x) + 8],
          [x, deck(x)],
        ],
        steel,
        2.2,
        0.9,
      ),
    );
  for (let index = 0; index < line1.length - 1; index += 1) {
    const a = line1[index];
    const b = line2[index];
    const c = line1[index + 1];
    if (a && b && c) parts.push(line([a, b, c], steel, 2.4));
  }
  parts.push(path(curveOf(line2), { stroke: steel, width: 6 }), path(curveOf(line1), { stroke: steel, width: 10 }));
  parts.push(path(curveOf(line1), { stroke: lit, width: 2.6, opacity: 0.8 }));
  for (const x of [from, to]) {
    parts.push(
      path(
        pathOf([
          [x - 26, deck(x) - 6],
          [x + 26, deck(x) - 6],
          [x + 34, shore + 2],
          [x - 34, shore + 2],
        ]),
        { fill: steel },
      ),
    );
    parts.push(
      path(
        pathOf([
          [x + 10, deck(x) - 6],
          [x + 26, deck(x) - 6],
          [x + 34, shore + 2],
          [x + 14, shore + 2],
        ]),
        { fill: mix(steel, lit, 0.4) },
      ),
    );
  }
  const road: Point[] = [];
  for (let x = -20; x <= 1620; x += 40) road.push([x, deck(x)]);
  parts.push(
    path(curveOf(road), { stroke: mix(steel, '#1c1526', 0.4), width: 22 }),
    path(curveOf(road.map(([x, y]) => [x, y - 10])), { stroke: lit, width: 3, opacity: 0.7 }),
  );
  for (let x = 30; x < 1600; x += 74) {
    parts.push(
      line(
        [
          [x, deck(x) - 10],
          [x, deck(x) - 40],
          [x + 10, deck(x) - 43],
        ],
        steel,
        2.6,
      ),
      oval(x + 11, deck(x) - 42, 4, 3, { fill: '#fff1c4' }),
    );
    parts.push(oval(x + 11, deck(x) - 42, 20, 18, { fill: 'url(#lamp)' }));
  }
  return `<defs>${pool('lamp', '#ffdf9a', 0.7)}</defs>${parts.join('')}`;
}
