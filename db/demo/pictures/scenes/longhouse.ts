import { ridgeHorns } from '../buildings.ts';
import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, grass, hills, palm, row } from '../land.ts';
import { ornament } from '../ornament.ts';
import { person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, line, path, pathOf, shadow } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Dancers before a Dayak longhouse in the gold of late afternoon. */
export async function longhouseDance(): Promise<Buffer> {
  const name = 'longhouse dance';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#4f86a6', '#b9c9b0', '#fbdc9a'],
    horizon: 620,
    sun: { x: 180, y: 400, colour: '#fff0c0', reach: 300 },
  });
  await drawClouds(canvas, {
    name,
    top: 0,
    bottom: 420,
    light: '#fff1d0',
    shade: '#a8aeb0',
    amount: 0.42,
    size: 460,
    side: -0.8,
  });
  const gold = { light: '#d8cf62', middle: '#6f9450', shade: '#2a5f48' };
  await drawShapes(
    canvas,
    hills(chance, 'l', WIDTH, { left: 480, right: 420, height: 60 }, { y: 720, colour: '#e6d79a' }, '#93b095') +
      canopy(chance, row(chance, [-20, 600], [WIDTH + 20, 580], 64, 20), { from: 50, to: 92 }, gold) +
      palm(chance, 1540, 680, 380, gold, '#7f6a4a'),
  );
  const wood = '#6f4a30';
  const house: string[] = [];
  for (let stilt = 0; stilt <= 14; stilt += 1)
    house.push(
      box(170 + stilt * 90, 640, 18, 130, { fill: mix(wood, '#1a0f08', 0.35) }),
      box(170 + stilt * 90, 640, 7, 130, { fill: mix(wood, '#ffd98a', 0.18) }),
    );
  house.push(box(140, 452, 1310, 196, { fill: 'url(#planks)' }));
  for (let plank = 0; plank < 54; plank += 1)
    house.push(
      line(
        [
          [144 + plank * 24.4, 456],
          [144 + plank * 24.4, 646],
        ],
        mix(wood, '#1a0f08', 0.45),
        2,
        0.5,
      ),
    );
  for (let opening = 0; opening < 7; opening += 1) {
    const x = 200 + opening * 186;
    house.push(
      box(x, 500, 62, 148, { fill: '#2a1a12' }),
      box(x, 500, 18, 148, { fill: '#8a5c38' }),
      box(x + 96, 512, 54, 60, { fill: '#2a1a12' }),
    );
    house.push(ornament(x + 31, 482, 24, '#f3e7c4', '#b0281f'));
  }
  house.push(
    path(
      pathOf([
        [96, 460],
        [230, 290],
        [1360, 290],
        [1494, 460],
      ]),
      { fill: 'url(#shingle)' },
    ),
  );
  for (let course = 1; course < 9; course += 1) {
    const y = 290 + course * 19;
    const inset = 134 * (1 - course / 9);
    house.push(
      line(
        [
          [96 + inset, y],
          [1494 - inset, y],
        ],
        '#3c2a1e',
        2.4,
        0.6,
      ),
    );
  }
  house.push(
    path(
      pathOf([
        [96, 460],
        [230, 290],
        [420, 290],
        [330, 460],
      ]),
      { fill: '#ffe0a0', opacity: 0.2 },
    ),
  );
  house.push(
    box(220, 280, 1150, 14, { fill: '#4a3220' }),
    ridgeHorns(230, 286, 62, '#3f2a1c'),
    ridgeHorns(1360, 286, 62, '#3f2a1c'),
    ridgeHorns(795, 284, 44, '#3f2a1c'),
  );
  house.push(
    path(
      pathOf([
        [680, 452],
        [795, 330],
        [910, 452],
      ]),
      { fill: '#5a3c28' },
    ),
    path(
      pathOf([
        [706, 448],
        [795, 352],
        [884, 448],
      ]),
      { fill: '#1f1712' },
    ),
    ornament(795, 418, 46, '#f3e7c4', '#c23a26'),
    ornament(745, 434, 20, '#e2b23c', '#f3e7c4'),
    ornament(845, 434, 20, '#e2b23c', '#f3e7c4'),
  );
  house.push(box(130, 640, 1330, 18, { fill: '#8a5f3c' }), box(130, 654, 1330, 8, { fill: '#3c2818' }));
  house.push(
    path(
      pathOf([
        [752, 652],
        [838, 652],
        [866, 800],
        [724, 800],
      ]),
      { fill: '#7d5636' },
    ),
  );
  for (let step = 0; step < 8; step += 1)
    house.push(
      line(
        [
          [752 - step * 3.4, 664 + step * 18],
          [838 + step * 3.4, 664 + step * 18],
        ],
        '#3c2818',
        4,
      ),
    );
  await drawShapes(
    canvas,
    `<defs>${gradient('planks', ['#9a6c44', '#6b452b'])}${gradient('shingle', ['#7d6248', '#54402f'])}${gradient('yard', ['#c99a60', '#a87444', '#6f492c'])}</defs>${box(0, 740, WIDTH, 360, { fill: 'url(#yard)' })}${house.join('')}${totem(96, 830, 330)}${totem(1520, 850, 360)}`,
  );
  const dancer = (x: number, foot: number, height: number, woman: boolean, left: boolean) =>
    person({
      x,
      foot,
      height,
      left,
      head: 'headband',
      headColour: '#c23a26',
      top: woman ? '#1d1a1c' : '#8a2f22',
      bottom: woman ? '#1d1a1c' : '#22201f',
      skirt: woman,
      over: 'batik',
      overColour: '#f0c64a',
      front: { upper: 82, lower: 128 },
      back: { upper: -78, lower: -122 },
      stride: woman ? 0.2 : 0.9,
      skin: '#c08a60',
      carries: woman ? feathers : shield,
    });
  const onlookers = Array.from({ length: 15 }, (_, index) => {
    const side = index % 2 === 0 ? -1 : 1;
    return person({
      x: 795 + side * (250 + (index >> 1) * 76 + chance.between(-14, 14)),
      foot: 812 + chance.between(-6, 8),
      height: chance.between(128, 148),
      left: side > 0,
      head: chance.pick(['hijab', 'hair', 'long_hair', 'cap']),
      headColour: chance.pick(['#c0617a', '#4f7f9a', '#d9b26a']),
      top: chance.pick(['#e3d3aa', '#4f7f8a', '#c0744a', '#7a5a7a', '#d9a94a']),
      bottom: chance.pick(['#4a4038', '#35455a', '#5a3a2e']),
      skirt: chance.next() < 0.4,
      front: { upper: 30, lower: 80 },
    });
  }).join('');
  await drawShapes(
    canvas,
    onlookers +
      dancer(420, 952, 290, true, false) +
      dancer(640, 985, 320, false, false) +
      dancer(930, 985, 310, true, true) +
      dancer(1180, 955, 295, false, true) +
      grass(chance, -20, 260, 1085, 80, ['#8a8a3f', '#5f7a3a', '#3d5a33'], 90) +
      grass(chance, 1340, 1640, 1085, 80, ['#8a8a3f', '#5f7a3a', '#3d5a33'], 90),
  );
  return developPicture(canvas, { name, bloom: 0.42, vignette: 0.34, contrast: 0.32 });
}

const feathers =
  path(
    'M0 0C-0.7 -0.7 -1.2 -1.7 -1 -2.3C-0.4 -1.7 0 -0.9 0 0ZM0 0C-0.25 -1 -0.3 -2 0.1 -2.7C0.4 -1.9 0.3 -0.9 0 0ZM0 0C0.3 -0.9 0.8 -1.8 1.3 -2.1C1.3 -1.3 0.7 -0.5 0 0Z',
    { fill: '#f6efdc' },
  ) +
  path('M-0.9 -1.7L-1 -2.3L-0.65 -1.95ZM-0.1 -2.1L0.1 -2.7L0.28 -2.1ZM0.95 -1.7L1.3 -2.1L1.25 -1.6Z', {
    fill: '#1d1a1c',
  });

const shield =
  path('M0 -2L0.7 -1.4L0.75 1.4L0 2L-0.75 1.4L-0.7 -1.4Z', { fill: '#8a5c34' }) +
  path('M0 -1.3C0.5 -1 0.5 -0.4 0 -0.2C-0.5 -0.4 -0.5 -1 0 -1.3ZM0 0.2C0.5 0.4 0.5 1 0 1.3C-0.5 1 -0.5 0.4 0 0.2Z', {
    fill: '#f3e7c4',
  }) +
  path('M0 -1L0 1', { stroke: '#b0281f', width: 0.16 });

function totem(x: number, foot: number, height: number): string {
  const parts = [
    shadow(x, foot, 50, 10, 0.5),
    box(x - 17, foot - height, 34, height, { fill: '#6b472d' }),
    box(x - 17, foot - height, 12, height, { fill: '#9a7048' }),
  ];
  for (let band = 0; band < 5; band += 1)
    parts.push(
      ornament(x, foot - height * 0.86 + band * height * 0.18, 18, '#f3e7c4', '#c23a26'),
      box(x - 19, foot - height * 0.75 + band * height * 0.18, 38, 5, { fill: '#2a1a12' }),
    );
  parts.push(
    path(
      `M${x - 30} ${foot - height}C${x - 10} ${foot - height - 40} ${x + 40} ${foot - height - 56} ${x + 74} ${foot - height - 34}C${x + 40} ${foot - height - 30} ${x + 36} ${foot - height - 10} ${x + 24} ${foot - height}Z`,
      { fill: '#3c2818' },
    ),
    path(
      `M${x + 14} ${foot - height - 42}C${x + 26} ${foot - height - 68} ${x + 52} ${foot - height - 66} ${x + 62} ${foot - height - 46}Z`,
      { fill: '#d8772e' },
    ),
  );
  return parts.join('');
}
