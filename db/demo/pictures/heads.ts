import { mix } from './canvas.ts';
import { box, curveOf, line, oval, path, pathOf } from './shapes.ts';

/** What a person wears on the head. */
export type Headwear = 'hair' | 'long_hair' | 'hijab' | 'peci' | 'cap' | 'straw_hat' | 'headband' | 'helmet';

/** A head without a face: `r` is half its width, (x, y) its middle. */
export function headOf(
  who: { head: Headwear; headColour?: string },
  x: number,
  y: number,
  r: number,
  skin: string,
): string {
  const colour = who.headColour ?? '#1d1a1c';
  const face = path(
    curveOf(
      [
        [x - r * 0.8, y - r * 0.3],
        [x, y - r],
        [x + r * 0.84, y - r * 0.25],
        [x + r * 0.78, y + r * 0.5],
        [x + r * 0.28, y + r * 1.06],
        [x - r * 0.5, y + r * 0.7],
      ],
      true,
    ),
    { fill: skin },
  );
  const hair = path(
    curveOf(
      [
        [x - r * 0.95, y + r * 0.25],
        [x - r * 1.02, y - r * 0.45],
        [x - r * 0.2, y - r * 1.2],
        [x + r * 0.8, y - r * 0.75],
        [x + r * 0.86, y - r * 0.32],
        [x + r * 0.15, y - r * 0.42],
        [x - r * 0.2, y - r * 0.05],
        [x - r * 0.45, y + r * 0.55],
      ],
      true,
    ),
    { fill: '#1f1a1c' },
  );
  switch (who.head) {
    case 'hijab':
      return (
        path(
          curveOf(
            [
              [x - r * 0.9, y - r * 0.6],
              [x + r * 0.05, y - r * 1.2],
              [x + r * 0.98, y - r * 0.5],
              [x + r * 1.0, y + r * 0.5],
              [x + r * 1.35, y + r * 1.9],
              [x + r * 0.4, y + r * 2.5],
              [x - r * 1.25, y + r * 2.1],
              [x - r * 1.2, y + r * 0.6],
            ],
            true,
          ),
          { fill: colour },
        ) +
        path(
          curveOf(
            [
              [x - r * 0.25, y - r * 0.6],
              [x + r * 0.4, y - r * 0.82],
              [x + r * 0.86, y - r * 0.3],
              [x + r * 0.8, y + r * 0.5],
              [x + r * 0.3, y + r * 0.98],
              [x - r * 0.2, y + r * 0.4],
            ],
            true,
          ),
          { fill: skin },
        ) +
        path(
          curveOf([
            [x - r * 0.3, y + r * 0.9],
            [x + r * 0.4, y + r * 1.4],
            [x + r * 1.1, y + r * 1.3],
          ]),
          { stroke: mix(colour, '#0c1620', 0.3), width: r * 0.12, opacity: 0.7 },
        )
      );
    case 'peci':
      return (
        face +
        path(
          pathOf([
            [x - r * 0.95, y - r * 0.25],
            [x - r * 0.82, y - r * 1.2],
            [x + r * 0.72, y - r * 1.3],
            [x + r * 0.9, y - r * 0.42],
          ]),
          { fill: colour },
        ) +
        oval(x - r * 0.86, y + r * 0.1, r * 0.2, r * 0.42, { fill: '#1f1a1c' })
      );
    case 'cap':
      return (
        face +
        hair +
        path(
          curveOf(
            [
              [x - r * 1.0, y - r * 0.3],
              [x - r * 0.5, y - r * 1.25],
              [x + r * 0.6, y - r * 1.15],
              [x + r * 0.92, y - r * 0.4],
            ],
            true,
          ),
          { fill: colour },
        ) +
        path(
          curveOf(
            [
              [x + r * 0.3, y - r * 0.5],
              [x + r * 1.1, y - r * 0.55],
              [x + r * 1.6, y - r * 0.25],
              [x + r * 0.6, y - r * 0.3],
            ],
            true,
          ),
          { fill: mix(colour, '#000000', 0.25) },
        )
      );
    case 'helmet':
      return (
        face +
        path(
          curveOf(
            [
              [x - r * 1.08, y - r * 0.2],
              [x - r * 0.8, y - r * 1.2],
              [x + r * 0.2, y - r * 1.5],
              [x + r * 0.95, y - r * 0.95],
              [x + r * 1.1, y - r * 0.28],
            ],
            true,
          ),
          { fill: colour },
        ) +
        box(x - r * 1.15, y - r * 0.4, r * 2.6, r * 0.2, { fill: mix(colour, '#000000', 0.2) }, r * 0.1)
      );
    case 'straw_hat':
      return (
        face +
        hair +
        path(
          curveOf(
            [
              [x - r * 2.1, y - r * 0.15],
              [x - r * 0.6, y - r * 0.9],
              [x, y - r * 1.7],
              [x + r * 0.7, y - r * 0.9],
              [x + r * 2.1, y - r * 0.2],
              [x, y - r * 0.35],
            ],
            true,
          ),
          { fill: colour },
        )
      );
    case 'headband':
      return (
        face +
        hair +
        line(
          [
            [x - r * 0.98, y - r * 0.28],
            [x + r * 0.86, y - r * 0.5],
          ],
          colour,
          r * 0.34,
        ) +
        path(
          `M${x - r * 0.2} ${y - r * 0.7}C${x - r * 0.9} ${y - r * 2} ${x - r * 0.6} ${y - r * 3} ${x + r * 0.1} ${y - r * 3.3}C${x + r * 0.3} ${y - r * 2.2} ${x + r * 0.1} ${y - r * 1.4} ${x + r * 0.1} ${y - r * 0.7}Z`,
          { fill: '#f3ecd9' },
        ) +
        path(
          `M${x - r * 0.02} ${y - r * 2.2}C${x - r * 0.2} ${y - r * 2.8} ${x} ${y - r * 3.2} ${x + r * 0.1} ${y - r * 3.3}C${x + r * 0.24} ${y - r * 2.8} ${x + r * 0.2} ${y - r * 2.5} ${x + r * 0.14} ${y - r * 2.2}Z`,
          { fill: '#1d1a1c' },
        )
      );
    case 'long_hair':
      return (
        path(
          curveOf(
            [
              [x - r * 0.2, y - r * 1.1],
              [x - r * 1.2, y - r * 0.3],
              [x - r * 1.25, y + r * 1.4],
              [x - r * 0.7, y + r * 2.3],
              [x - r * 0.1, y + r * 1.2],
            ],
            true,
          ),
          { fill: '#1f1a1c' },
        ) +
        face +
        hair
      );
    case 'hair':
      return face + hair;
  }
}
