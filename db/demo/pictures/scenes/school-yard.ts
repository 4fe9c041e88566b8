import { flagPole, hippedRoof, paneWindow } from '../buildings.ts';
import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, crown, palm, row } from '../land.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, oval, path, shadow } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#b9cf62', middle: '#559550', shade: '#1f5f48' };

/** A primary school yard before the bell, flag up. */
export async function schoolYard(): Promise<Buffer> {
  const name = 'school yard';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#4f9bd0', '#9fd0e6', '#f6f2d8'],
    horizon: 600,
    sun: { x: 1360, y: 150, colour: '#fffae2', reach: 240 },
  });
  await drawClouds(canvas, {
    name,
    top: 10,
    bottom: 420,
    light: '#ffffff',
    shade: '#a9cbe0',
    amount: 0.46,
    size: 420,
    side: 0.8,
  });
  await drawShapes(
    canvas,
    canopy(chance, row(chance, [-20, 560], [WIDTH + 20, 570], 70, 16), { from: 52, to: 92 }, leaves, 1) +
      palm(chance, 250, 640, 360, leaves, '#8b7a5c'),
  );
  const building = [
    box(80, 480, 1130, 240, { fill: 'url(#plaster)' }),
    box(80, 660, 1130, 60, { fill: '#d98a3a' }),
    hippedRoof(80, 486, 1130, 118, '#a3402f', 40),
  ];
  for (let room = 0; room < 4; room += 1) {
    const x = 110 + room * 278;
    building.push(
      paneWindow(x + 10, 540, 150, 90, '#ffffff', '#3f6a86', 4),
      box(x + 186, 530, 58, 190, { fill: '#2f6b8a' }),
      box(x + 192, 538, 46, 70, { fill: '#24556f' }),
    );
  }
  for (let pillar = 0; pillar <= 8; pillar += 1)
    building.push(
      box(84 + pillar * 139, 493, 14, 230, { fill: '#f8f4e6' }),
      box(93 + pillar * 139, 493, 5, 230, { fill: '#b9b29c' }),
    );
  building.push(box(56, 716, 1180, 16, { fill: '#cfc8b6' }));
  await drawShapes(
    canvas,
    `<defs>${gradient('plaster', ['#fdf3cf', '#e6d3a0'])}${gradient('court', ['#d9b184', '#c08f60', '#94683f'])}</defs>${box(0, 700, WIDTH, 400, { fill: 'url(#court)' })}${building.join('')}${canopy(chance, row(chance, [90, 742], [1200, 742], 40, 4), { from: 14, to: 22 }, leaves, 1)}${path('M-20 820L1620 780', { stroke: '#f3e3c0', width: 5, opacity: 0.7 })}${path('M160 1080L620 796M1500 1080L960 790', { stroke: '#f3e3c0', width: 6, opacity: 0.6 })}`,
  );
  await drawShapes(canvas, flagPole(1340, 860, 640, 1.5) + tamarind(chance));
  const white = '#fbf9f1';
  const red = '#b3232b';
  const pupil = (
    x: number,
    foot: number,
    height: number,
    girl: boolean,
    left: boolean,
    stride: number,
    raised = false,
  ) =>
    person({
      x,
      foot,
      height,
      left,
      child: true,
      head: girl ? (chance.next() < 0.6 ? 'hijab' : 'long_hair') : chance.next() < 0.5 ? 'cap' : 'hair',
      headColour: girl ? white : red,
      top: white,
      bottom: red,
      skirt: girl,
      shorts: !girl,
      stride,
      over: 'tie',
      overColour: red,
      front: raised ? { upper: 140, lower: 165 } : { upper: chance.between(10, 50), lower: chance.between(30, 80) },
      back: { upper: chance.between(-40, 0), lower: chance.between(-20, 20) },
    });
  await drawShapes(
    canvas,
    [
      pupil(250, 790, 130, true, false, 0.3),
      pupil(320, 796, 132, false, true, 0.2),
      pupil(700, 800, 136, false, false, 0.9),
      pupil(800, 806, 134, true, true, 0.3),
      pupil(1060, 850, 180, false, false, 0.3),
      pupil(1130, 856, 176, true, true, 0.2),
      pupil(420, 940, 262, false, false, 1.1, true),
      pupil(575, 960, 258, true, true, 0.8),
      pupil(760, 985, 284, true, false, 0.4),
      pupil(880, 990, 276, false, true, 0.4),
      person({
        x: 1190,
        foot: 985,
        height: 360,
        left: true,
        head: 'hijab',
        headColour: '#7a8a4a',
        top: '#9a8a56',
        bottom: '#6f6440',
        skirt: true,
        front: { upper: 70, lower: 104 },
        carries: path('M-0.6 -0.4L0.7 -0.5L0.7 0.3L-0.6 0.4Z', { fill: '#35577e' }),
      }),
      oval(632, 930, 17, 17, { fill: '#f4efe2' }),
      path('M632 913L640 924L636 936L624 934L622 922Z', { fill: '#2a2522' }),
    ].join(''),
  );
  return developPicture(canvas, { name, bloom: 0.26, vignette: 0.22, contrast: 0.28 });
}

function tamarind(chance: ReturnType<typeof chanceOf>): string {
  return (
    path(
      curveOf([
        [1560, 900],
        [1540, 640],
        [1570, 420],
      ]),
      { stroke: '#6a533c', width: 60, round: true },
    ) +
    [
      [1480, 380, 130],
      [1600, 300, 150],
      [1400, 470, 90],
      [1560, 470, 120],
    ]
      .map(([x = 0, y = 0, r = 0]) => crown(chance, x, y, r, leaves, 1))
      .join('') +
    shadow(1500, 900, 220, 26, 0.5)
  );
}
