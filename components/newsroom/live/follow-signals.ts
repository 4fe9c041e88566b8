import { endedEvent, type LiveSignal, signalIn } from '#lib/live/signal.ts';
import { liveSignalsPath } from '#lib/urls.ts';

/** Milliseconds: before the first attempt to hear again, at most, and until nobody is taken to be there. */
const again = { first: 1_000, last: 60_000 };
const awayAfter = 45 * 60_000;

/** What a person does who is there. */
const signsOfLife = ['pointerdown', 'keydown', 'scroll', 'focus'] as const;

/**
 * Listens to what changes, until told to stop. All tabs of one person in this browser share one
 * stream: whoever holds the lock hears, and tells the others. A hidden tab listens no more, nor does
 * one at which nobody has done anything for long: it would keep a session alive that nobody uses. Shown
 * again, or touched, it looks anew.
 */
export function followSignals(userId: string, onSignal: (signal: LiveSignal) => void): () => void {
  const name = `ruang-warta-kabar:${userId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const signal = typeof data === 'string' ? signalIn(data) : undefined;
    if (signal !== undefined && listening !== undefined) onSignal(signal);
  };
  let listening: AbortController | undefined;
  let lastSign = Date.now();
  let isFirst = true;

  function pass(text: string): void {
    const signal = signalIn(text);
    if (signal === undefined) return;
    onSignal(signal);
    channel.postMessage(text);
  }

  function decide(): void {
    const isThere = !document.hidden && Date.now() - lastSign < awayAfter;
    if (isThere && listening === undefined) {
      listening = new AbortController();
      // A page that was just read knows what there is.
      if (!isFirst) onSignal({ kind: 'missed' });
      isFirst = false;
      void holdLine(name, listening.signal, pass);
    } else if (!isThere && listening !== undefined) {
      listening.abort();
      listening = undefined;
    }
  }

  function noteSign(): void {
    lastSign = Date.now();
    if (listening === undefined) decide();
  }

  const looking = setInterval(decide, 60_000);
  document.addEventListener('visibilitychange', decide);
  for (const sign of signsOfLife) window.addEventListener(sign, noteSign, { passive: true, capture: true });
  decide();
  return () => {
    clearInterval(looking);
    document.removeEventListener('visibilitychange', decide);
    for (const sign of signsOfLife) window.removeEventListener(sign, noteSign, { capture: true });
    listening?.abort();
    listening = undefined;
    channel.close();
  };
}

/** Keeps the one stream of this browser as soon as it is our turn, until told to stop. */
async function holdLine(name: string, stop: AbortSignal, pass: (text: string) => void): Promise<void> {
  // Old browsers, and pages without TLS, have no locks: each tab listens for itself.
  if (!('locks' in navigator)) return listen(stop, pass);
  try {
    await navigator.locks.request(name, { signal: stop }, () => listen(stop, pass));
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

/** Hears until told to stop; a line that broke is opened again, ever later and never all at the same moment. */
function listen(stop: AbortSignal, pass: (text: string) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let source: EventSource | undefined;
  let timer: number | undefined;
  let wait = again.first;
  let hasMissed = false;

  function open(): void {
    if (!navigator.onLine) {
      window.addEventListener('online', open, { once: true, signal: stop });
      return;
    }
    source = new EventSource(liveSignalsPath);
    // The session has ended: nothing is to be heard until somebody signs in anew.
    source.addEventListener(endedEvent, () => source?.close());
    source.onopen = () => {
      wait = again.first;
      if (hasMissed) pass(JSON.stringify({ kind: 'missed' } satisfies LiveSignal));
      hasMissed = false;
    };
    source.onmessage = ({ data }) => {
      if (typeof data === 'string') pass(data);
    };
    source.onerror = () => {
      // The browser would try again by itself at once, and every page with it.
      source?.close();
      hasMissed = true;
      timer = window.setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, again.last);
    };
  }

  stop.addEventListener('abort', () => {
    window.clearTimeout(timer);
    source?.close();
    resolve();
  });
  if (stop.aborted) resolve();
  else open();
  return promise;
}
