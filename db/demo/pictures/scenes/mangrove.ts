import { canvasOf, drawShapes, mix, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { broadLeaves, canopy, crown, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, line, oval, path } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Mangroves at low tide with a proboscis monkey on a branch. */
export async function mangroveWithMonkey(): Promise<Buffer> {
  const name = 'mangrove with monkey';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 690;
  drawSky(canvas, {
    colours: ['#5aa6a6', '#a8d2bd', '#f5e8bb'],
    horizon: 560,
    sun: { x: 380, y: 330, colour: '#fff6cf', reach: 300 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 330,
    light: '#fffbe8',
    shade: '#a8c8bf',
    amount: 0.35,
    size: 480,
    cover: 0.7,
  });
  const pale = { light: '#cfdb9a', middle: '#9cc298', shade: '#74a794' };
  await drawShapes(
    canvas,
    canopy(chance, row(chance, [-20, 540], [WIDTH, 560], 60, 20), { from: 50, to: 90 }, pale) +
      box(0, 590, WIDTH, 110, { fill: '#7fae93' }),
  );
  await drawMist(canvas, { name, top: 430, bottom: 700, colour: '#f1eecb', cover: 0.7 });
  for (const [depth, x0, x1] of [
    [0.3, -20, 1620],
    [0.7, 700, 1640],
  ] as const) {
    const leaves = {
      light: mix('#b9cf7a', '#9cc34e', depth),
      middle: mix('#6fa676', '#3d8550', depth),
      shade: mix('#4c8a74', '#16513f', depth),
    };
    const foot = shore - 20 + depth * 40;
    let roots = '';
    let crowns = '';
    for (const [x] of row(chance, [x0, foot], [x1, foot], 130 + depth * 90, 26)) {
      const size = 70 + depth * 80;
      roots += mangroveRoots(chance, x, foot, size, mix('#8f8464', '#4a3f32', depth));
      crowns +=
        crown(chance, x, foot - size * 2.1, size * 1.1, leaves) +
        crown(chance, x + size * 0.7, foot - size * 1.7, size * 0.8, leaves) +
        crown(chance, x - size * 0.7, foot - size * 1.8, size * 0.8, leaves);
    }
    await drawShapes(canvas, roots + crowns);
  }
  drawWater(canvas, {
    name,
    from: shore + 6,
    deep: rgb('#3f5a44'),
    glint: rgb('#fff4cc'),
    rough: 0.5,
    mirror: 0.8,
    path: 0.24,
  });
  const near = { light: '#a6c64c', middle: '#3f8a4a', shade: '#0f4536' };
  const bough =
    path(
      curveOf([
        [-20, 360],
        [180, 395],
        [420, 375],
        [640, 420],
        [760, 404],
      ]),
      { stroke: '#4c3c2c', width: 30, round: true },
    ) +
    path(
      curveOf([
        [-20, 352],
        [180, 386],
        [420, 366],
        [640, 412],
        [760, 398],
      ]),
      { stroke: '#8b7350', width: 8, round: true },
    ) +
    path(
      curveOf([
        [420, 375],
        [520, 300],
        [640, 262],
      ]),
      { stroke: '#4c3c2c', width: 15, round: true },
    );
  await drawShapes(
    canvas,
    bough +
      crown(chance, 690, 240, 80, near) +
      crown(chance, 800, 400, 70, near) +
      proboscisMonkey(372, 378, 1.75) +
      crown(chance, 60, 220, 150, near) +
      crown(chance, 20, 470, 90, near) +
      crown(chance, 210, 470, 60, near),
  );
  await drawShapes(
    canvas,
    broadLeaves(chance, 1620, 1090, 400, { light: '#8cb84c', middle: '#1f5a3e', shade: '#0c3329' }, 15, {
      from: -3.1,
      to: -1.6,
    }),
    5,
  );
  return developPicture(canvas, { name, bloom: 0.35, vignette: 0.3, contrast: 0.3 });
}

function mangroveRoots(
  chance: ReturnType<typeof chanceOf>,
  x: number,
  foot: number,
  size: number,
  colour: string,
): string {
  const parts = [
    line(
      [
        [x, foot - size * 0.7],
        [x + chance.between(-8, 8), foot - size * 2],
      ],
      colour,
      size * 0.14,
    ),
  ];
  for (let root = 0; root < 9; root += 1) {
    const reach = size * (root / 4 - 1) * 0.95 + chance.between(-8, 8);
    parts.push(
      path(
        curveOf([
          [x, foot - size * chance.between(0.6, 0.95)],
          [x + reach * 0.6, foot - size * 0.62],
          [x + reach, foot + 18],
        ]),
        { stroke: root % 3 === 0 ? mix(colour, '#f3e3b0', 0.2) : colour, width: size * 0.06, round: true },
      ),
    );
  }
  return parts.join('');
}

function proboscisMonkey(x: number, y: number, scale: number): string {
  const fur = '#b5672f';
  const pale = '#d9b88a';
  return `<g transform="translate(${x} ${y}) scale(${scale})">${path(
    curveOf([
      [-22, -12],
      [-44, 30],
      [-40, 90],
      [-28, 132],
    ]),
    { stroke: '#d8cbb2', width: 7, round: true },
  )}${path(
    curveOf(
      [
        [-34, -4],
        [-40, -50],
        [-16, -92],
        [14, -88],
        [26, -46],
        [22, -6],
        [0, 4],
      ],
      true,
    ),
    { fill: fur },
  )}${path(
    curveOf(
      [
        [-2, -78],
        [24, -60],
        [26, -28],
        [16, -6],
        [0, -14],
        [-6, -46],
      ],
      true,
    ),
    { fill: pale },
  )}${path(
    curveOf([
      [-20, -6],
      [10, -20],
      [40, -18],
      [44, 2],
    ]),
    { stroke: '#c9b393', width: 17, round: true },
  )}${oval(48, 4, 13, 6, { fill: '#6b4a36' })}${path(
    curveOf([
      [-14, -76],
      [10, -50],
      [34, -36],
      [54, -58],
    ]),
    { stroke: mix(fur, '#000000', 0.12), width: 13, round: true },
  )}${oval(55, -61, 7, 7, { fill: '#7a543c' })}${oval(4, -108, 25, 25, { fill: mix(fur, '#5a2a12', 0.25) })}${path(
    curveOf(
      [
        [0, -120],
        [18, -124],
        [28, -110],
        [24, -92],
        [8, -88],
        [0, -100],
      ],
      true,
    ),
    { fill: '#d79a6c' },
  )}${path(
    curveOf(
      [
        [16, -112],
        [30, -106],
        [34, -90],
        [26, -84],
        [18, -92],
      ],
      true,
    ),
    { fill: '#c98458' },
  )}${oval(14, -114, 2.6, 2.8, { fill: '#1d1412' })}${path(
    curveOf(
      [
        [-20, -104],
        [-14, -128],
        [6, -136],
        [24, -126],
        [8, -124],
        [-4, -112],
      ],
      true,
    ),
    { fill: '#8a4420' },
  )}${path(
    curveOf(
      [
        [-18, -96],
        [2, -84],
        [20, -82],
        [6, -74],
        [-14, -80],
      ],
      true,
    ),
    { fill: '#e2bf8e' },
  )}</g>`;
}
