import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, crown, grass, hills, palm, row } from '../land.ts';
import { paper, person } from '../people.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, line, oval, path, pathOf } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#c6d862', middle: '#4f9a55', shade: '#1d6a52' };

/** A transmission mast above a hill village; people use their phones on the porch. */
export async function mastAboveVillage(): Promise<Buffer> {
  const name = 'mast above village';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#3d6f9e', '#8fb9c4', '#f2d9a4'],
    horizon: 620,
    sun: { x: 420, y: 470, colour: '#fff0c4', reach: 250, disc: 38 },
  });
  await drawClouds(canvas, {
    name,
    top: 20,
    bottom: 520,
    light: '#ffeccb',
    shade: '#8fa2b2',
    amount: 0.48,
    size: 460,
    side: -0.6,
  });
  for (const [index, y] of [470, 560, 650].entries()) {
    const colour = ['#8fb0ad', '#5f9484', '#3a7560'][index] ?? '#3a7560';
    await drawShapes(
      canvas,
      hills(
        chance,
        `m${index}`,
        WIDTH,
        { left: y + 40, right: y - 60, height: 90 - index * 16 },
        { y: y + 220, colour: mix(colour, '#f4e2b0', 0.35) },
        colour,
      ),
    );
    await drawMist(canvas, { name: `${name} ${index}`, top: y - 20, bottom: y + 190, colour: '#f6e6c2', cover: 0.6 });
  }
  const mast: string[] = [];
  const foot = 690;
  const top = 110;
  const x = 1130;
  const wide = (y: number) => 14 + ((y - top) / (foot - top)) * 62;
  for (const side of [-1, 1])
    mast.push(
      line(
        [
          [x + side * wide(top), top],
          [x + side * wide(foot), foot],
        ],
        '#c9432f',
        8,
      ),
    );
  for (let y = top; y < foot; y += 46) {
    const next = Math.min(foot, y + 46);
    const colour = Math.floor((y - top) / 92) % 2 === 0 ? '#c9432f' : '#f2ede0';
    mast.push(
      line(
        [
          [x - wide(y), y],
          [x + wide(next), next],
        ],
        colour,
        4,
      ),
      line(
        [
          [x + wide(y), y],
          [x - wide(next), next],
        ],
        colour,
        4,
      ),
      line(
        [
          [x - wide(y), y],
          [x + wide(y), y],
        ],
        colour,
        5,
      ),
      line(
        [
          [x - wide(y), y],
          [x - wide(next), next],
        ],
        colour,
        8,
      ),
      line(
        [
          [x + wide(y), y],
          [x + wide(next), next],
        ],
        colour,
        8,
      ),
    );
  }
  for (const [dx, dy] of [
    [-34, 150],
    [34, 150],
    [-42, 220],
    [42, 230],
  ] as const)
    mast.push(oval(x + dx, dy, 19, 21, { fill: '#f4f1e6' }), oval(x + dx + 3, dy + 2, 13, 15, { fill: '#c3c9c4' }));
  for (const dx of [-22, 0, 22]) mast.push(box(x + dx - 5, 62, 10, 56, { fill: '#eceadf' }, 3));
  await drawShapes(
    canvas,
    mast.join('') +
      canopy(chance, row(chance, [-20, 712], [WIDTH + 20, 690], 58, 12), { from: 40, to: 66 }, leaves, -1) +
      palm(chance, 1420, 740, 300, leaves, '#8b7a5c'),
  );
  const homes = [
    [760, 780, 1],
    [960, 790, 1.1],
    [1250, 780, 1.05],
    [1470, 800, 1.2],
  ]
    .map(
      ([hx = 0, hy = 0, s = 1]) =>
        `<g transform="translate(${hx} ${hy}) scale(${s})">${[-60, -20, 20, 60].map((post) => box(post - 3, -34, 7, 40, { fill: '#5a4432' })).join('')}${box(-72, -96, 144, 64, { fill: chance.pick(['#d9b98a', '#b9c9b0', '#cfae90', '#bcc9cf']) })}${path('M-92 -90L-46 -142L46 -142L92 -90Z', { fill: chance.pick(['#8f4a38', '#6f7a80', '#7a6048']) })}${box(-54, -80, 28, 28, { fill: '#ffe0a0' })}${box(-8, -82, 24, 50, { fill: '#5a4432' })}${box(32, -80, 26, 28, { fill: '#ffe0a0' })}</g>`,
    )
    .join('');
  await drawShapes(
    canvas,
    `${path(
      `${curveOf([
        [-20, 790],
        [500, 760],
        [1100, 790],
        [1620, 770],
      ])}L1620 1080L-20 1080Z`,
      { fill: '#6f9a55' },
    )}${path('M700 1080C800 940 980 880 1620 830L1620 870C1080 910 1000 960 980 1080Z', { fill: '#c9a878' })}${homes}`,
  );
  const porch = [
    box(-10, 880, 640, 26, { fill: '#a9794c' }),
    box(-10, 906, 640, 180, { fill: '#6b472d' }),
    ...Array.from({ length: 16 }, (_, plank) =>
      line(
        [
          [plank * 42, 906],
          [plank * 42, 1080],
        ],
        '#4a3020',
        3,
        0.7,
      ),
    ),
    box(566, 420, 30, 470, { fill: '#7d5636' }),
    box(582, 420, 14, 470, { fill: '#4a3020' }),
    path(
      pathOf([
        [-10, 330],
        [660, 420],
        [660, 452],
        [-10, 372],
      ]),
      { fill: '#5a3c28' },
    ),
    path(
      pathOf([
        [-10, 240],
        [-10, 340],
        [660, 428],
        [620, 402],
      ]),
      { fill: '#7d6248' },
    ),
    box(-10, 372, 70, 520, { fill: '#8a5f3c' }),
  ].join('');
  const phone =
    path('M-0.3 -0.7L0.3 -0.8L0.4 0.2L-0.2 0.3Z', { fill: '#22292c' }) +
    path('M-0.22 -0.58L0.24 -0.66L0.32 0.08L-0.14 0.16Z', { fill: '#bfe6de' });
  await drawShapes(
    canvas,
    [
      porch,
      person({
        x: 250,
        foot: 892,
        height: 420,
        head: 'hijab',
        headColour: '#2f7f86',
        top: '#3f97a0',
        bottom: '#384a5a',
        skirt: true,
        front: { upper: 46, lower: 116 },
        back: { upper: 20, lower: 60 },
        carries: phone,
        over: 'batik',
        overColour: '#f0dfae',
      }),
      person({
        x: 400,
        foot: 892,
        height: 270,
        child: true,
        head: 'hair',
        top: '#e0632f',
        bottom: '#35455a',
        shorts: true,
        left: true,
        front: { upper: 40, lower: 100 },
        carries: paper,
      }),
      person({
        x: 820,
        foot: 940,
        height: 230,
        head: 'cap',
        headColour: '#c9432f',
        top: '#e9dcc0',
        bottom: '#41485a',
        stride: 0.7,
        front: { upper: 40, lower: 118 },
        carries: phone,
      }),
    ].join(''),
  );
  await drawShapes(
    canvas,
    crown(chance, 1600, 900, 120, leaves, -1) +
      grass(chance, 640, 1640, 1085, 90, ['#3f6a34', '#5f8f3f', '#2a5030'], 190),
    2,
  );
  return developPicture(canvas, { name, bloom: 0.4, vignette: 0.3, contrast: 0.3 });
}
