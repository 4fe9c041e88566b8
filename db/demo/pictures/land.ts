import { mix } from './canvas.ts';
import type { Chance } from './random.ts';
import { box, curveOf, line, oval, type Point, path, pathOf, ridge } from './shapes.ts';

/** Far hills: a filled crest whose foot fades into `foot`. */
export function hills(
  chance: Chance,
  id: string,
  width: number,
  crest: { left: number; right: number; height: number },
  foot: { y: number; colour: string },
  colour: string,
): string {
  const edge = ridge(chance, [-20, crest.left], [width + 20, crest.right], crest.height);
  const outline: Point[] = [...edge, [width + 20, foot.y], [-20, foot.y]];
  const top = Math.min(...edge.map((point) => point[1]));
  return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${top}" x2="0" y2="${foot.y}"><stop offset="0%" stop-color="${colour}"/><stop offset="100%" stop-color="${foot.colour}"/></linearGradient></defs>${path(pathOf(outline), { fill: `url(#${id})` })}`;
}

/** Colours of leaves in the light, between, and in the shade. */
export type Leaves = { light: string; middle: string; shade: string };

/**
 * One round tree crown: clumps of leaves, the upper ones in the light.
 *
 * @param side from where the light comes: −1 left, 1 right
 */
export function crown(chance: Chance, x: number, y: number, radius: number, leaves: Leaves, side = -1): string {
  const parts: string[] = [];
  const clumps = Math.max(12, Math.round(radius / 1.9));
  parts.push(leafClump(chance, x, y + radius * 0.08, radius * 0.86, leaves.shade));
  for (let index = 0; index < clumps; index += 1) {
    const share = index / clumps;
    const angle = chance.between(0, Math.PI * 2);
    const away = Math.sqrt(chance.next()) * radius * 0.85;
    const px = x + Math.cos(angle) * away;
    const py = y + Math.sin(angle) * away * 0.68 - share * radius * 0.12;
    const inLight = (py - y) / radius < 0.05 ? 0.5 : 0.1;
    const towards = ((px - x) / radius) * side;
    const lit = Math.min(
      1,
      Math.max(0, inLight + towards * 0.45 + (y - py) / radius / 2 + chance.between(-0.15, 0.15)),
    );
    const colour =
      lit > 0.5 ? mix(leaves.middle, leaves.light, (lit - 0.5) * 2) : mix(leaves.shade, leaves.middle, lit * 2);
    const size = radius * chance.between(0.13, 0.27);
    parts.push(leafClump(chance, px, py, size, colour));
  }
  return parts.join('');
}

function leafClump(chance: Chance, x: number, y: number, size: number, colour: string): string {
  const points: Point[] = [];
  const corners = Math.min(22, 8 + Math.round(size / 8));
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = (corner / corners) * Math.PI * 2;
    const reach = size * chance.between(0.7, 1.25);
    points.push([x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * 0.72]);
  }
  return path(curveOf(points, true), { fill: colour });
}

/** A canopy seen from the side: crowns shoulder to shoulder along a line, back to front. */
export function canopy(
  chance: Chance,
  along: readonly Point[],
  size: { from: number; to: number },
  leaves: Leaves,
  side = -1,
): string {
  return along
    .map(([x, y]) =>
      crown(
        chance,
        x,
        y + chance.between(-size.from, size.from) * 0.5,
        chance.between(size.from, size.to),
        leaves,
        side,
      ),
    )
    .join('');
}

/** Points along a straight line, one every `step` pixels, shaken by `shake`. */
export function row(chance: Chance, from: Point, to: Point, step: number, shake = 0): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const count = Math.max(1, Math.round(length / step));
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    return [
      from[0] + (to[0] - from[0]) * share + chance.between(-shake, shake),
      from[1] + (to[1] - from[1]) * share + chance.between(-shake, shake),
    ] as const;
  });
}

/** A tall forest tree: pale straight trunk, crown far above the others. */
export function emergent(
  chance: Chance,
  x: number,
  foot: number,
  height: number,
  leaves: Leaves,
  bark: string,
  side = -1,
): string {
  const top = foot - height;
  const thick = height * 0.026;
  const lean = chance.between(-0.02, 0.02) * height;
  const parts = [
    path(
      pathOf([
        [x - thick, foot],
        [x + lean - thick * 0.45, top + height * 0.1],
        [x + lean + thick * 0.45, top + height * 0.1],
        [x + thick, foot],
      ]),
      { fill: bark },
    ),
  ];
  for (let branch = 0; branch < 5; branch += 1) {
    const from = top + height * chance.between(0.1, 0.24);
    const reach = height * chance.between(0.1, 0.2) * (branch % 2 === 0 ? 1 : -1);
    parts.push(
      line(
        [
          [x + lean, from],
          [x + lean + reach, from - height * 0.08],
        ],
        bark,
        thick * 0.5,
      ),
    );
    parts.push(crown(chance, x + lean + reach, from - height * 0.1, height * chance.between(0.09, 0.13), leaves, side));
  }
  parts.push(crown(chance, x + lean, top + height * 0.03, height * 0.15, leaves, side));
  return parts.join('');
}

/** A coconut palm with hanging fronds. */
export function palm(chance: Chance, x: number, foot: number, height: number, leaves: Leaves, bark: string): string {
  const lean = chance.between(-0.12, 0.12) * height;
  const topX = x + lean;
  const topY = foot - height;
  const trunk = curveOf([
    [x, foot],
    [x + lean * 0.25, foot - height * 0.4],
    [topX, topY],
  ]);
  const parts = [path(trunk, { stroke: bark, width: height * 0.034, round: true })];
  const fronds = 11;
  for (let index = 0; index < fronds; index += 1) {
    const angle = -Math.PI * (index / (fronds - 1)) + chance.between(-0.12, 0.12);
    const reach = height * chance.between(0.3, 0.4);
    const tip: Point = [topX + Math.cos(angle) * reach, topY + Math.sin(angle) * reach * 0.55 + reach * 0.42];
    const knee: Point = [topX + Math.cos(angle) * reach * 0.55, topY + Math.sin(angle) * reach * 0.72 - reach * 0.03];
    parts.push(
      frond([topX, topY], knee, tip, reach, index % 3 === 0 ? leaves.light : index % 2 ? leaves.middle : leaves.shade),
    );
  }
  parts.push(oval(topX, topY + height * 0.02, height * 0.022, height * 0.02, { fill: leaves.shade }));
  return parts.join('');
}

function frond(root: Point, knee: Point, tip: Point, reach: number, colour: string): string {
  const parts = [path(curveOf([root, knee, tip]), { stroke: colour, width: reach * 0.025, round: true })];
  const leaflets = 15;
  for (let index = 2; index <= leaflets; index += 1) {
    const t = index / leaflets;
    const x = (1 - t) ** 2 * root[0] + 2 * t * (1 - t) * knee[0] + t * t * tip[0];
    const y = (1 - t) ** 2 * root[1] + 2 * t * (1 - t) * knee[1] + t * t * tip[1];
    const length = reach * 0.3 * Math.sin(Math.PI * Math.min(1, t * 0.8 + 0.15));
    const lean = (tip[0] - root[0]) * 0.12;
    parts.push(
      line(
        [
          [x, y],
          [x + lean - length * 0.16, y + length],
        ],
        colour,
        reach * 0.022,
      ),
    );
    parts.push(
      line(
        [
          [x, y],
          [x + lean + length * 0.3, y - length * 0.3],
        ],
        colour,
        reach * 0.018,
      ),
    );
  }
  return parts.join('');
}

/** Grass in the foreground: blades that lean with the wind. */
export function grass(
  chance: Chance,
  from: number,
  to: number,
  foot: number,
  height: number,
  colours: readonly [string, ...string[]],
  count: number,
): string {
  const blades: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const x = chance.between(from, to);
    const tall = height * chance.between(0.4, 1);
    const lean = chance.between(-0.35, 0.55) * tall;
    const half = height * 0.035;
    const d = `M${(x - half).toFixed(1)} ${foot}Q${(x + lean * 0.2).toFixed(1)} ${(foot - tall * 0.6).toFixed(1)} ${(x + lean).toFixed(1)} ${(foot - tall).toFixed(1)}Q${(x + lean * 0.35 + half).toFixed(1)} ${(foot - tall * 0.5).toFixed(1)} ${(x + half).toFixed(1)} ${foot}Z`;
    blades.push(path(d, { fill: chance.pick(colours) }));
  }
  return blades.join('');
}

/** Broad leaves at the edge of the picture, near the viewer and best drawn out of focus. */
export function broadLeaves(
  chance: Chance,
  x: number,
  y: number,
  size: number,
  leaves: Leaves,
  count: number,
  spread: { from: number; to: number },
): string {
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const angle = chance.between(spread.from, spread.to);
    const reach = size * chance.between(0.55, 1);
    const half = reach * chance.between(0.13, 0.2);
    const turned = (angle * 180) / Math.PI;
    const colour = chance.pick([leaves.light, leaves.middle, leaves.shade, leaves.shade]);
    const leaf = `M0 0C${(reach * 0.3).toFixed(0)} ${(-half * 1.5).toFixed(0)} ${(reach * 0.75).toFixed(0)} ${(-half).toFixed(0)} ${reach.toFixed(0)} 0C${(reach * 0.75).toFixed(0)} ${half.toFixed(0)} ${(reach * 0.3).toFixed(0)} ${(half * 1.5).toFixed(0)} 0 0Z`;
    const transform = `translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turned.toFixed(0)})`;
    parts.push(path(leaf, { fill: colour, transform }));
    parts.push(
      path(`M0 0L${reach.toFixed(0)} 0`, { stroke: mix(colour, leaves.light, 0.5), width: 2, transform, opacity: 0.7 }),
    );
  }
  return parts.join('');
}

/** A wooden post with a darker side. */
export function post(x: number, top: number, foot: number, width: number, colour: string): string {
  return (
    box(x - width / 2, top, width, foot - top, { fill: colour }) +
    box(x + width * 0.12, top, width * 0.38, foot - top, { fill: mix(colour, '#000000', 0.3) })
  );
}
