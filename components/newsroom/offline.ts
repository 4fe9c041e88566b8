import { offlineScriptPath } from '#lib/urls.ts';
import { deviceStore } from './kept-drafts.ts';
import { photoStore } from './kept-photos.ts';

/** Has this browser keep what is opened in the newsroom at hand without a network. Browsers that cannot go on as before. */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(offlineScriptPath, { scope: '/redaksi' });
  } catch (error) {
    // Private windows and strict settings refuse it; nothing depends on it while there is a network.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

/** Has the page of a draft kept that was reached without a navigation, as one that was just begun. */
export async function keepPageOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const [navigation] = performance.getEntriesByType('navigation');
  const { pathname } = window.location;
  // What was navigated to was kept on its way.
  if (navigation !== undefined && new URL(navigation.name).pathname === pathname) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ simpan: pathname });
}

/** Takes from this device what the server has anyway: pages, photos and words kept for being without a network. */
export async function forgetOffline(userId: string): Promise<void> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  worker?.postMessage('kosongkan');
  forgetAccount();
  // A browser without a store has nothing to forget.
  await Promise.all([deviceStore().forgetLast(userId), photoStore().forgetSeen(userId)]).catch(() => undefined);
}

const accountKey = 'ruang-warta:akun';

/** Whose drafts a page without a network may list: the account that was last at work here and has not signed out. */
export function rememberAccount(userId: string): void {
  try {
    window.localStorage.setItem(accountKey, userId);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function forgetAccount(): void {
  try {
    window.localStorage.removeItem(accountKey);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

export function rememberedAccount(): string | null {
  try {
    return window.localStorage.getItem(accountKey);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
