/** Statements a connection keeps prepared at most: each takes some ten kilobytes in PostgreSQL. */
const mostKept = 250;
/** A statement that came so often will come again. */
const oftenFrom = 4;
/** Texts that are counted at most: lists of any length and searches make endlessly many. */
const mostCounted = 2_000;

/**
 * Tells which statements are worth preparing. Unprepared, each is sent, parsed and described before
 * its values may follow: two ways to the database instead of one. Statements are known by their text;
 * values are never part of it.
 */
export function frequentStatements(): (text: string) => boolean {
  const kept = new Set<string>();
  const counts = new Map<string, number>();
  return (text) => {
    if (kept.has(text)) return true;
    if (kept.size >= mostKept) return false;
    const count = (counts.get(text) ?? 0) + 1;
    if (count >= oftenFrom) {
      counts.delete(text);
      kept.add(text);
      return true;
    }
    if (counts.size >= mostCounted) counts.clear();
    counts.set(text, count);
    return false;
  };
}
