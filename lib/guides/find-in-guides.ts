/** A part of a guide that a search can lead to. */
export type HelpEntry = { href: string; guide: string; title: string; words: string };

/** An entry that was found, with the words around the first hit; empty where only the title matches. */
export type HelpHit = HelpEntry & { excerpt: string };

const around = 60;

/**
 * The parts in which every word of the question occurs, as it is written or as the beginning or
 * middle of a longer word. Parts with a hit in their heading come first, else the order of reading.
 */
export function findInGuides(entries: readonly HelpEntry[], question: string): HelpHit[] {
  const sought = question
    .toLowerCase()
    .split(/[^\p{L}\p{N}./@]+/u)
    .filter((word) => word !== '');
  if (sought.length === 0) return [];
  const hits = entries.flatMap((entry) => {
    const title = `${entry.title} ${entry.guide}`.toLowerCase();
    const words = entry.words.toLowerCase();
    if (!sought.every((word) => title.includes(word) || words.includes(word))) return [];
    const isTitled = sought.some((word) => entry.title.toLowerCase().includes(word));
    return [{ ...entry, excerpt: excerptAt(entry.words, sought), isTitled }];
  });
  return [...hits.filter((hit) => hit.isTitled), ...hits.filter((hit) => !hit.isTitled)].map(
    ({ isTitled: _, ...hit }) => hit,
  );
}

function excerptAt(words: string, sought: readonly string[]): string {
  const lower = words.toLowerCase();
  const places = sought.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  if (places.length === 0) return '';
  const at = Math.min(...places);
  const from = at <= around ? 0 : words.indexOf(' ', at - around) + 1;
  const to = words.indexOf(' ', at + around);
  return `${from > 0 ? '…' : ''}${words.slice(from, to < 0 ? undefined : to)}${to < 0 ? '' : '…'}`;
}
