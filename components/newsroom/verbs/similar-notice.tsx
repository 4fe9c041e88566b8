'use client';

import { useEffect, useState } from 'react';
import type { SimilarView } from '#lib/similar/similar-shapes.ts';
import { similarPath } from '#lib/urls.ts';
import { SimilarList } from '../review/similar-list.tsx';

/**
 * Before a text is sent: who else tells the same story, as far as its writer may know. Advice, so nothing waits for it,
 * and without a network nothing is said.
 */
export function SimilarNotice({ articleId }: { articleId: string }) {
  const [similar, setSimilar] = useState<readonly SimilarView[]>([]);
  const [timeZone, setTimeZone] = useState('Asia/Makassar');
  useEffect(() => {
    const asked = new AbortController();
    void fetchSimilar(articleId, asked.signal).then((answer) => {
      if (answer === undefined) return;
      setTimeZone(answer.timeZone);
      setSimilar(answer.similar);
    });
    return () => asked.abort();
  }, [articleId]);
  if (similar.length === 0) return null;
  return (
    <section className="notice notice-warn stack-tight" aria-label="Naskah serupa">
      <p>
        <strong>Mungkin sudah ada yang menulis ini.</strong> Anda tetap dapat mengajukan; redaksi dapat menggabungkannya
        dan mencantumkan semua penulisnya.
      </p>
      <SimilarList similar={similar} articleId={articleId} timeZone={timeZone} />
    </section>
  );
}

type Answer = { similar: SimilarView[]; timeZone: string };

/** The answer of our own server; undefined where none came. */
async function fetchSimilar(articleId: string, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    const response = await fetch(similarPath(articleId), { signal });
    return response.ok ? await response.json() : undefined;
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return undefined;
    throw error;
  }
}
