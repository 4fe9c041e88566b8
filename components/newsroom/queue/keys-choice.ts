const shelf = 'ruang-warta:pintasan-antrean';

/** Whether keys of a single letter work on this device; they do until somebody says otherwise. */
export function keysAreOn(): boolean {
  try {
    return window.localStorage.getItem(shelf) !== 'mati';
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

/** Remembers it, where the browser keeps anything at all. */
export function keepKeys(areOn: boolean): void {
  try {
    window.localStorage.setItem(shelf, areOn ? 'hidup' : 'mati');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
