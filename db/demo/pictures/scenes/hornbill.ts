import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { broadLeaves, canopy, crown, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { curveOf, gradient, line, oval, path } from '../shapes.ts';
import { drawMist, drawSky } from '../sky.ts';

const WIDTH = 1200;
const HEIGHT = 1500;

/** A hornbill on a mossy branch, upright. */
export async function hornbillOnBranch(): Promise<Buffer> {
  const name = 'hornbill on branch';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#7fb59a', '#c3d9a8', '#f3ecbd', '#cfdba0'],
    horizon: 1300,
    sun: { x: 860, y: 420, colour: '#fffbe0', reach: 330 },
  });
  const far = { light: '#dbe6a6', middle: '#a9cf94', shade: '#7fb38a' };
  await drawShapes(
    canvas,
    canopy(chance, row(chance, [-20, 300], [WIDTH, 240], 150, 60), { from: 90, to: 150 }, far, 1) +
      canopy(chance, row(chance, [-20, 1200], [WIDTH, 1260], 130, 60), { from: 110, to: 190 }, far, 1),
    16,
  );
  await drawMist(canvas, { name, top: 500, bottom: 1500, colour: '#f3f0cc', cover: 0.5, size: 380 });
  const mid = { light: '#b3cf6a', middle: '#5f9f5a', shade: '#2f7a56' };
  await drawShapes(
    canvas,
    [
      [40, 180, 170],
      [1150, 120, 190],
      [1180, 1080, 150],
      [60, 1330, 200],
      [1000, 1450, 180],
    ]
      .map(([x = 0, y = 0, r = 0]) => crown(chance, x, y, r, mid, 1))
      .join(''),
    6,
  );
  const branch = `${path(
    curveOf([
      [-40, 1130],
      [220, 1090],
      [520, 1120],
      [840, 1050],
      [1240, 1010],
    ]),
    { stroke: '#4a3a2a', width: 76, round: true },
  )}${path(
    curveOf([
      [-40, 1112],
      [220, 1072],
      [520, 1100],
      [840, 1032],
      [1240, 994],
    ]),
    { stroke: '#7d6244', width: 34, round: true },
  )}${path(
    curveOf([
      [-40, 1100],
      [220, 1060],
      [520, 1088],
      [840, 1020],
      [1240, 982],
    ]),
    { stroke: '#8fae4a', width: 13, round: true },
  )}${path(
    curveOf([
      [840, 1050],
      [960, 1160],
      [1120, 1200],
    ]),
    { stroke: '#4a3a2a', width: 34, round: true },
  )}`;
  const black = '#1d2427';
  const sheen = '#3d5558';
  const bird: string[] = [];
  bird.push(
    path('M470 1010C440 1160 420 1300 430 1420C480 1440 540 1436 572 1420C590 1280 590 1140 570 1010Z', {
      fill: '#f3eedd',
    }),
  );
  bird.push(
    path('M436 1290C432 1320 430 1350 430 1372L575 1372C580 1344 582 1316 584 1288Z', { fill: black }),
    line(
      [
        [500, 1020],
        [490, 1420],
      ],
      '#c9c2aa',
      4,
    ),
    line(
      [
        [540, 1020],
        [536, 1424],
      ],
      '#c9c2aa',
      4,
    ),
  );
  bird.push(
    path(
      curveOf(
        [
          [470, 600],
          [400, 720],
          [390, 900],
          [430, 1060],
          [520, 1110],
          [620, 1080],
          [680, 960],
          [690, 800],
          [650, 660],
          [580, 580],
        ],
        true,
      ),
      { fill: 'url(#body)' },
    ),
  );
  bird.push(
    path(
      curveOf(
        [
          [590, 960],
          [560, 1060],
          [520, 1108],
          [610, 1096],
          [670, 1010],
          [680, 920],
        ],
        true,
      ),
      { fill: '#f3eedd' },
    ),
  );
  for (let feather = 0; feather < 13; feather += 1) {
    const y = 700 + feather * 26;
    bird.push(
      path(
        curveOf(
          [
            [440 - feather * 2, y],
            [410, y + 80 + feather * 9],
            [430 + feather * 3, y + 170],
            [500 + feather * 3, y + 60],
            [520, y],
          ],
          true,
        ),
        { fill: mix(black, sheen, (feather % 3) / 3), opacity: 0.9 },
      ),
      path(
        curveOf([
          [500, y + 4],
          [470, y + 60],
          [436 + feather * 2, y + 150],
        ]),
        { stroke: '#5f7f80', width: 3, opacity: 0.5 },
      ),
    );
  }
  bird.push(
    path(
      curveOf(
        [
          [470, 620],
          [480, 500],
          [540, 400],
          [640, 380],
          [700, 440],
          [700, 540],
          [660, 640],
          [620, 720],
          [520, 720],
        ],
        true,
      ),
      { fill: 'url(#neck)' },
    ),
  );
  bird.push(
    path(
      curveOf(
        [
          [520, 440],
          [560, 350],
          [660, 330],
          [720, 390],
          [710, 470],
          [620, 500],
          [540, 500],
        ],
        true,
      ),
      { fill: black },
    ),
  );
  bird.push(
    path('M676 420C760 400 880 440 960 560C970 576 960 584 946 576C880 540 780 520 690 510C672 480 670 450 676 420Z', {
      fill: 'url(#bill)',
    }),
  );
  bird.push(
    path('M690 500C780 510 870 530 946 576C880 572 780 560 700 540Z', { fill: '#c9b27a' }),
    line(
      [
        [690, 506],
        [800, 520],
        [940, 572],
      ],
      '#7a5a2e',
      4,
    ),
  );
  bird.push(
    path(
      'M600 352C620 270 700 230 800 262C846 278 870 250 876 226C904 280 870 340 800 350C760 356 730 380 712 410C680 380 640 358 600 352Z',
      { fill: 'url(#casque)' },
    ),
    path(
      curveOf([
        [640, 330],
        [720, 284],
        [810, 296],
        [858, 280],
      ]),
      { stroke: '#fbe9a6', width: 9, opacity: 0.7, round: true },
    ),
  );
  bird.push(
    oval(640, 420, 34, 30, { fill: '#e3dcc4' }),
    oval(644, 420, 20, 20, { fill: '#b3321f' }),
    oval(646, 420, 11, 11, { fill: '#14100e' }),
    oval(650, 415, 4, 4, { fill: '#ffffff' }),
  );
  for (const x of [540, 610])
    bird.push(
      path(
        curveOf([
          [x, 1060],
          [x - 6, 1090],
          [x - 26, 1104],
        ]),
        { stroke: '#5a5040', width: 16, round: true },
      ),
      path(
        curveOf([
          [x, 1090],
          [x + 8, 1108],
          [x + 24, 1112],
        ]),
        { stroke: '#5a5040', width: 14, round: true },
      ),
    );
  await drawShapes(
    canvas,
    `<defs>${gradient('body', ['#3d5558', '#1d2427', '#141a1c'], 'across')}${gradient('neck', ['#2d3c3f', '#1a2022'])}${gradient('bill', ['#f7dc8a', '#f1ead0', '#d9c48f'], 'across')}${gradient('casque', ['#d8462f', '#ec8a2e', '#f6c64a'], 'across')}</defs>${branch}${bird.join('')}`,
  );
  await drawShapes(
    canvas,
    broadLeaves(chance, 1230, 1520, 560, { light: '#9fc456', middle: '#2f7a4a', shade: '#14503c' }, 16, {
      from: -3.1,
      to: -1.6,
    }) +
      broadLeaves(chance, -40, -20, 420, { light: '#b3d062', middle: '#3f8a4a', shade: '#1a5a40' }, 12, {
        from: 0.1,
        to: 1.5,
      }),
    5,
  );
  return developPicture(canvas, { name, bloom: 0.35, vignette: 0.3, contrast: 0.3 });
}
