'use client';

import { useEffect, useState } from 'react';
import { draftPath } from '#lib/urls.ts';
import { deviceStore } from './kept-drafts.ts';
import { photoStore } from './kept-photos.ts';
import { rememberedAccount } from './offline.ts';

type Draft = { articleId: string; title: string; isUnsent: boolean; photos: number };

/** The drafts of the account at work here that this device can open without a network. */
export function OfflineDrafts() {
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  useEffect(() => {
    const user = rememberedAccount();
    if (user === null) setDrafts([]);
    // A browser without a store has no drafts to list.
    else draftsOf(user).then(setDrafts, () => setDrafts([]));
  }, []);
  if (drafts === null) return <p className="muted">Mencari naskah di perangkat ini…</p>;
  if (drafts.length === 0) return <p className="muted">Belum ada naskah yang tersimpan di perangkat ini.</p>;
  return (
    <ul className="rows">
      {drafts.map(({ articleId, title, isUnsent, photos }) => (
        <li key={articleId} className="edition-row">
          <a className="edition-title" href={draftPath(articleId)}>
            {title || 'Naskah tanpa judul'}
          </a>
          {isUnsent && <span className="muted small">Ada ketikan yang belum terkirim.</span>}
          {photos > 0 && <span className="muted small">{photos} foto menunggu jaringan.</span>}
        </li>
      ))}
    </ul>
  );
}

async function draftsOf(userId: string): Promise<Draft[]> {
  const store = deviceStore();
  const [unsent, last, photos] = await Promise.all([
    store.allOf(userId),
    store.lastOf(userId),
    photoStore().allOf(userId),
  ]);
  const found = new Map<string, Draft>();
  const add = ({ articleId, title }: Pick<Draft, 'articleId' | 'title'>, isUnsent: boolean) => {
    if (found.has(articleId)) return;
    const waiting = photos.filter((photo) => photo.articleId === articleId).length;
    found.set(articleId, { articleId, title, isUnsent, photos: waiting });
  };
  for (const draft of unsent) add(draft, true);
  for (const draft of [...last, ...photos]) add(draft, false);
  return [...found.values()];
}
