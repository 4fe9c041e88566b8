import type { Chance } from './random.ts';

/** A point in pixels. */
export type Point = readonly [number, number];

const short = (value: number) => Number(value.toFixed(1));

/** Opens a path at a point. */
export function pathOf(points: readonly Point[], closed = true): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
  return `${steps.join('')}${closed ? 'Z' : ''}`;
}

/** A smooth line through the points (Catmull-Rom turned into Bézier curves). */
export function curveOf(points: readonly Point[], closed = false): string {
  const count = points.length;
  const pointAt = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  const first = pointAt(0);
  let path = `M${short(first[0])} ${short(first[1])}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const before = pointAt(index - 1);
    const from = pointAt(index);
    const to = pointAt(index + 1);
    const after = pointAt(index + 2);
    const c1: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const c2: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${short(c1[0])} ${short(c1[1])} ${short(c2[0])} ${short(c2[1])} ${short(to[0])} ${short(to[1])}`;
  }
  return closed ? `${path}Z` : path;
}

/** Looks of a shape. */
export type Look = {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  round?: boolean;
  transform?: string;
};

function attributes(look: Look): string {
  const parts = [`fill="${look.fill ?? 'none'}"`];
  if (look.stroke) parts.push(`stroke="${look.stroke}" stroke-width="${short(look.width ?? 2)}"`);
  if (look.round) parts.push('stroke-linecap="round" stroke-linejoin="round"');
  if (look.opacity !== undefined) parts.push(`opacity="${Number(look.opacity.toFixed(2))}"`);
  if (look.transform) parts.push(`transform="${look.transform}"`);
  return parts.join(' ');
}

/** A path drawn with a look. */
export function path(d: string, look: Look): string {
  return `<path d="${d}" ${attributes(look)}/>`;
}

/** A polygon drawn with a look. */
export function polygon(points: readonly Point[], look: Look): string {
  return path(pathOf(points), look);
}

/** A line of the given width. */
export function line(points: readonly Point[], stroke: string, width: number, opacity = 1): string {
  return path(pathOf(points, false), { stroke, width, opacity, round: true });
}

/** A rectangle, its corners rounded by `radius`. */
export function box(x: number, y: number, width: number, height: number, look: Look, radius = 0): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(Math.max(0, height))}" rx="${short(radius)}" ${attributes(look)}/>`;
}

/** An ellipse around its middle. */
export function oval(x: number, y: number, rx: number, ry: number, look: Look): string {
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" ${attributes(look)}/>`;
}

/** A gradient to be named in `fill="url(#id)"`. Angle: `down` or `across`, over the shape's own box. */
export function gradient(id: string, colours: readonly string[], direction: 'down' | 'across' = 'down'): string {
  const end = direction === 'down' ? 'x2="0" y2="1"' : 'x2="1" y2="0"';
  const stops = colours.map(
    (colour, index) => `<stop offset="${short((index / (colours.length - 1)) * 100)}%" stop-color="${colour}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" ${end}>${stops.join('')}</linearGradient>`;
}

/** A gradient from a middle outwards, the last stop transparent: a pool of light. */
export function pool(id: string, colour: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0%" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="60%" stop-color="${colour}" stop-opacity="${strength * 0.28}"/><stop offset="100%" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

/** A soft shadow on the ground. */
export function shadow(x: number, y: number, rx: number, ry: number, strength = 0.35): string {
  return [1, 0.72, 0.45]
    .map((share) => oval(x, y, rx * share, ry * share, { fill: '#0b1512', opacity: strength * 0.5 }))
    .join('');
}

/**
 * The crest of hills between two edges of the picture, by halving the line and
 * shifting each middle by less and less.
 */
export function ridge(chance: Chance, from: Point, to: Point, height: number, halvings = 7): Point[] {
  let line: Point[] = [from, to];
  let shift = height;
  for (let round = 0; round < halvings; round += 1) {
    const finer: Point[] = [];
    line.forEach((point, index) => {
      const next = line[index + 1];
      finer.push(point);
      if (next) {
        finer.push([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2 + chance.between(-shift, shift)]);
      }
    });
    line = finer;
    shift *= 0.52;
  }
  return line;
}
