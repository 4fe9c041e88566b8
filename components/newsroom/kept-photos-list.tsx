'use client';

import { useEffect, useState } from 'react';
import { draftPath } from '#lib/urls.ts';
import { type KeptPhoto, photoStore, photosAtWork } from './kept-photos.ts';

type Waiting = { photo: KeptPhoto; preview: string };

/**
 * Photos of the account that wait on this device while their draft is not open. They find their place when
 * it is opened; where it can no longer be written, here is the way to save them or let them go.
 */
export function KeptPhotos({ userId }: { userId: string }) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);

  useEffect(() => {
    let isGone = false;
    let previews: string[] = [];
    const find = async () => {
      const found = await waitingOf(userId);
      previews = found.map(({ preview }) => preview);
      if (!isGone) setWaiting(found);
    };
    // Without a store nothing waits.
    find().catch(() => setWaiting([]));
    return () => {
      isGone = true;
      for (const preview of previews) URL.revokeObjectURL(preview);
    };
  }, [userId]);

  const drop = async (key: string) => {
    await photoStore().forget(key);
    setWaiting((before) => before.filter(({ photo }) => photo.key !== key));
  };

  if (waiting.length === 0) return null;
  const drafts = Map.groupBy(waiting, ({ photo }) => photo.articleId);
  return (
    <section className="notice stack" aria-labelledby="foto-di-perangkat">
      <h2 id="foto-di-perangkat">Foto yang menunggu di perangkat ini</h2>
      {[...drafts].map(([articleId, photos]) => (
        <div key={articleId} className="stack-tight">
          <p className="row">
            <span>
              “{photos[0]?.photo.title || 'Naskah tanpa judul'}”: {photos.length} foto. Buka naskahnya untuk mengirim.
            </span>
            <a href={draftPath(articleId)}>Buka naskah</a>
          </p>
          <details>
            <summary>Lihat fotonya</summary>
            <ul className="stack plain-list">
              {photos.map(({ photo: { key, name }, preview }) => (
                <li key={key} className="upload upload-photo">
                  <img src={preview} alt="" className="upload-picture" />
                  <div className="stack-tight">
                    <strong className="upload-name">{name}</strong>
                    <div className="row">
                      <a href={preview} download={name}>
                        Simpan sebagai berkas
                      </a>
                      <button type="button" className="button-danger" onClick={() => void drop(key)}>
                        Hapus dari perangkat ini
                      </button>
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
    </section>
  );
}

async function waitingOf(userId: string): Promise<Waiting[]> {
  const store = photoStore();
  const atWork = await photosAtWork();
  const photos = (await store.allOf(userId)).filter(({ key }) => !atWork.has(key));
  return (await store.withFiles(photos)).map(({ photo, file }) => ({ photo, preview: URL.createObjectURL(file) }));
}
