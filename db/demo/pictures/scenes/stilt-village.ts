import { afloat, dugout, klotok, wake } from '../boats.ts';
import { canvasOf, drawShapes, mix, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, crown, grass, hills, palm, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, line, path, pathOf } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Houses on stilts over the water, in the haze of early morning. */
export async function villageOnStilts(): Promise<Buffer> {
  const name = 'village on stilts';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 610;
  drawSky(canvas, {
    colours: ['#e9b98e', '#f5d2a2', '#fbe6bd', '#fdf1d6'],
    horizon: shore,
    sun: { x: 760, y: 360, colour: '#fffbe6', reach: 260, disc: 50 },
  });
  await drawClouds(canvas, {
    name,
    top: 20,
    bottom: 400,
    light: '#fff1d2',
    shade: '#d99f7d',
    amount: 0.32,
    size: 600,
    cover: 0.6,
  });
  await drawShapes(
    canvas,
    hills(chance, 'h1', WIDTH, { left: 500, right: 430, height: 60 }, { y: shore, colour: '#f6dfb6' }, '#dcae86'),
  );
  await drawMist(canvas, { name, top: 430, bottom: shore, colour: '#fdeccb', cover: 0.8 });
  await drawShapes(
    canvas,
    canopy(
      chance,
      row(chance, [-20, shore - 40], [WIDTH, shore - 20], 50, 10),
      { from: 30, to: 58 },
      { light: '#d9b274', middle: '#a98a5c', shade: '#86744f' },
      1,
    ),
  );
  await drawMist(canvas, { name: `${name} low`, top: 520, bottom: shore + 4, colour: '#fbe6c2', cover: 0.75 });
  const houses = [
    stiltHouse(1180, shore, 1.25, '#7b5b43', '#54423a'),
    stiltHouse(1420, shore, 1.5, '#6b5344', '#493a35'),
    stiltHouse(980, shore, 0.95, '#8d6d50', '#6b5544'),
    stiltHouse(150, shore, 1.6, '#5f5044', '#403733'),
    stiltHouse(390, shore, 1.15, '#83664c', '#5c4a3f'),
  ];
  const trees =
    palm(chance, 560, shore, 230, { light: '#b0924f', middle: '#7d7048', shade: '#5c573d' }, '#6c553d') +
    palm(chance, 1060, shore, 270, { light: '#a88c4c', middle: '#6f6642', shade: '#4d4a36' }, '#5f4b38') +
    crown(chance, 40, shore - 120, 110, { light: '#b39653', middle: '#6f6744', shade: '#474733' }, 1);
  await drawShapes(canvas, trees + houses.join(''));
  drawWater(canvas, {
    name,
    from: shore,
    deep: rgb('#8a6c4c'),
    glint: rgb('#fff4d2'),
    rough: 0.45,
    mirror: 0.92,
    path: 0.475,
  });
  await drawMist(canvas, { name: `${name} water`, top: 560, bottom: 720, colour: '#fdeccb', cover: 0.4 });
  await drawShapes(
    canvas,
    afloat(690, 800, 1.35, dugout('#4b382b')) +
      afloat(1240, 742, 0.7, klotok({ hull: '#5d4331', roof: '#3f4a45', stripe: '#d9b274' }), true) +
      wake(570, 806, 300, '#fff0cc'),
  );
  await drawShapes(canvas, grass(chance, 1050, 1640, 1085, 210, ['#3a3324', '#4a4029', '#2d2a20'], 170), 3);
  return developPicture(canvas, { name, bloom: 0.45, vignette: 0.35, contrast: 0.35 });
}

function stiltHouse(x: number, shore: number, scale: number, wall: string, roof: string): string {
  const s = scale;
  const floor = shore - 58 * s;
  const parts: string[] = [];
  for (let stilt = -4; stilt <= 4; stilt += 1)
    parts.push(box(x + stilt * 24 * s - 3 * s, floor, 6 * s, 60 * s, { fill: mix(wall, '#1a1410', 0.5) }));
  parts.push(box(x - 104 * s, floor - 72 * s, 208 * s, 74 * s, { fill: wall }));
  for (let board = 1; board < 9; board += 1)
    parts.push(
      line(
        [
          [x - 104 * s, floor - 72 * s + board * 8 * s],
          [x + 104 * s, floor - 72 * s + board * 8 * s],
        ],
        mix(wall, '#000000', 0.3),
        1,
        0.5,
      ),
    );
  parts.push(box(x + 40 * s, floor - 72 * s, 64 * s, 74 * s, { fill: '#1a1410', opacity: 0.22 }));
  parts.push(
    path(
      pathOf([
        [x - 124 * s, floor - 66 * s],
        [x - 62 * s, floor - 132 * s],
        [x + 62 * s, floor - 132 * s],
        [x + 124 * s, floor - 66 * s],
      ]),
      { fill: roof },
    ),
  );
  parts.push(
    path(
      pathOf([
        [x - 124 * s, floor - 66 * s],
        [x - 62 * s, floor - 132 * s],
        [x - 20 * s, floor - 132 * s],
        [x - 40 * s, floor - 66 * s],
      ]),
      { fill: mix(roof, '#ffe2a8', 0.22) },
    ),
  );
  parts.push(
    box(x - 74 * s, floor - 52 * s, 26 * s, 28 * s, { fill: '#ffdf9a', opacity: 0.85 }),
    box(x - 62 * s, floor - 52 * s, 2 * s, 28 * s, { fill: wall }),
  );
  parts.push(
    box(x - 20 * s, floor - 58 * s, 30 * s, 60 * s, { fill: mix(wall, '#000000', 0.55) }),
    box(x + 44 * s, floor - 52 * s, 26 * s, 28 * s, { fill: mix(wall, '#000000', 0.5) }),
  );
  parts.push(box(x - 120 * s, floor - 3 * s, 250 * s, 8 * s, { fill: mix(wall, '#ffe2a8', 0.25) }));
  for (let rail = 0; rail < 6; rail += 1)
    parts.push(box(x - 118 * s + rail * 10 * s, floor - 26 * s, 3 * s, 26 * s, { fill: mix(wall, '#ffe2a8', 0.15) }));
  return parts.join('');
}
