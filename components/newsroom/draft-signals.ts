/**
 * How the parts of the newsroom that share a browser tell one another about unsent words:
 * the sign-out button asks open editors to send, and other tabs learn that they are not alone.
 */

const settleEvent = 'ruang-warta:kirim';
const stopEvent = 'ruang-warta:berhenti';

/** Asks every editor on this page to send what is unsent, and waits for them. */
export async function settleOpenDrafts(): Promise<void> {
  const waits: Promise<unknown>[] = [];
  window.dispatchEvent(new CustomEvent(settleEvent, { detail: (wait: Promise<unknown>) => waits.push(wait) }));
  await Promise.all(waits);
}

/** Ends every editor of an account in this browser, so that none stores again what is about to be removed. */
export function stopOpenDrafts(userId: string): void {
  window.dispatchEvent(new CustomEvent(stopEvent));
  const channel = new BroadcastChannel(channelOf(userId));
  channel.postMessage('stop');
  channel.close();
}

/** What an editor does when others in this browser call. */
export type DraftEars = { settle: () => Promise<unknown>; stop: () => void; onOtherTab: () => void };

/** Listens for as long as an edition is open; tells other tabs of the same edition that it is. */
export function hearDraftSignals(userId: string, editionId: string, ears: DraftEars): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener(
    settleEvent,
    (event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'function') event.detail(ears.settle());
    },
    { signal },
  );
  window.addEventListener(stopEvent, ears.stop, { signal });

  const channel = new BroadcastChannel(channelOf(userId));
  channel.addEventListener('message', ({ data }) => {
    if (data === 'stop') ears.stop();
    if (data !== `open ${editionId}` && data !== `also ${editionId}`) return;
    ears.onOtherTab();
    if (data === `open ${editionId}`) channel.postMessage(`also ${editionId}`);
  });
  channel.postMessage(`open ${editionId}`);
  return () => {
    controller.abort();
    channel.close();
  };
}

const channelOf = (userId: string) => `ruang-warta/${userId}`;
