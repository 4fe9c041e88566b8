const key = 'ruang-warta/pesan';

/** Leaves a sentence for the page that is about to open in this tab. */
export function tellNext(text: string): void {
  sessionStorage.setItem(key, text);
}

/** The sentence left by the page before, once. */
export function takeMessage(): string | null {
  const text = sessionStorage.getItem(key);
  if (text !== null) sessionStorage.removeItem(key);
  return text;
}
