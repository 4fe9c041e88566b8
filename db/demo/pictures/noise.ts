import { chanceOf } from './random.ts';

/** Smooth noise in [0, 1] over the plane, and its sum over several octaves. */
export type Noise = {
  at: (x: number, y: number) => number;
  octaves: (x: number, y: number, count: number) => number;
};

const SIDE = 256;

/** Value noise on a repeating lattice of 256 × 256 points. */
export function noiseOf(name: string): Noise {
  const chance = chanceOf(name);
  const lattice = new Float32Array(SIDE * SIDE);
  for (let index = 0; index < lattice.length; index += 1) lattice[index] = chance.next();

  const at = (x: number, y: number) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const fx = x - column;
    const fy = y - row;
    const left = column & (SIDE - 1);
    const right = (column + 1) & (SIDE - 1);
    const upper = (row & (SIDE - 1)) * SIDE;
    const lower = ((row + 1) & (SIDE - 1)) * SIDE;
    const sx = fx * fx * (3 - 2 * fx);
    const sy = fy * fy * (3 - 2 * fy);
    const a = lattice[upper + left] ?? 0;
    const b = lattice[upper + right] ?? 0;
    const c = lattice[lower + left] ?? 0;
    const d = lattice[lower + right] ?? 0;
    const top = a + (b - a) * sx;
    return top + (c + (d - c) * sx - top) * sy;
  };

  const octaves = (x: number, y: number, count: number) => {
    let sum = 0;
    let weight = 0.5;
    let reach = 0;
    let fx = x;
    let fy = y;
    for (let octave = 0; octave < count; octave += 1) {
      sum += at(fx, fy) * weight;
      reach += weight;
      weight *= 0.5;
      // A turn between octaves hides the lattice's rows and columns.
      const turned = fx * 1.6 - fy * 1.2 + 17.3;
      fy = fx * 1.2 + fy * 1.6 + 9.1;
      fx = turned;
    }
    return sum / reach;
  };

  return { at, octaves };
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
