import { mix } from './canvas.ts';
import { box, curveOf, line, oval, type Point, path, pathOf } from './shapes.ts';

/** Places shapes drawn around (0, 0) with the given size, mirrored when it looks left. */
export function placed(x: number, y: number, scale: number, shapes: string, mirrored = false): string {
  const turn = mirrored ? `scale(${(-scale).toFixed(3)} ${scale.toFixed(3)})` : `scale(${scale.toFixed(3)})`;
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) ${turn}">${shapes}</g>`;
}

/** The same shapes upside down and fainter, for things that float. */
export function afloat(x: number, y: number, scale: number, shapes: string, mirrored = false): string {
  const sx = mirrored ? -scale : scale;
  const below = `<g transform="translate(${x.toFixed(1)} ${(y - 1).toFixed(1)}) scale(${sx.toFixed(3)} ${(-scale * 0.8).toFixed(3)})" opacity="0.42">${shapes}</g>`;
  return below + placed(x, y, scale, shapes, mirrored);
}

/** A klotok: a narrow wooden motor boat with a low roof. 300 units long, waterline at y = 0. */
export function klotok(colours: { hull: string; roof: string; stripe: string }): string {
  const hull: Point[] = [
    [-158, -30],
    [-120, -12],
    [-20, -6],
    [90, -10],
    [150, -26],
    [162, -34],
    [140, 2],
    [60, 8],
    [-100, 8],
    [-140, 2],
  ];
  return [
    box(-70, -46, 130, 40, { fill: mix(colours.hull, '#000000', 0.55) }),
    ...[-68, -34, 0, 32, 58].map((x) => box(x, -48, 4, 42, { fill: mix(colours.roof, '#000000', 0.35) })),
    ...[-52, -18, 16].map((x) => oval(x, -30, 8, 10, { fill: mix(colours.hull, '#1a1410', 0.7) })),
    path(
      curveOf([
        [-82, -44],
        [-60, -58],
        [0, -62],
        [56, -57],
        [74, -44],
      ]),
      { fill: colours.roof },
    ),
    line(
      [
        [-80, -45],
        [74, -45],
      ],
      mix(colours.roof, '#ffffff', 0.3),
      3,
    ),
    path(pathOf(hull), { fill: colours.hull }),
    path(
      curveOf([
        [-158, -30],
        [-120, -13],
        [-20, -7],
        [90, -11],
        [162, -34],
      ]),
      { stroke: colours.stripe, width: 5 },
    ),
    path(
      pathOf([
        [-140, 2],
        [-100, 8],
        [60, 8],
        [140, 2],
        [140, -4],
        [60, 1],
        [-100, 1],
        [-144, -4],
      ]),
      {
        fill: mix(colours.hull, '#000000', 0.5),
      },
    ),
  ].join('');
}

/** A river ferry with two decks of benches and a wheelhouse. 520 units long, waterline at y = 0. */
export function riverFerry(colours: { hull: string; cabin: string; roof: string; glass: string }): string {
  const dark = mix(colours.hull, '#000000', 0.45);
  const windows = (y: number, from: number, to: number, height: number) =>
    Array.from({ length: Math.floor((to - from) / 34) }, (_, index) =>
      box(from + index * 34, y, 26, height, { fill: colours.glass }, 3),
    ).join('');
  return [
    path(
      `${curveOf([
        [-262, -44],
        [-240, -8],
        [-200, 10],
        [180, 10],
        [240, -20],
        [276, -62],
      ])}L-262 -44Z`,
      { fill: colours.hull },
    ),
    path(
      pathOf([
        [-248, -16],
        [250, -26],
        [240, -16],
        [200, 10],
        [-204, 10],
      ]),
      { fill: dark },
    ),
    path(
      pathOf([
        [-262, -44],
        [276, -62],
        [274, -54],
        [-260, -36],
      ]),
      { fill: '#f4efe2' },
    ),
    box(-236, -112, 424, 66, { fill: colours.cabin }),
    box(-236, -112, 424, 10, { fill: mix(colours.cabin, '#000000', 0.18) }),
    windows(-98, -222, 172, 30),
    box(-236, -58, 424, 8, { fill: mix(colours.cabin, colours.hull, 0.6) }),
    box(-250, -122, 452, 12, { fill: mix(colours.roof, '#ffffff', 0.25) }, 4),
    box(-206, -172, 330, 52, { fill: mix(colours.cabin, '#000000', 0.08) }),
    windows(-162, -194, 100, 26),
    box(-218, -184, 358, 14, { fill: colours.roof }, 5),
    path(
      pathOf([
        [128, -122],
        [132, -176],
        [186, -170],
        [204, -122],
      ]),
      { fill: colours.cabin },
    ),
    path(
      pathOf([
        [140, -136],
        [142, -166],
        [180, -162],
        [190, -136],
      ]),
      { fill: colours.glass },
    ),
    box(122, -188, 72, 14, { fill: colours.roof }, 5),
    line(
      [
        [-190, -184],
        [-190, -236],
      ],
      dark,
      4,
    ),
    path('M-190 -236L-150 -228L-190 -216Z', { fill: '#d8372f' }),
    path('M-190 -226L-150 -228L-190 -216Z', { fill: '#fbf7ec' }),
    ...[-150, -60, 40].map((x) => oval(x, -18, 12, 13, { stroke: '#1d1a17', width: 8 })),
  ].join('');
}

/** A dugout with a paddler, 200 units long, waterline at y = 0. */
export function dugout(colour: string): string {
  return [
    path('M-100 -14C-60 4 60 4 104 -18L84 6C40 12 -50 12 -84 6Z', { fill: colour }),
    path('M-14 -8C-18 -40 -6 -62 8 -64C24 -60 26 -30 22 -6Z', { fill: mix(colour, '#000000', 0.35) }),
    oval(8, -74, 11, 12, { fill: mix(colour, '#000000', 0.45) }),
    path('M-16 -78C0 -96 22 -96 36 -76Z', { fill: mix(colour, '#c9a15a', 0.45) }),
    line(
      [
        [12, -46],
        [44, -34],
        [66, 10],
      ],
      mix(colour, '#000000', 0.5),
      6,
    ),
  ].join('');
}

/** The wake behind a boat that moves right. */
export function wake(x: number, y: number, length: number, colour: string): string {
  return [0, 1, 2, 3, 4]
    .map((index) =>
      line(
        [
          [x - length * (0.1 + index * 0.16), y + index * 2.2],
          [x - length * (0.24 + index * 0.19), y + 3 + index * 2.6],
        ],
        colour,
        3 - index * 0.35,
        0.55 - index * 0.08,
      ),
    )
    .join('');
}
