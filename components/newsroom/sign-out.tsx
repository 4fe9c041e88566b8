'use client';

import { useState, useTransition } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { deliverKept } from './deliver-kept.ts';
import { settleOpenDrafts, stopOpenDrafts } from './draft-signals.ts';
import { deviceStore, type KeptDraft } from './kept-drafts.ts';
import { type KeptPhoto, photoStore } from './kept-photos.ts';
import { forgetOffline } from './offline.ts';

/**
 * Signs out without losing a word: unsent words go first; what the server has leaves this
 * device; about the rest the person decides.
 */
export function SignOut({ userId, signOut }: { userId: string; signOut: FormAction }) {
  const [state, act, isLeaving] = useFormAction(signOut);
  const [isSending, startSending] = useTransition();
  const [rest, setRest] = useState<Rest>(nothing);

  const leave = () =>
    startSending(async () => {
      await forgetOffline(userId);
      startSending(() => act(new FormData()));
    });

  const ask = () =>
    startSending(async () => {
      const left = await unsentOf(userId);
      if (left.drafts.length + left.photos.length > 0) setRest(left);
      else leave();
    });

  const removeAndLeave = () =>
    startSending(async () => {
      stopOpenDrafts(userId);
      const [drafts, photos] = [deviceStore(), photoStore()];
      for (const { key } of rest.drafts) await drafts.forget(key);
      for (const { key } of rest.photos) await photos.forget(key);
      leave();
    });

  return (
    <>
      <button type="button" className="rail-item" onClick={ask} aria-disabled={isSending || isLeaving}>
        <Icon name="leave" /> {isSending || isLeaving ? 'Sebentar…' : 'Keluar'}
      </button>
      {state.message && <p className="field-error">{state.message}</p>}
      <Dialog
        isOpen={rest.drafts.length + rest.photos.length > 0}
        title="Ada yang belum terkirim"
        onClose={() => setRest(nothing)}
      >
        <p>Yang berikut ini hanya ada di perangkat ini:</p>
        <ul>
          {rest.drafts.map((draft) => (
            <li key={draft.key}>Ketikan: {draft.title || 'Naskah tanpa judul'}</li>
          ))}
          {rest.photos.map(({ key, name, title }) => (
            <li key={key}>
              Foto {name}: {title || 'Naskah tanpa judul'}
            </li>
          ))}
        </ul>
        <p>
          Bila disimpan, hanya akun Anda yang dapat membukanya lagi dari sini, saat Anda masuk lagi. Bila perangkat ini
          dipakai bersama, hapus saja setelah Anda menyalinnya. Foto yang dihapus tidak ikut terkirim.
        </p>
        <div className="row">
          <button type="button" className="button-main" onClick={leave}>
            Simpan di perangkat ini, lalu keluar
          </button>
          <button type="button" className="button-danger" onClick={removeAndLeave}>
            Hapus, lalu keluar
          </button>
          <button type="button" onClick={() => setRest(nothing)}>
            Batal
          </button>
        </div>
      </Dialog>
    </>
  );
}

type Rest = { drafts: readonly KeptDraft[]; photos: readonly KeptPhoto[] };

const nothing: Rest = { drafts: [], photos: [] };

/** Sends everything of the account that this device holds, and gives what could not be sent. */
async function unsentOf(userId: string): Promise<Rest> {
  await settleOpenDrafts();
  const store = deviceStore();
  try {
    for (const draft of await store.draftsOf(userId)) await deliverKept(store, draft);
    const [drafts, photos] = await Promise.all([store.allOf(userId), photoStore().allOf(userId)]);
    return { drafts, photos };
  } catch {
    // A browser without a store holds nothing that could be asked about.
    return nothing;
  }
}
