const key = 'ruang-warta/pesan';

/** When this document was opened: no two in one tab have the same. */
const thisDocument = () => String(performance.timeOrigin);

/** Leaves a sentence for the page that is about to be loaded in this tab. */
export function tellNext(text: string): void {
  sessionStorage.setItem(key, JSON.stringify([thisDocument(), text]));
}

/**
 * The sentence left by the page before, once. The page that left it does not take it: it may be
 * read anew, and even lead elsewhere, while the next one is still loading.
 */
export function takeMessage(): string | null {
  const left = sessionStorage.getItem(key);
  if (left === null) return null;
  const [from, text]: unknown[] = JSON.parse(left);
  if (from === thisDocument()) return null;
  sessionStorage.removeItem(key);
  return typeof text === 'string' ? text : null;
}
