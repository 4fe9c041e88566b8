import { afloat, klotok } from '../boats.ts';
import { canvasOf, drawShapes, mix, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, hills, palm, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#c6d862', middle: '#4f9a55', shade: '#1d6a52' };

/** A small island, clear shallow sea, a wooden pier. */
export async function islandPier(): Promise<Buffer> {
  const name = 'island pier';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 500;
  drawSky(canvas, {
    colours: ['#2f8fc9', '#7cc3e0', '#d9f0ea'],
    horizon: shore,
    sun: { x: 1300, y: 120, colour: '#fffdee', reach: 240 },
  });
  await drawClouds(canvas, {
    name,
    top: 120,
    bottom: 500,
    light: '#ffffff',
    shade: '#a9d0e2',
    amount: 0.5,
    size: 430,
    side: 0.7,
  });
  await drawShapes(
    canvas,
    hills(chance, 'isle', WIDTH, { left: 488, right: 470, height: 22 }, { y: shore, colour: '#9fcfd0' }, '#74b3bd'),
  );
  const isle = [
    canopy(chance, row(chance, [900, shore - 30], [1600, shore - 36], 44, 10), { from: 30, to: 56 }, leaves, 1),
  ];
  for (const x of [860, 920, 1010, 1100, 1220, 1330, 1460, 1560])
    isle.push(palm(chance, x, shore, chance.between(150, 240), leaves, '#a08a66'));
  isle.push(
    path(
      `${curveOf([
        [780, shore + 4],
        [900, shore - 14],
        [1300, shore - 18],
        [1640, shore - 12],
      ])}L1640 ${shore + 6}L780 ${shore + 6}Z`,
      { fill: '#f7ecc9' },
    ),
  );
  await drawShapes(canvas, isle.join(''));
  drawWater(canvas, { name, from: shore, deep: rgb('#1f9fae'), glint: rgb('#e9fff4'), rough: 0.8, mirror: 0.42 });
  const shallows = `<defs>${gradient('shoal', ['#0e7f9e', '#39c0b8', '#a9e9cf'])}</defs>${box(0, shore + 30, WIDTH, HEIGHT, { fill: 'url(#shoal)', opacity: 0.5 })}`;
  let reef = '';
  for (let index = 0; index < 34; index += 1) {
    const y = chance.between(620, 1050);
    const size = 20 + (y - 600) * 0.28;
    reef += oval(chance.between(0, WIDTH), y, size * chance.between(1, 2.4), size * 0.32, {
      fill: chance.pick(['#1b6f84', '#2f8f8a', '#3f7f6a']),
      opacity: 0.22,
    });
  }
  await drawShapes(canvas, shallows + reef + turtle(470, 850, 1.5), 2);
  const wood = '#b48a5c';
  const pier: string[] = [];
  for (let post = 0; post < 8; post += 1) {
    const share = (post / 7) ** 1.5;
    const y = 548 + share * 420;
    const spread = 30 + share * 170;
    const middle = 1010 + share * 210;
    for (const side of [-1, 1])
      pier.push(
        box(middle + side * spread - 5 - share * 8, y, 10 + share * 16, 40 + share * 150, {
          fill: mix(wood, '#2a1a10', 0.45),
        }),
      );
  }
  pier.push(
    path(
      pathOf([
        [986, 540],
        [1034, 540],
        [1450, 1080],
        [1000, 1080],
      ]),
      { fill: 'url(#deck)' },
    ),
  );
  for (let plank = 0; plank < 30; plank += 1) {
    const share = (plank / 30) ** 1.8;
    const y = 540 + share * 540;
    pier.push(
      line(
        [
          [986 + share * 14, y],
          [1034 + share * 416, y],
        ],
        '#6a4a2e',
        1 + share * 4,
        0.6,
      ),
    );
  }
  await drawShapes(canvas, `<defs>${gradient('deck', ['#d9b88a', '#b98f60', '#8a6440'])}</defs>${pier.join('')}`);
  await drawShapes(
    canvas,
    afloat(300, 660, 0.75, klotok({ hull: '#f4efe0', roof: '#2f7f9a', stripe: '#d8462f' })) +
      afloat(720, 590, 0.4, klotok({ hull: '#e0a12e', roof: '#f6f0dd', stripe: '#1f6b5c' }), true) +
      person({
        x: 1090,
        foot: 760,
        height: 210,
        head: 'straw_hat',
        headColour: '#e6c680',
        top: '#f0f4ee',
        bottom: '#35577e',
        stride: 0.7,
        left: true,
      }) +
      person({
        x: 1180,
        foot: 850,
        height: 270,
        head: 'hijab',
        headColour: '#e08a5a',
        top: '#e9a06a',
        bottom: '#5a6a8a',
        skirt: true,
        left: true,
        front: { upper: 30, lower: 60 },
      }) +
      person({
        x: 1245,
        foot: 860,
        height: 180,
        child: true,
        head: 'cap',
        headColour: '#d8462f',
        top: '#f6d95a',
        bottom: '#2f6f9a',
        shorts: true,
        stride: 0.6,
        left: true,
      }),
  );
  return developPicture(canvas, { name, bloom: 0.35, vignette: 0.22, contrast: 0.3 });
}

function turtle(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-18)">${oval(14, 34, 74, 24, { fill: '#0c4a5a', opacity: 0.4 })}${path('M40 -20C80 -66 96 -70 104 -62C96 -36 76 -12 52 -4ZM40 20C74 44 84 62 78 72C58 64 42 40 34 28ZM-44 -18C-72 -36 -84 -34 -88 -26C-78 -12 -60 -4 -48 -4ZM-44 18C-64 36 -76 40 -82 34C-74 20 -60 8 -48 8Z', { fill: '#4f8a6a' })}${oval(76, 0, 22, 16, { fill: '#6aa67a' })}${path(
    curveOf(
      [
        [-62, 0],
        [-34, -38],
        [18, -42],
        [58, -16],
        [58, 16],
        [18, 42],
        [-34, 38],
      ],
      true,
    ),
    { fill: '#3f6a4a' },
  )}${path('M-40 0L-14 -26L20 -26L40 0L20 26L-14 26ZM-14 -26L-20 -38M20 -26L26 -40M40 0L58 0M20 26L26 40M-14 26L-20 38M-40 0L-60 0', { stroke: '#a3b86a', width: 4 })}</g>`;
}
