import { canvasOf, drawShapes, rgb } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { canopy, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { box, gradient, line, oval, path, pathOf, pool } from '../shapes.ts';
import { drawClouds, drawSky } from '../sky.ts';
import { drawWater } from '../water.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Domes and minarets across the river at the blue hour. */
export async function domesAtBlueHour(): Promise<Buffer> {
  const name = 'domes at blue hour';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const shore = 690;
  drawSky(canvas, {
    colours: ['#101d3f', '#23386b', '#5a5f94', '#d98f86', '#f7c290'],
    horizon: shore,
    sun: { x: 800, y: 700, colour: '#ffd9a0', reach: 150 },
  });
  await drawClouds(canvas, {
    name,
    top: 120,
    bottom: 600,
    light: '#d98a90',
    shade: '#33406f',
    amount: 0.42,
    size: 520,
    cover: 0.7,
  });
  let stars = '';
  for (let index = 0; index < 90; index += 1)
    stars += oval(chance.between(0, WIDTH), chance.between(0, 300), 1.4, 1.4, {
      fill: '#f4f0e0',
      opacity: chance.between(0.2, 0.8),
    });
  stars += path('M1270 150A52 52 0 1 0 1316 222A42 42 0 1 1 1270 150Z', { fill: '#fbf3d9' });
  const wall = '#454b7c';
  const lit = '#f6c987';
  const parts: string[] = [];
  const dome = (x: number, foot: number, radius: number) => {
    const top = foot - radius * 1.25;
    parts.push(box(x - radius * 0.9, foot - 4, radius * 1.8, radius * 0.34, { fill: wall }));
    for (let window = -3; window <= 3; window += 1)
      parts.push(
        path(
          `M${x + window * radius * 0.24 - radius * 0.07} ${foot + radius * 0.28}V${foot + radius * 0.1}A${radius * 0.07} ${radius * 0.09} 0 0 1 ${x + window * radius * 0.24 + radius * 0.07} ${foot + radius * 0.1}V${foot + radius * 0.28}Z`,
          { fill: lit },
        ),
      );
    parts.push(
      path(
        `M${x - radius} ${foot}C${x - radius * 1.12} ${foot - radius * 0.75} ${x - radius * 0.45} ${foot - radius * 1.05} ${x} ${top}C${x + radius * 0.45} ${foot - radius * 1.05} ${x + radius * 1.12} ${foot - radius * 0.75} ${x + radius} ${foot}Z`,
        { fill: 'url(#dome)' },
      ),
    );
    for (const rib of [-0.62, -0.25, 0.25, 0.62])
      parts.push(
        path(
          `M${x + rib * radius} ${foot}C${x + rib * radius * 1.15} ${foot - radius * 0.7} ${x + rib * radius * 0.4} ${foot - radius * 1.02} ${x} ${top}`,
          { stroke: '#8a7fae', width: 2, opacity: 0.7 },
        ),
      );
    parts.push(
      line(
        [
          [x, top],
          [x, top - radius * 0.36],
        ],
        '#e6b85a',
        radius * 0.05,
      ),
      oval(x, top - radius * 0.16, radius * 0.07, radius * 0.06, { fill: '#f2cf78' }),
    );
  };
  const minaret = (x: number, foot: number, height: number, wide: number) => {
    parts.push(
      path(
        pathOf([
          [x - wide, foot],
          [x - wide * 0.7, foot - height],
          [x + wide * 0.7, foot - height],
          [x + wide, foot],
        ]),
        { fill: 'url(#tower)' },
      ),
    );
    for (const share of [0.34, 0.66, 0.97])
      parts.push(
        box(x - wide * 1.25, foot - height * share - 8, wide * 2.5, 14, { fill: '#5d629a' }),
        box(x - wide * 1.1, foot - height * share - 12, wide * 2.2, 4, { fill: lit }),
      );
    for (const share of [0.18, 0.5, 0.8]) parts.push(box(x - 4, foot - height * share, 8, 22, { fill: lit }));
    parts.push(
      path(
        `M${x - wide * 0.75} ${foot - height - 8}C${x - wide * 0.8} ${foot - height - wide * 1.4} ${x - wide * 0.2} ${foot - height - wide * 1.8} ${x} ${foot - height - wide * 3}C${x + wide * 0.2} ${foot - height - wide * 1.8} ${x + wide * 0.8} ${foot - height - wide * 1.4} ${x + wide * 0.75} ${foot - height - 8}Z`,
        { fill: 'url(#dome)' },
      ),
    );
  };
  minaret(380, shore, 400, 20);
  minaret(1220, shore, 400, 20);
  parts.push(box(430, shore - 150, 740, 152, { fill: 'url(#front)' }));
  for (let arch = 0; arch < 13; arch += 1) {
    const x = 452 + arch * 55;
    parts.push(
      path(
        `M${x} ${shore}V${shore - 76}C${x} ${shore - 104} ${x + 18} ${shore - 112} ${x + 18} ${shore - 122}C${x + 18} ${shore - 112} ${x + 36} ${shore - 104} ${x + 36} ${shore - 76}V${shore}Z`,
        { fill: lit, opacity: 0.92 },
      ),
      box(x + 10, shore - 60, 16, 60, { fill: '#b06f4a', opacity: 0.6 }),
    );
  }
  dome(560, shore - 150, 62);
  dome(1040, shore - 150, 62);
  parts.push(box(640, shore - 240, 320, 96, { fill: wall }));
  dome(800, shore - 240, 150);
  minaret(680, shore - 150, 330, 15);
  minaret(920, shore - 150, 330, 15);
  parts.push(
    canopy(
      chance,
      row(chance, [-20, shore - 12], [420, shore - 8], 42, 6),
      { from: 20, to: 38 },
      { light: '#4a5f7a', middle: '#2a3f5f', shade: '#182849' },
    ),
    canopy(
      chance,
      row(chance, [1190, shore - 8], [WIDTH + 20, shore - 12], 42, 6),
      { from: 20, to: 38 },
      { light: '#4a5f7a', middle: '#2a3f5f', shade: '#182849' },
    ),
  );
  for (let lamp = 0; lamp < 24; lamp += 1)
    parts.push(
      oval(40 + lamp * 66, shore - 14, 4, 4, { fill: '#fff2c4' }),
      oval(40 + lamp * 66, shore - 14, 22, 20, { fill: 'url(#glow)' }),
    );
  await drawShapes(
    canvas,
    `<defs>${gradient('dome', ['#f0cfa0', '#9a86b0', '#454b7c'])}${gradient('tower', ['#8a86ac', '#4a507f', '#343b69'], 'across')}${gradient('front', ['#5d629a', '#3a4272'])}${pool('glow', '#ffdf9a', 0.75)}</defs>${stars}${parts.join('')}`,
  );
  drawWater(canvas, {
    name,
    from: shore,
    deep: rgb('#16244a'),
    glint: rgb('#ffd9a0'),
    rough: 0.75,
    mirror: 0.95,
    path: 0.5,
  });
  return developPicture(canvas, { name, bloom: 0.6, vignette: 0.4, contrast: 0.3 });
}
