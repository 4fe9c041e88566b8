'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Manuscript } from '#lib/language/manuscript.ts';
import { type CheckAnswer, type CheckRequest, createCheckDesk } from './check-desk.ts';
import { type Checking, type CheckState, createChecking } from './checking.ts';
import { fetchReference, lookUp } from './language-requests.ts';

/** What the checks find in the words on this screen, whenever they are others; null until they can be read. */
export function useChecking(articleId: string, manuscript: Manuscript | null): CheckState {
  const [checking, setChecking] = useState<Checking | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const opened = openChecking();
    setChecking(opened.checking);
    void compareWithReference(articleId, opened.checking, controller.signal);
    return () => {
      controller.abort();
      opened.close();
    };
  }, [articleId]);

  useEffect(() => {
    if (manuscript !== null) checking?.check(manuscript);
  }, [checking, manuscript]);

  return useSyncExternalStore(checking?.subscribe ?? silent, checking?.state ?? unasked, unasked);
}

const nothing: CheckState = { findings: [], readability: null, isBehind: true, dictionary: 'unasked' };
const unasked = () => nothing;
const silent = () => () => undefined;

function openChecking(): { checking: Checking; close: () => void } {
  const worker = makeWorker();
  const desk = worker === undefined ? createCheckDesk() : undefined;
  const post = (request: CheckRequest) => {
    if (worker !== undefined) worker.postMessage(request);
    else {
      const answer = desk?.(request);
      if (answer !== undefined) checking.answered(answer);
    }
  };
  const checking = createChecking({ post, lookUp });
  worker?.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => checking.answered(data));
  return {
    checking,
    close() {
      checking.stop();
      worker?.terminate();
    },
  };
}

/** A browser without workers checks in the page itself. */
function makeWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  return new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
}

/** The register may be out of reach; what needs none of it is checked all the same, and it is asked again once the network is back. */
async function compareWithReference(articleId: string, checking: Checking, signal: AbortSignal): Promise<void> {
  try {
    checking.compareWith(await fetchReference(articleId, signal));
  } catch {
    if (signal.aborted) return;
    window.addEventListener('online', () => void compareWithReference(articleId, checking, signal), {
      once: true,
      signal,
    });
  }
}
