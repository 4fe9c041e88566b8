import { canvasOf, drawShapes, drawVeil, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, emergent, grass, hills, row } from '../land.ts';
import { noiseOf, smoothStep } from '../noise.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, oval, type Point, path, pathOf, shadow } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** A paved road through tall forest, with a shared taxi and light through the trees. */
export async function roadThroughForest(): Promise<Buffer> {
  const name = 'road through forest';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const horizon = 520;
  drawSky(canvas, {
    colours: ['#8cc6d6', '#c6e3d6', '#f6f0c9'],
    horizon,
    sun: { x: 800, y: 430, colour: '#fffbe0', reach: 240 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 400,
    light: '#ffffff',
    shade: '#b8d0d0',
    amount: 0.4,
    size: 430,
    cover: 0.8,
  });
  const far = { light: '#cfdc9a', middle: '#9fc08a', shade: '#76a27e' };
  await drawShapes(
    canvas,
    hills(
      chance,
      'back',
      WIDTH,
      { left: 400, right: 420, height: 60 },
      { y: horizon + 60, colour: '#d9e6bd' },
      '#a9cdb4',
    ) + canopy(chance, row(chance, [-20, horizon - 10], [WIDTH, horizon - 14], 40, 16), { from: 26, to: 52 }, far, 1),
  );
  await drawMist(canvas, { name, top: 380, bottom: 590, colour: '#f7f4d2', cover: 0.7 });
  const centre = (y: number) =>
    800 - 120 * Math.sin(((y - horizon) / (HEIGHT - horizon)) * 2.3) + ((y - horizon) / 547) ** 2 * 120;
  const half = (y: number) => 9 + ((y - horizon) / (HEIGHT - horizon)) ** 1.25 * 620;
  const edge = (side: number, wide = 1): Point[] =>
    Array.from({ length: 24 }, (_, index) => {
      const y = horizon + (index / 23) ** 1.6 * (HEIGHT - horizon + 20);
      return [centre(y) + side * half(y) * wide, y] as const;
    });
  const asphalt = path(pathOf([...edge(-1), ...edge(1).reverse()]), { fill: 'url(#asphalt)' });
  const shoulder = path(pathOf([...edge(-1.16), ...edge(1.16).reverse()]), { fill: '#b79b6c' });
  const ground = box(0, horizon + 4, WIDTH, HEIGHT, { fill: 'url(#ground)' });
  const dashes = Array.from({ length: 9 }, (_, index) => {
    const from = horizon + (index / 9 + 0.02) ** 1.9 * 560;
    const to = horizon + (index / 9 + 0.075) ** 1.9 * 560;
    return path(
      pathOf([
        [centre(from) - half(from) * 0.018, from],
        [centre(from) + half(from) * 0.018, from],
        [centre(to) + half(to) * 0.018, to],
        [centre(to) - half(to) * 0.018, to],
      ]),
      { fill: '#fbf3d2' },
    );
  }).join('');
  const edges =
    path(curveOf(edge(-0.93)), { stroke: '#f6ecc6', width: 5, opacity: 0.8 }) +
    path(curveOf(edge(0.93)), { stroke: '#f6ecc6', width: 5, opacity: 0.8 });
  await drawShapes(
    canvas,
    `<defs>${gradient('asphalt', ['#9aa39a', '#6b746f', '#4c5552'])}${gradient('ground', ['#a9b873', '#6d8f4c', '#3d6a3b'])}</defs>${ground}${shoulder}${asphalt}${dashes}${edges}`,
  );
  for (const depth of [0.12, 0.25, 0.42, 0.66]) {
    const y = horizon + depth * 300;
    const leaves = {
      light: mix('#d4dc7c', '#8fbf5a', depth),
      middle: mix('#7fae62', '#3f8a4b', depth),
      shade: mix('#4d8461', '#14503d', depth),
    };
    let shapes = '';
    for (const side of [-1, 1]) {
      for (let tree = 0; tree < 4; tree += 1)
        shapes += emergent(
          chance,
          centre(y) + side * (half(y) * 1.35 + 50 + tree * (70 + 170 * depth) + chance.between(0, 40)),
          y + 14,
          260 + depth * 760 + chance.between(-40, 60),
          leaves,
          mix('#cdbf9c', '#7c6a52', depth),
          -side,
        );
      const from = centre(y) + side * (half(y) * 1.3 + 20);
      shapes += canopy(
        chance,
        row(chance, [from, y + 10], [side < 0 ? -40 : WIDTH + 40, y + 4 + depth * 30], 30 + 46 * depth, 10),
        { from: 16 + 34 * depth, to: 30 + 62 * depth },
        leaves,
        -side,
      );
    }
    await drawShapes(canvas, shapes);
    if (depth < 0.5)
      await drawMist(canvas, {
        name: `${name} ${depth}`,
        top: y - 160,
        bottom: y + 50,
        colour: '#f5f3c8',
        cover: 0.34,
      });
  }
  const shine = noiseOf(`${name} shine`);
  await drawVeil(
    canvas,
    (x, y) => {
      const angle = Math.atan2(y - 200, x - 900);
      const ray = smoothStep(0.5, 0.85, shine.at(angle * 16, 3));
      return { colour: [255, 244, 190], cover: ray * 0.34 * smoothStep(1000, 300, y) * smoothStep(80, 320, y) };
    },
    'light',
  );
  await drawShapes(canvas, minibus(646, 850, 1.25) + shadeOnRoad(chance, centre, half));
  await drawShapes(
    canvas,
    grass(chance, -20, 300, 1085, 150, ['#2f6a3a', '#4c8a44', '#1d4d33', '#86ad52'], 220) +
      grass(chance, 1380, 1640, 1085, 130, ['#2f6a3a', '#4c8a44', '#1d4d33', '#86ad52'], 180),
    2,
  );
  return developPicture(canvas, { name, bloom: 0.4, vignette: 0.3, contrast: 0.3 });
}

function shadeOnRoad(
  chance: ReturnType<typeof chanceOf>,
  centre: (y: number) => number,
  half: (y: number) => number,
): string {
  const parts: string[] = [];
  for (let index = 0; index < 26; index += 1) {
    const y = chance.between(600, 1060);
    const wide = half(y) * chance.between(0.12, 0.4);
    const x = centre(y) + half(y) * chance.between(-1, 1);
    parts.push(
      oval(x, y, wide, wide * 0.16, {
        fill: chance.next() < 0.5 ? '#1c3a33' : '#fff0bd',
        opacity: chance.between(0.06, 0.16),
      }),
    );
  }
  return parts.join('');
}

/** A white minibus seen from behind. */
function minibus(x: number, foot: number, scale: number): string {
  const s = `<g transform="translate(${x} ${foot}) scale(${scale})">`;
  return `${s}${shadow(0, 0, 84, 12, 0.7)}${box(-62, -26, 20, 26, { fill: '#1c1d1f' }, 4)}${box(42, -26, 20, 26, { fill: '#1c1d1f' }, 4)}${path('M-70 -22L-68 -84L-56 -128C-50 -138 50 -138 56 -128L68 -84L70 -22Z', { fill: '#f4f1e6' })}${path('M20 -136C40 -136 52 -134 56 -128L68 -84L70 -22L36 -22Z', { fill: '#8a9a98', opacity: 0.4 })}${path('M-52 -92L-46 -124C-40 -128 40 -128 46 -124L52 -92Z', { fill: '#31474c' })}${path('M-50 -94L-45 -122L-10 -125L-22 -93Z', { fill: '#8fb3b3', opacity: 0.7 })}${box(-69, -66, 138, 8, { fill: '#1f6b5c' })}${box(-66, -56, 14, 20, { fill: '#d8462f' }, 3)}${box(52, -56, 14, 20, { fill: '#d8462f' }, 3)}${box(-26, -44, 52, 14, { fill: '#2b2c2c' })}${box(-70, -26, 140, 9, { fill: '#6d7673' }, 3)}${box(-50, -146, 100, 12, { fill: '#a8763f' }, 3)}${box(-44, -160, 36, 16, { fill: '#3f6a86' }, 3)}${box(-4, -158, 44, 14, { fill: '#8f4a32' }, 3)}</g>`;
}
