'use client';

import { useEffect, useState } from 'react';
import { draftPath, strandedPath } from '#lib/urls.ts';
import { type Delivery, deliverKept } from './deliver-kept.ts';
import { looseText } from './editor/draft-words.ts';
import { deviceStore, type KeptDraft } from './kept-drafts.ts';

type Found = { draft: KeptDraft; delivery: Delivery };

/**
 * Sends what this device still holds for the account, as after a sign-in that followed an
 * ended session, and tells what became of it. Draws nothing when there was nothing.
 */
export function KeptWords({ userId }: { userId: string }) {
  const [found, setFound] = useState<readonly Found[]>([]);

  useEffect(() => {
    let isGone = false;
    const store = deviceStore();
    const deliverAll = async () => {
      for (const draft of await store.draftsOf(userId)) {
        const delivery = await deliverKept(store, draft);
        if (isGone) return;
        setFound((before) => [...before, { draft, delivery }]);
      }
    };
    // Without a store there is nothing to send.
    deliverAll().catch(() => setFound([]));
    return () => {
      isGone = true;
    };
  }, [userId]);

  if (found.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="ketikan-di-perangkat">
      <h2 id="ketikan-di-perangkat">Ketikan dari perangkat ini</h2>
      <ul className="stack" role="status">
        {found.map(({ draft, delivery }) => (
          <li key={draft.key} className="row">
            <KeptLine
              draft={draft}
              delivery={delivery}
              onGone={() => setFound(found.filter((other) => other.draft !== draft))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptLine({ draft, delivery, onGone }: Found & { onGone: () => void }) {
  const title = draft.title || 'Naskah tanpa judul';
  switch (delivery) {
    case 'saved':
      return <span>“{title}”: ketikan terakhir Anda sudah tersimpan.</span>;
    case 'stranded':
      return (
        <>
          <span>“{title}”: naskah ini sudah tidak di tangan Anda. Ketikan Anda disimpan terpisah.</span>
          <a href={strandedPath(draft.articleId)}>Lihat dan salin</a>
        </>
      );
    case 'conflict':
      return (
        <>
          <span>“{title}”: orang lain juga mengubah naskah ini. Ketikan Anda masih di perangkat ini.</span>
          <a href={draftPath(draft.articleId)}>Bandingkan dan pilih</a>
        </>
      );
    case 'away':
    case 'unreachable':
      return (
        <>
          <span>“{title}”: belum terkirim, masih aman di perangkat ini.</span>
          <a href={draftPath(draft.articleId)}>Buka naskah</a>
        </>
      );
    case 'refused':
    case 'unreadable':
      return (
        <>
          <span>
            “{title}”: tidak dapat disimpan ke peladen. Salin dulu ketikan Anda, lalu hapus dari perangkat ini.
          </span>
          <KeptCopy draft={draft} onGone={onGone} />
        </>
      );
  }
}

/** The last way out for words nobody takes: by hand. */
export function KeptCopy({ draft, onGone }: { draft: KeptDraft; onGone: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(looseText(draft.words)).then(() => setIsCopied(true))}
      >
        {isCopied ? 'Tersalin' : 'Salin teks'}
      </button>
      <button type="button" className="button-danger" onClick={() => void deviceStore().forget(draft.key).then(onGone)}>
        Hapus dari perangkat ini
      </button>
    </>
  );
}
