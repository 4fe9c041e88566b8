import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { clothBag, person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, oval, path, pathOf, shadow } from '../shapes.ts';
import { drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Stalls of a morning market under awnings, heaps of fruit and vegetables. */
export async function morningMarket(): Promise<Buffer> {
  const name = 'morning market';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#7fb8d0', '#f3e8c4'],
    horizon: 420,
    sun: { x: 820, y: 320, colour: '#fff3cf', reach: 280 },
  });
  const shops: string[] = [
    `<defs>${gradient('street', ['#d6bf95', '#a98d65', '#6d5640'])}</defs>`,
    box(0, 560, WIDTH, 540, { fill: 'url(#street)' }),
  ];
  for (const side of [-1, 1]) {
    for (let depth = 0; depth < 5; depth += 1) {
      const near = depth / 4;
      const x = 800 + side * (110 + near ** 1.5 * 760);
      const wide = 110 + near * 260;
      const top = 400 - near * 240;
      shops.push(
        box(side < 0 ? x - wide : x, top, wide, 640 - top + near * 120, {
          fill: mix(chance.pick(['#e3c79a', '#c9d3c0', '#d9a98a', '#bfcbd0']), '#f6e7c2', 0.5 - near * 0.4),
        }),
      );
      const left = side < 0 ? x - wide : x;
      shops.push(box(left, top, wide, 22, { fill: '#8a6a4e' }));
      for (let floor = 0; floor < 3; floor += 1) {
        for (let pane = 0; pane < 3; pane += 1) {
          const pitch = wide / 3;
          const size = pitch * 0.5;
          const paneX = left + pitch * pane + pitch * 0.25;
          const paneY = top + 44 + floor * size * 2.1;
          shops.push(
            box(paneX, paneY, size, size * 1.35, { fill: '#5f7f84' }),
            box(paneX - 3, paneY, size * 0.3, size * 1.35, { fill: '#b9744a' }),
            box(paneX + size * 0.78, paneY, size * 0.3, size * 1.35, { fill: '#b9744a' }),
          );
        }
      }
    }
  }
  await drawShapes(canvas, shops.join(''));
  await drawMist(canvas, { name, top: 260, bottom: 660, colour: '#fdf0cd', cover: 0.6 });
  const crowd: string[] = [];
  for (let index = 0; index < 16; index += 1) {
    const foot = 640 + index * 5;
    crowd.push(
      person({
        x: 800 + chance.between(-150, 150),
        foot,
        height: 100 + index * 4,
        left: chance.next() < 0.5,
        head: chance.pick(['hijab', 'hair', 'cap', 'straw_hat']),
        headColour: chance.pick(['#c0617a', '#5a7fa0', '#d9b26a', '#8a6a9a']),
        top: chance.pick(['#c0624a', '#4b8a8a', '#e0a94a', '#6a5a8a', '#d9d2c0']),
        bottom: chance.pick(['#4a4a55', '#5a4636', '#35577e']),
        skirt: chance.next() < 0.5,
        stride: chance.next(),
      }),
    );
  }
  await drawShapes(canvas, crowd.join(''), 1);
  const awnings = [
    ['#d8462f', '#fbf3df'],
    ['#1f7a68', '#fbf3df'],
    ['#e0a12e', '#fbf3df'],
    ['#2f6f9a', '#fbf3df'],
  ] as const;
  const stalls: string[] = [];
  for (const [index, depth] of [0.12, 0.42, 0.85].entries()) {
    for (const side of [-1, 1]) {
      const colours = awnings[(index + (side > 0 ? 2 : 0)) % 4] ?? awnings[0];
      stalls.push(stall(chance, 800 + side * (230 + depth * 470), 690 + depth * 330, 230 + depth * 360, colours, side));
    }
  }
  await drawShapes(canvas, stalls.join(''));
  await drawShapes(
    canvas,
    [
      person({
        x: 690,
        foot: 960,
        height: 390,
        head: 'hijab',
        headColour: '#3f7d8a',
        top: '#4f95a3',
        bottom: '#3a4f66',
        skirt: true,
        front: { upper: 12, lower: 10 },
        carries: clothBag,
        left: true,
        over: 'batik',
        overColour: '#e6d8a8',
      }),
      person({
        x: 900,
        foot: 990,
        height: 410,
        head: 'hair',
        top: '#e3dcc8',
        bottom: '#4a4f5a',
        front: { upper: 30, lower: 74 },
        stride: 0.5,
        carries:
          path('M-0.9 0L0.9 0L0.7 0.9L-0.7 0.9Z', { fill: '#a8763f' }) +
          [-0.5, 0, 0.5].map((x) => oval(x, -0.1, 0.36, 0.34, { fill: '#e0902e' })).join(''),
      }),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.4, vignette: 0.32, contrast: 0.3 });
}

function stall(
  chance: ReturnType<typeof chanceOf>,
  x: number,
  foot: number,
  width: number,
  awning: readonly [string, string],
  side: number,
): string {
  const half = width / 2;
  const table = foot - width * 0.3;
  const top = table - width * 0.62;
  const parts = [shadow(x, foot, half * 1.05, width * 0.06, 0.5)];
  for (const post of [-0.92, 0.92]) parts.push(box(x + post * half - 4, top, 8, foot - top, { fill: '#5f4a36' }));
  parts.push(
    person({
      x: x + side * half * 0.2,
      foot: foot - width * 0.02,
      height: width * 0.68,
      left: side > 0,
      head: chance.pick(['hijab', 'straw_hat', 'cap']),
      headColour: chance.pick(['#d9b26a', '#a85a7a', '#35577e']),
      top: chance.pick(['#c0624a', '#e0a94a', '#6a8a5a']),
      bottom: '#3d4450',
      front: { upper: 40, lower: 70 },
      over: 'apron',
      overColour: '#e9e2cf',
      noShadow: true,
    }),
  );
  parts.push(
    path(
      pathOf([
        [x - half, table],
        [x + half, table],
        [x + half * 1.06, table + width * 0.09],
        [x - half * 1.06, table + width * 0.09],
      ]),
      { fill: '#b98f5e' },
    ),
    box(x - half * 1.06, table + width * 0.09, width * 1.06, width * 0.2, { fill: '#7d5c3c' }),
  );
  const goods = [
    ['#d8392f', '#f0664a'],
    ['#e88a2a', '#f7b24c'],
    ['#5f9a3a', '#8fc253'],
    ['#7a3f7a', '#a3629c'],
    ['#e2c23a', '#f6df74'],
  ] as const;
  for (let heap = 0; heap < 5; heap += 1) {
    const [dark, light] = goods[(heap + chance.whole(0, 4)) % 5] ?? goods[0];
    const middle = x - half * 0.82 + heap * half * 0.41;
    for (let level = 0; level < 3; level += 1) {
      for (let piece = 0; piece < 4 - level; piece += 1) {
        const size = width * 0.036;
        const px = middle + (piece - (3 - level) / 2) * size * 1.6;
        const py = table + width * 0.035 - level * size * 1.35;
        parts.push(
          oval(px, py, size, size * 0.94, { fill: dark }),
          oval(px - size * 0.22, py - size * 0.25, size * 0.6, size * 0.56, { fill: light }),
        );
      }
    }
  }
  const stripes = 8;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const a = x - half * 0.96 + (stripe / stripes) * width * 0.96;
    const b = a + (width * 0.96) / stripes;
    const la = x - half * 1.14 + (stripe / stripes) * width * 1.14;
    const lb = la + (width * 1.14) / stripes;
    const colour = stripe % 2 === 0 ? awning[0] : awning[1];
    const low = top + width * 0.2;
    parts.push(
      path(
        pathOf([
          [a, top],
          [b, top],
          [lb, low],
          [la, low],
        ]),
        { fill: colour },
      ),
      path(`M${la} ${low}L${lb} ${low}C${lb} ${low + width * 0.07} ${la} ${low + width * 0.07} ${la} ${low}Z`, {
        fill: mix(colour, '#000000', 0.16),
      }),
    );
  }
  return parts.join('');
}
