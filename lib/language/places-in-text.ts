import { type Regency, regencies } from './lists/regencies.ts';
import type { Span } from './manuscript.ts';
import { type Word, wordsIn } from './reading.ts';

/** A place of Kalimantan that a text names. */
export type PlaceMention = Span & { regency: Regency; isRegency: boolean; wordAt: number; wordEnd: number };

type KnownPlace = { words: readonly string[]; regency: Regency; isRegency: boolean };

const knownPlaces: readonly KnownPlace[] = regencies
  .flatMap((regency) => [
    { words: lowered(regency.name), regency, isRegency: true },
    ...regency.places.map((place) => ({ words: lowered(place), regency, isRegency: false })),
  ])
  .sort((a, b) => b.words.length - a.words.length);

const byFirstWord: ReadonlyMap<string, readonly KnownPlace[]> = new Map(
  knownPlaces.map(({ words: [first = ''] }) => [first, knownPlaces.filter(({ words }) => words[0] === first)]),
);

/** The places a text names, the longest name wherever several begin. */
export function placesIn(words: readonly Word[]): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    const known = first === undefined ? undefined : byFirstWord.get(first.lower);
    if (first === undefined || known === undefined || !/^\p{Lu}/u.test(first.text)) continue;
    const place = known.find((one) => one.words.every((word, index) => words[at + index]?.lower === word));
    if (place === undefined) continue;
    const wordEnd = at + place.words.length;
    const { regency, isRegency } = place;
    found.push({
      start: first.start,
      end: words[wordEnd - 1]?.end ?? first.end,
      regency,
      isRegency,
      wordAt: at,
      wordEnd,
    });
    at = wordEnd - 1;
  }
  return found;
}

/** The regency a place lies in; undefined for one we do not know. */
export function regencyOf(place: string): Regency | undefined {
  return placesIn(wordsIn(place)).at(-1)?.regency;
}

function lowered(name: string): readonly string[] {
  return wordsIn(name).map(({ lower }) => lower);
}
