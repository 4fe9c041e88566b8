import { oval, path } from './shapes.ts';

/** A curling motif in the manner of the region's carvings. */
export function ornament(x: number, y: number, size: number, colour: string, eye: string): string {
  const curl = (side: number) =>
    path(
      `M${x} ${y + size * 0.5}C${x + side * size * 0.9} ${y + size * 0.4} ${x + side * size * 1.2} ${y - size * 0.4} ${x + side * size * 0.6} ${y - size * 0.5}C${x + side * size * 0.2} ${y - size * 0.5} ${x + side * size * 0.2} ${y} ${x + side * size * 0.55} ${y}`,
      { stroke: colour, width: size * 0.16, round: true },
    );
  return curl(-1) + curl(1) + oval(x, y - size * 0.1, size * 0.13, size * 0.2, { fill: eye });
}
