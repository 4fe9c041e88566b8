import type { Chance } from './chance.ts';

/** Words to write with, the most used first, and a way to draw them as texts do. */
export type Vocabulary = {
  words: readonly string[];
  /** Rank of a word, drawn as often as texts use it. */
  draw(chance: Chance): number;
  /** Share of all words that the word of this rank is. */
  shareOf(rank: number): number;
};

/** Words a large newsroom uses, inflected forms included. */
const wanted = 60_000;

/** Words in ASCII letters: PostgreSQL takes each as one word, whatever stands around it. */
const plainWord = /^[a-z]{2,24}$/;

/**
 * The words of some texts in the order of how often they stand there, then inflected forms of
 * them in the same order.
 *
 * @param texts words of one text apart by anything but letters
 */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)) {
      if (plainWord.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const stems = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([word]) => word);
  const words = new Set(stems);
  // Each way of inflecting over all words before the next, so that common words have common forms.
  for (const inflect of inflections) {
    for (const stem of stems) if (words.size < wanted && stem.length > 3) words.add(inflect(stem));
  }
  const shares = zipfShares(words.size);
  return { words: [...words], draw: drawnBy(shares), shareOf: (rank) => shares[rank] ?? 0 };
}

const inflections: readonly ((stem: string) => string)[] = [
  (stem) => `${stem}nya`,
  (stem) => `di${stem}`,
  (stem) => `${withNasal(stem)}`,
  (stem) => `ber${stem}`,
  (stem) => `${stem}kan`,
  (stem) => `ter${stem}`,
  (stem) => `pe${stem}an`,
  (stem) => `ke${stem}an`,
  (stem) => `${withNasal(stem)}kan`,
  (stem) => `di${stem}kan`,
  (stem) => `se${stem}`,
  (stem) => `${stem}lah`,
  (stem) => `pe${stem}annya`,
  (stem) => `ke${stem}annya`,
  (stem) => `ber${stem}an`,
  (stem) => `memper${stem}`,
  (stem) => `diper${stem}kan`,
  (stem) => `${stem}pun`,
  (stem) => `ter${stem}kan`,
  (stem) => `se${stem}nya`,
  (stem) => `${stem}kah`,
];

/** `men-` in the form the first letter asks for. */
function withNasal(stem: string): string {
  if (/^[bfv]/.test(stem)) return `mem${stem}`;
  if (/^p/.test(stem)) return `mem${stem.slice(1)}`;
  if (/^[cdjz]/.test(stem)) return `men${stem}`;
  if (/^t/.test(stem)) return `men${stem.slice(1)}`;
  if (/^s/.test(stem)) return `meny${stem.slice(1)}`;
  if (/^k/.test(stem)) return `meng${stem.slice(1)}`;
  return /^[aeioughx]/.test(stem) ? `meng${stem}` : `me${stem}`;
}

/**
 * Zipf's law in Mandelbrot's form, such that 600 words are 280 different ones, as in the demo's texts,
 * and no word is a tenth of them.
 */
const law = { shift: 2, exponent: 1.25 } as const;

function zipfShares(length: number): Float64Array {
  const shares = Float64Array.from({ length }, (_, rank) => (rank + 1 + law.shift) ** -law.exponent);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

/** Vose's alias method: one look per draw, however many words there are. */
function drawnBy(shares: Float64Array): (chance: Chance) => number {
  const { length } = shares;
  const level = Float64Array.from(shares, (share) => share * length);
  const other = Uint32Array.from(shares, (_, rank) => rank);
  const low: number[] = [];
  const high: number[] = [];
  for (const [rank, height] of level.entries()) (height < 1 ? low : high).push(rank);
  for (;;) {
    const [short, tall] = [low.pop(), high.at(-1)];
    if (short === undefined || tall === undefined) break;
    other[short] = tall;
    level[tall] = (level[tall] ?? 0) - (1 - (level[short] ?? 0));
    if ((level[tall] ?? 0) < 1) {
      high.pop();
      low.push(tall);
    }
  }
  // What rounding left over is full.
  for (const rank of [...low, ...high]) level[rank] = 1;
  return (chance) => {
    const at = chance() * length;
    const rank = Math.floor(at);
    return at - rank < (level[rank] ?? 1) ? rank : (other[rank] ?? rank);
  };
}
