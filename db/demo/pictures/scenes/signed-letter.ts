import { drawBeam } from '../beam.ts';
import { pot } from '../buildings.ts';
import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, oval, path, pathOf, shadow } from '../shapes.ts';

const WIDTH = 1600;
const HEIGHT = 1067;
const leaves = { light: '#d4e08a', middle: '#8fbf6a', shade: '#5a9a62' };

/** A desk with a laptop showing a signed letter, a phone and coffee, seen from the sitter's side. */
export async function signedLetterOnLaptop(): Promise<Buffer> {
  const name = 'signed letter on laptop';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  await drawShapes(
    canvas,
    `<defs>${gradient('dusk', ['#b8d9d6', '#f2e3b9'])}</defs>${box(0, 0, WIDTH, 760, { fill: 'url(#dusk)' })}${canopy(chance, row(chance, [-20, 500], [WIDTH, 520], 90, 40), { from: 90, to: 150 }, leaves, 1)}${box(0, 560, WIDTH, 220, { fill: '#7fae78' })}${[130, 520, 910, 1300].map((x) => box(x, -10, 26, 760, { fill: '#5c4330' })).join('')}`,
    9,
  );
  const wood = `${gradient('wood', ['#d9a56a', '#b57a42', '#7a4a26'])}`;
  await drawShapes(
    canvas,
    `<defs>${wood}</defs>${path(
      pathOf([
        [-10, 720],
        [1610, 720],
        [1610, 1080],
        [-10, 1080],
      ]),
      { fill: 'url(#wood)' },
    )}${Array.from({ length: 26 }, () => {
      const y = chance.between(730, 1060);
      return path(
        curveOf([
          [-20, y],
          [400, y + chance.between(-8, 8)],
          [1000, y + chance.between(-8, 8)],
          [1620, y + chance.between(-6, 6)],
        ]),
        { stroke: '#6b4020', width: chance.between(1, 3), opacity: 0.25 },
      );
    }).join('')}`,
  );
  const letter = [
    path(
      pathOf([
        [452, 210],
        [1148, 210],
        [1170, 734],
        [430, 734],
      ]),
      { fill: 'url(#lid)' },
    ),
    box(470, 232, 660, 470, { fill: '#31565a' }),
    box(560, 252, 470, 450, { fill: 'url(#screen)' }),
    oval(620, 300, 26, 26, { fill: '#d9a43a' }),
    oval(620, 300, 17, 17, { fill: '#1f6b5c' }),
    box(664, 282, 270, 12, { fill: '#2b3436' }),
    box(664, 304, 190, 9, { fill: '#8fa39a' }),
    box(590, 340, 410, 3, { fill: '#2b3436' }),
    ...Array.from({ length: 9 }, (_, index) =>
      box(590, 366 + index * 20, [410, 396, 410, 380, 408, 300, 410, 402, 220][index] ?? 400, 8, { fill: '#b3bdb4' }),
    ),
    box(830, 568, 160, 112, { fill: '#f2f6ef' }),
    box(830, 568, 160, 112, { stroke: '#2f8a72', width: 3 }),
    path(
      curveOf([
        [846, 640],
        [870, 606],
        [886, 650],
        [906, 612],
        [926, 642],
        [972, 620],
      ]),
      { stroke: '#24556f', width: 5, round: true },
    ),
    oval(972, 584, 30, 30, { fill: '#2f8a72' }),
    path('M958 584L969 596L988 572', { stroke: '#fbf7ea', width: 7, round: true }),
    ...Array.from({ length: 49 }, (_, index) =>
      chance.next() < 0.55
        ? box(596 + (index % 7) * 12, 588 + Math.floor(index / 7) * 12, 12, 12, { fill: '#2b3436' })
        : '',
    ),
    path(
      pathOf([
        [430, 734],
        [1170, 734],
        [1290, 868],
        [310, 868],
      ]),
      { fill: '#c3cac6' },
    ),
    path(
      pathOf([
        [310, 868],
        [1290, 868],
        [1290, 886],
        [310, 886],
      ]),
      { fill: '#8f9a97' },
    ),
    ...Array.from({ length: 4 }, (_, rowIndex) =>
      Array.from({ length: 13 }, (_, key) => {
        const y = 748 + rowIndex * 19;
        const spread = 640 + rowIndex * 38;
        const x = 800 - spread / 2 + (key * spread) / 13;
        return box(x, y, spread / 13 - 6, 13, { fill: '#4a5558' }, 3);
      }).join(''),
    ),
    path(
      pathOf([
        [690, 828],
        [910, 828],
        [926, 862],
        [674, 862],
      ]),
      { fill: '#adb6b2' },
    ),
  ].join('');
  const others = [
    shadow(200, 960, 120, 16, 0.5),
    path('M120 800C120 900 140 960 196 960C252 960 272 900 272 800Z', { fill: '#f6f0e0' }),
    oval(196, 800, 76, 20, { fill: '#e2d9c4' }),
    oval(196, 802, 64, 14, { fill: '#4a2c18' }),
    path('M270 828C320 826 318 896 262 900', { stroke: '#f6f0e0', width: 16 }),
    path('M196 800C230 850 240 920 210 958C260 950 272 890 272 800Z', { fill: '#0c1620', opacity: 0.12 }),
    path(
      curveOf([
        [180, 770],
        [164, 730],
        [196, 700],
        [180, 650],
      ]),
      { stroke: '#ffffff', width: 10, opacity: 0.28, round: true },
    ),
    `<g transform="translate(1392 942) rotate(-14)">${shadow(0, 76, 70, 16, 0.5)}${box(-58, -104, 116, 190, { fill: '#22292c' }, 16)}${box(-50, -94, 100, 170, { fill: '#dff0ea' }, 8)}${oval(0, -40, 28, 28, { fill: '#2f8a72' })}${path('M-13 -40L-3 -29L14 -52', { stroke: '#fbf7ea', width: 7, round: true })}${box(-34, 6, 68, 8, { fill: '#8fa39a' }, 4)}${box(-24, 24, 48, 8, { fill: '#b3bdb4' }, 4)}</g>`,
    pot(1480, 760, 150, '#b5653f'),
    `<g transform="translate(380 985) rotate(8)">${box(-130, -34, 260, 78, { fill: '#1f6b5c' }, 5)}${box(-126, -38, 252, 76, { fill: '#2f8a72' }, 5)}${box(-100, -38, 10, 76, { fill: '#d9a43a' })}</g>`,
    line(
      [
        [560, 1010],
        [720, 968],
      ],
      '#2b3436',
      9,
    ),
    line(
      [
        [560, 1010],
        [580, 1005],
      ],
      '#d9a43a',
      9,
    ),
  ].join('');
  await drawShapes(
    canvas,
    `<defs>${gradient('screen', ['#fdfdf8', '#e6ece4'])}${gradient('lid', ['#3d474c', '#23292d'])}</defs>${path(
      pathOf([
        [280, 880],
        [1320, 880],
        [1380, 930],
        [240, 930],
      ]),
      { fill: '#3c2414', opacity: 0.35 },
    )}${letter}${others}`,
  );
  await drawBeam(canvas, name, { x: 1600, top: -80, bottom: 500 }, -0.5, 1500, [255, 236, 190], 0.35);
  return developPicture(canvas, { name, bloom: 0.35, vignette: 0.35, contrast: 0.28 });
}
