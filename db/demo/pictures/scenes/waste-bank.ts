import { paneWindow } from '../buildings.ts';
import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, crown, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, oval, path, pathOf, shadow } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#b9cf62', middle: '#559550', shade: '#1f5f48' };

/** Neighbours weigh and sort bottles and paper at a waste bank. */
export async function wasteBank(): Promise<Buffer> {
  const name = 'waste bank';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#6fb0cf', '#cfe3d9', '#fbf2d0'],
    horizon: 520,
    sun: { x: 1400, y: 160, colour: '#fff9e0', reach: 240 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 330,
    light: '#ffffff',
    shade: '#b0cad2',
    amount: 0.4,
    size: 380,
    side: 0.8,
  });
  await drawShapes(
    canvas,
    canopy(chance, row(chance, [-20, 470], [WIDTH + 20, 460], 66, 16), { from: 50, to: 86 }, leaves, 1) +
      box(0, 480, WIDTH, 260, { fill: '#7fa866' }),
  );
  const shed = [
    box(150, 360, 1060, 380, { fill: 'url(#shed)' }),
    ...Array.from({ length: 26 }, (_, index) =>
      line(
        [
          [150 + index * 41, 360],
          [150 + index * 41, 740],
        ],
        '#a3ac8c',
        3,
        0.5,
      ),
    ),
    path(
      pathOf([
        [100, 372],
        [200, 260],
        [1160, 260],
        [1262, 372],
      ]),
      { fill: '#4a7f7a' },
    ),
    ...Array.from({ length: 22 }, (_, index) =>
      line(
        [
          [205 + index * 45, 262],
          [110 + index * 54, 370],
        ],
        '#38625f',
        3,
        0.7,
      ),
    ),
    box(96, 366, 1170, 14, { fill: '#31565a' }),
    paneWindow(980, 450, 150, 100, '#e9e2cc', '#4a6a70', 3),
    box(240, 420, 560, 320, { fill: '#3c4a42' }),
    ...[0, 1, 2].map((shelf) => box(256, 500 + shelf * 82, 528, 10, { fill: '#a8895a' })),
  ].join('');
  let shelves = '';
  for (let shelf = 0; shelf < 3; shelf += 1)
    for (let item = 0; item < 14; item += 1) {
      const x = 268 + item * 37;
      const y = 500 + shelf * 82;
      shelves +=
        shelf === 1
          ? box(x, y - 44, 32, 44, { fill: chance.pick(['#d9b98a', '#c9a26a', '#e6d0a4']) }, 2) +
            line(
              [
                [x, y - 22],
                [x + 32, y - 22],
              ],
              '#a37f4c',
              3,
            )
          : bottle(x + 15, y, chance.between(40, 56), chance.pick(['#8fc9c0', '#a9d9e6', '#7fb86a', '#e6e9dc']));
    }
  const bins = [
    ['#2f8a4d', 'organic'],
    ['#e0b12e', 'plastic'],
    ['#2f6fae', 'paper'],
    ['#c8432f', 'other'],
  ]
    .map(([colour = '#000000'], index) => bin(1010 + index * 136, 870 + (index % 2) * 8, 118, colour))
    .join('');
  await drawShapes(
    canvas,
    `<defs>${gradient('shed', ['#d6dcbc', '#b3bd97'])}${gradient('floor', ['#c9bfa6', '#a89c80', '#7d715a'])}</defs>${box(0, 700, WIDTH, 400, { fill: 'url(#floor)' })}${shed}${shelves}${bins}`,
  );
  const scaleStand =
    box(560, 720, 20, 210, { fill: '#4a5a60' }) +
    box(470, 918, 200, 20, { fill: '#36454a' }, 4) +
    path(
      pathOf([
        [450, 840],
        [690, 840],
        [670, 866],
        [470, 866],
      ]),
      { fill: '#8fa3a8' },
    ) +
    oval(570, 716, 62, 62, { fill: '#f6f2e2' }) +
    oval(570, 716, 62, 62, { stroke: '#c8432f', width: 9 }) +
    line(
      [
        [570, 716],
        [602, 684],
      ],
      '#22252c',
      5,
    ) +
    Array.from({ length: 12 }, (_, tick) =>
      line(
        [
          [570 + Math.cos((tick / 6) * Math.PI) * 44, 716 + Math.sin((tick / 6) * Math.PI) * 44],
          [570 + Math.cos((tick / 6) * Math.PI) * 51, 716 + Math.sin((tick / 6) * Math.PI) * 51],
        ],
        '#22252c',
        3,
      ),
    ).join('') +
    path(
      curveOf(
        [
          [490, 840],
          [476, 780],
          [530, 742],
          [610, 744],
          [664, 786],
          [650, 840],
        ],
        true,
      ),
      { fill: '#e9e6d6', opacity: 0.95 },
    ) +
    [510, 550, 590, 630]
      .map((x, index) =>
        bottle(x, 838 - (index % 2) * 14, 52, ['#8fc9c0', '#a9d9e6', '#7fb86a', '#cfe6ea'][index] ?? '#a9d9e6'),
      )
      .join('');
  await drawShapes(
    canvas,
    [
      shadow(570, 940, 150, 18, 0.5),
      scaleStand,
      person({
        x: 380,
        foot: 968,
        height: 400,
        head: 'hijab',
        headColour: '#2f8a72',
        top: '#3f9a80',
        bottom: '#3a4a52',
        skirt: true,
        over: 'apron',
        overColour: '#f1e9cf',
        front: { upper: 62, lower: 84 },
        back: { upper: 50, lower: 76 },
      }),
      person({
        x: 790,
        foot: 985,
        height: 420,
        left: true,
        head: 'cap',
        headColour: '#35577e',
        top: '#d98a3a',
        bottom: '#41485a',
        front: { upper: 44, lower: 58 },
        carries:
          path('M-0.9 0C-0.9 -0.8 0.9 -0.8 0.9 0C1.3 1.6 0.9 2.3 0 2.3C-0.9 2.3 -1.3 1.6 -0.9 0Z', {
            fill: '#f6f6ee',
            opacity: 0.95,
          }) + path('M-0.3 0.6L0.2 0.5L0.4 1.7L-0.2 1.8Z', { fill: '#8fc9c0' }),
      }),
      person({
        x: 1330,
        foot: 1010,
        height: 290,
        left: true,
        child: true,
        head: 'long_hair',
        top: '#f0d9e2',
        bottom: '#6a5aa0',
        skirt: true,
        front: { upper: 70, lower: 86 },
        carries: bottle(0, 0.4, 1.5, '#a9d9e6'),
      }),
      person({
        x: 180,
        foot: 930,
        height: 360,
        head: 'peci',
        headColour: '#22252c',
        top: '#e6dcc0',
        bottom: '#4a4038',
        over: 'batik',
        overColour: '#b0703f',
        front: { upper: 50, lower: 100 },
        carries:
          path('M-0.6 -0.8L0.6 -0.8L0.6 0.6L-0.6 0.6Z', { fill: '#fbf7ea' }) +
          path('M-0.4 -0.4L0.4 -0.4M-0.4 -0.1L0.4 -0.1M-0.4 0.2L0.2 0.2', { stroke: '#8fa3a8', width: 0.09 }),
      }),
    ].join('') + crown(chance, 1580, 330, 180, leaves, 1),
  );
  return developPicture(canvas, { name, bloom: 0.26, vignette: 0.25, contrast: 0.28 });
}

function bottle(x: number, foot: number, height: number, colour: string): string {
  const half = height * 0.2;
  return (
    path(
      `M${x - half} ${foot}V${foot - height * 0.6}C${x - half} ${foot - height * 0.74} ${x - half * 0.4} ${foot - height * 0.78} ${x - half * 0.4} ${foot - height * 0.9}H${x + half * 0.4}C${x + half * 0.4} ${foot - height * 0.78} ${x + half} ${foot - height * 0.74} ${x + half} ${foot - height * 0.6}V${foot}Z`,
      { fill: colour, opacity: 0.92 },
    ) +
    box(x - half * 0.5, foot - height, half, height * 0.11, { fill: '#35577e' }) +
    box(x - half, foot - height * 0.48, half * 2, height * 0.2, { fill: '#ffffff', opacity: 0.55 })
  );
}

function bin(x: number, foot: number, width: number, colour: string): string {
  const height = width * 1.35;
  return (
    shadow(x + width / 2, foot, width * 0.62, 12, 0.5) +
    path(
      pathOf([
        [x, foot - height],
        [x + width, foot - height],
        [x + width * 0.9, foot],
        [x + width * 0.1, foot],
      ]),
      { fill: colour },
    ) +
    path(
      pathOf([
        [x + width * 0.62, foot - height],
        [x + width, foot - height],
        [x + width * 0.9, foot],
        [x + width * 0.6, foot],
      ]),
      { fill: '#0c1620', opacity: 0.2 },
    ) +
    box(x - 7, foot - height - 16, width + 14, 20, { fill: mix(colour, '#0c1620', 0.25) }, 6) +
    path(
      curveOf([
        [x + width * 0.34, foot - height * 0.42],
        [x + width * 0.5, foot - height * 0.66],
        [x + width * 0.66, foot - height * 0.42],
        [x + width * 0.34, foot - height * 0.42],
      ]),
      { stroke: '#ffffff', width: 6, opacity: 0.8, round: true },
    )
  );
}
