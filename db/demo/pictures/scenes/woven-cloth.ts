import { canvasOf, drawShapes } from '../canvas.ts';
import { developPicture } from '../develop.ts';
import { ornament } from '../ornament.ts';
import { chanceOf } from '../random.ts';
import { box, curveOf, gradient, line, path, pathOf } from '../shapes.ts';

const WIDTH = 1200;
const HEIGHT = 1500;

/** Woven cloth on a loom, upright: bands of diamonds and curls in earth colours. */
export async function wovenCloth(): Promise<Buffer> {
  const name = 'woven cloth';
  const chance = chanceOf(name);
  const canvas = canvasOf(WIDTH, HEIGHT, [0, 0, 0]);
  const bands: string[] = [box(0, 0, WIDTH, HEIGHT, { fill: '#6b2a22' })];
  const reds = ['#7d2f26', '#2a2320', '#8f5a2e', '#5a241f', '#35302c'] as const;
  let y = 150;
  let band = 0;
  while (y < 1240) {
    const tall = [46, 190, 30, 130, 30, 210, 46, 110][band % 8] ?? 100;
    bands.push(box(0, y, WIDTH, tall, { fill: reds[band % reds.length] ?? '#7d2f26' }));
    bands.push(box(0, y, WIDTH, 5, { fill: '#d9b26a' }), box(0, y + tall - 5, WIDTH, 5, { fill: '#d9b26a' }));
    if (tall > 120) {
      const step = tall * 0.9;
      for (let x = -step; x < WIDTH + step; x += step) {
        for (const share of [0.46, 0.36, 0.25, 0.13]) {
          const reach = tall * share;
          bands.push(
            path(
              pathOf([
                [x, y + tall / 2 - reach],
                [x + reach * 0.9, y + tall / 2],
                [x, y + tall / 2 + reach],
                [x - reach * 0.9, y + tall / 2],
              ]),
              {
                fill: share === 0.46 ? '#e6d3a0' : share === 0.36 ? '#7d2f26' : share === 0.25 ? '#e2a83a' : '#22201f',
              },
            ),
          );
        }
        bands.push(
          ornament(x + step / 2, y + tall * 0.27, tall * 0.2, '#e6d3a0', '#d9a43a'),
          `<g transform="translate(0 ${(2 * (y + tall * 0.73)).toFixed(0)}) scale(1 -1)">${ornament(x + step / 2, y + tall * 0.73, tall * 0.2, '#e6d3a0', '#d9a43a')}</g>`,
        );
      }
    } else {
      for (let x = 0; x < WIDTH; x += tall * 0.8)
        bands.push(
          path(
            pathOf([
              [x, y + tall - 8],
              [x + tall * 0.4, y + 8],
              [x + tall * 0.8, y + tall - 8],
            ]),
            { fill: band % 2 === 0 ? '#e2a83a' : '#e6d3a0', opacity: 0.9 },
          ),
        );
    }
    y += tall;
    band += 1;
  }
  let threads = '';
  for (let x = 2; x < WIDTH; x += 5)
    threads += line(
      [
        [x, 120],
        [x, 1280],
      ],
      '#1a0f0c',
      1.4,
      0.22,
    );
  for (let row_ = 122; row_ < 1280; row_ += 5)
    threads += line(
      [
        [0, row_],
        [WIDTH, row_],
      ],
      chance.next() < 0.5 ? '#fff0cc' : '#1a0f0c',
      1.1,
      0.16,
    );
  let warp = '';
  for (let x = 4; x < WIDTH; x += 7)
    warp += line(
      [
        [x, 1240],
        [x + chance.between(-2, 2), 1500],
      ],
      chance.pick(['#e6d3a0', '#c9b27a', '#a8502f', '#7d2f26']),
      2.6,
    );
  const beams = [
    box(-10, 60, 1220, 96, { fill: 'url(#wood)' }, 40),
    box(-10, 60, 1220, 20, { fill: '#e2bd84', opacity: 0.5 }, 10),
    box(-10, 1226, 1220, 44, { fill: 'url(#wood)' }, 20),
    box(-10, 1360, 1220, 30, { fill: 'url(#wood)' }, 14),
    path('M330 1300C480 1270 760 1270 900 1302C760 1334 480 1334 330 1300Z', { fill: '#8a5c34' }),
    path('M380 1298C500 1282 730 1282 850 1300', { stroke: '#d9a86a', width: 6 }),
    box(520, 1288, 190, 24, { fill: '#d8462f' }, 10),
    path(
      curveOf([
        [710, 1300],
        [900, 1330],
        [1210, 1254],
      ]),
      { stroke: '#d8462f', width: 4 },
    ),
  ].join('');
  await drawShapes(
    canvas,
    `<defs>${gradient('wood', ['#c9965c', '#8a5c34', '#4f3320'])}${gradient('fold', ['#000000', '#ffffff', '#000000'], 'across')}<linearGradient id="shade" x1="0" x2="1" y1="0" y2="0.35"><stop offset="0%" stop-color="#fff0c4" stop-opacity="0.42"/><stop offset="42%" stop-color="#fff0c4" stop-opacity="0.06"/><stop offset="100%" stop-color="#120806" stop-opacity="0.62"/></linearGradient></defs>${bands.join('')}${threads}${box(0, 1240, WIDTH, 270, { fill: '#3a2418' })}${warp}${beams}<rect width="1200" height="1500" fill="url(#shade)"/>`,
  );
  return developPicture(canvas, { name, bloom: 0.3, vignette: 0.4, contrast: 0.3, wander: 1.6 });
}
