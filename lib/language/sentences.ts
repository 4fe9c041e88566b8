import type { Span } from './manuscript.ts';

/**
 * Abbreviations whose full stop ends no sentence (Intl.Segmenter breaks after them): titles
 * before names, parts of addresses, parts of numbers.
 */
const abbreviations: ReadonlySet<string> = new Set(
  `plt plh pj pjs prof dr drs dra ir hj h kh tgk r rm ra ny tn sdr sdri bpk yth kol letkol mayjen brigjen irjen kombes akbp kompol
   s m st mt se mm sh mh si sp sos kom ked pd ag ikom stp sstp map akp msi mkes mpd mhum phd
   kab kec kel prov jl jln gg no nomor rp rt rw km hlm vol ed tgl dll dsb dst dkk a.n u.b u.p c.q d.a s.d a b c d e f g i j k l n o p q t u v w x y z`
    .split(/\s+/)
    .filter(Boolean),
);

const mark = /[.!?…]+["”’')\]]*/gu;

/**
 * Where the sentences of a text begin and end, spaces around them left out. A stop ends a sentence when a
 * space and something other than a small letter follow, and the word before it is no abbreviation or initial.
 */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const span = trimmed(text, start, end);
    if (span.start < span.end) spans.push(span);
    start = end;
  };
  for (const line of text.matchAll(/[^\n]+/gu)) {
    start = line.index;
    const lineEnd = line.index + line[0].length;
    for (const stop of line[0].matchAll(mark)) {
      const end = line.index + stop.index + stop[0].length;
      if (endsSentence(text, line.index + stop.index, end, lineEnd)) close(end);
    }
    close(lineEnd);
  }
  return spans;
}

function endsSentence(text: string, stop: number, end: number, lineEnd: number): boolean {
  const after = text.slice(end, Math.min(end + 3, lineEnd));
  if (after.trim() === '' && end + 3 >= lineEnd) return true;
  if (!/^\s+\P{Ll}/u.test(after)) return false;
  if (text[stop] !== '.' || end - stop > 1) return true;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  if (!abbreviations.has(word.toLowerCase())) return true;
  // A capital “M” may be an initial; a small “m” at the end of a sentence is a unit.
  return /^\p{Ll}$/u.test(word);
}

function trimmed(text: string, start: number, end: number): Span {
  const body = text.slice(start, end);
  return { start: start + body.length - body.trimStart().length, end: start + body.trimEnd().length };
}
