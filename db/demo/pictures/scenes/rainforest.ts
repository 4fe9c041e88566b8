import { canvasOf, drawShapes, mix } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { broadLeaves, canopy, emergent, hills, row } from '../land.ts';
import { chanceOf } from '../random.ts';
import { path } from '../shapes.ts';
import { drawClouds, drawMist, drawSky } from '../sky.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** Rainforest ridges at sunrise, one behind the other, with mist in the valleys. */
export async function rainforestInMist(): Promise<Buffer> {
  const name = 'rainforest in mist';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  drawSky(canvas, {
    colours: ['#7fb0b4', '#b9d3c4', '#f2e3b6', '#fbe9bd'],
    horizon: 560,
    sun: { x: 1220, y: 300, colour: '#fff3c9', reach: 260, disc: 36 },
  });
  await drawClouds(canvas, {
    name,
    top: 20,
    bottom: 380,
    light: '#fff5da',
    shade: '#b3c6bd',
    amount: 0.34,
    size: 520,
    side: 0.7,
    cover: 0.75,
  });
  const ranges = [
    { y: 400, colour: '#9cc0b4', size: 0, mist: 0.85 },
    { y: 490, colour: '#6fa394', size: 14, mist: 0.8 },
    { y: 590, colour: '#4a8574', size: 24, mist: 0.75 },
    { y: 720, colour: '#2d6656', size: 40, mist: 0.6 },
    { y: 880, colour: '#1a4a3e', size: 66, mist: 0 },
  ];
  for (const [index, range] of ranges.entries()) {
    const crest = { left: range.y + chance.between(-50, 50), right: range.y + chance.between(-70, 30), height: 60 };
    const leaves = {
      light: mix(range.colour, '#f3e3a0', 0.42),
      middle: mix(range.colour, '#d8dca0', 0.12),
      shade: mix(range.colour, '#0f3a35', 0.25),
    };
    let shapes = hills(
      chance,
      `r${index}`,
      WIDTH,
      crest,
      { y: range.y + 240, colour: mix(range.colour, '#f4e6bb', 0.3) },
      range.colour,
    );
    if (range.size > 0) {
      for (let line = 0; line < 3; line += 1) {
        const along = row(
          chance,
          [-30, crest.left + line * range.size * 1.1],
          [WIDTH + 30, crest.right + line * range.size * 1.1],
          range.size * 1.15,
          range.size * 0.6,
        );
        shapes += canopy(chance, along, { from: range.size * 0.6, to: range.size * 1.1 }, leaves, 1);
      }
      if (range.size > 20)
        for (let tree = 0; tree < 5; tree += 1)
          shapes += emergent(
            chance,
            chance.between(40, WIDTH - 40),
            range.y + 60,
            range.size * chance.between(4.2, 6),
            leaves,
            mix(range.colour, '#efe3c6', 0.4),
            1,
          );
    }
    await drawShapes(canvas, shapes);
    if (range.mist > 0)
      await drawMist(canvas, {
        name: `${name} ${index}`,
        top: range.y - 10,
        bottom: range.y + 210,
        colour: index < 2 ? '#f8ebc8' : '#dfe8d2',
        cover: range.mist,
        size: 320,
      });
  }
  await drawShapes(canvas, hornbill(560, 250, 0.55) + hornbill(700, 300, 0.36) + hornbill(470, 330, 0.3));
  await drawShapes(
    canvas,
    broadLeaves(chance, -20, 1090, 420, { light: '#5d9a5a', middle: '#1d4f3e', shade: '#0e322b' }, 16, {
      from: -1.5,
      to: -0.1,
    }) +
      broadLeaves(chance, 1620, 1090, 360, { light: '#6aa35c', middle: '#1f5340', shade: '#0e322b' }, 14, {
        from: -3.1,
        to: -1.7,
      }),
    5,
  );
  return developPicture(canvas, { name, bloom: 0.45, vignette: 0.3, contrast: 0.35 });
}

/** A hornbill in flight, seen small: long neck, casque, white tail with a dark band. */
function hornbill(x: number, y: number, scale: number): string {
  const dark = '#22302e';
  return `<g transform="translate(${x} ${y}) scale(${scale})">${path('M-70 6C-30 -10 40 -10 86 -4C100 -12 118 -14 132 -6C120 0 104 4 92 6C60 18 0 18 -70 6Z', { fill: dark })}${path('M96 -6C104 -20 122 -22 134 -8C124 -6 110 -6 96 -6Z', { fill: '#d8772e' })}${path('M104 -2C122 -4 136 0 150 8C134 8 118 8 104 4Z', { fill: '#f1cf78' })}${path('M-66 2L-150 -10L-158 6L-150 20L-62 12Z', { fill: '#f4efdf' })}${path('M-120 -6L-134 -8L-136 17L-122 15Z', { fill: dark })}${path('M20 0C0 -50 -50 -110 -110 -130C-100 -116 -104 -108 -112 -100C-90 -96 -98 -86 -100 -78C-70 -70 -60 -20 -40 2Z', { fill: dark })}${path('M26 2C30 40 10 84 -30 112C-28 100 -36 94 -44 92C-30 76 -38 70 -40 62C-20 50 -16 20 -14 4Z', { fill: '#2c3d3a' })}</g>`;
}
