'use client';

import { useState, useTransition } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { deliverKept } from './deliver-kept.ts';
import { settleOpenDrafts, stopOpenDrafts } from './draft-signals.ts';
import { deviceStore, type KeptDraft } from './kept-drafts.ts';
import { forgetOffline } from './offline.ts';

/**
 * Signs out without losing a word: unsent words go first; what the server has leaves this
 * device; about the rest the person decides.
 */
export function SignOut({ userId, signOut }: { userId: string; signOut: FormAction }) {
  const [state, act, isLeaving] = useFormAction(signOut);
  const [isSending, startSending] = useTransition();
  const [rest, setRest] = useState<readonly KeptDraft[]>([]);

  const leave = () =>
    startSending(async () => {
      await forgetOffline(userId);
      startSending(() => act(new FormData()));
    });

  const ask = () =>
    startSending(async () => {
      const left = await unsentOf(userId);
      if (left.length > 0) setRest(left);
      else leave();
    });

  const removeAndLeave = () =>
    startSending(async () => {
      stopOpenDrafts(userId);
      const store = deviceStore();
      for (const { key } of rest) await store.forget(key);
      leave();
    });

  return (
    <>
      <button type="button" className="rail-item" onClick={ask} aria-disabled={isSending || isLeaving}>
        <Icon name="leave" /> {isSending || isLeaving ? 'Sebentar…' : 'Keluar'}
      </button>
      {state.message && <p className="field-error">{state.message}</p>}
      <Dialog isOpen={rest.length > 0} title="Ada ketikan yang belum terkirim" onClose={() => setRest([])}>
        <p>Ketikan pada naskah ini hanya ada di perangkat ini:</p>
        <ul>
          {rest.map((draft) => (
            <li key={draft.key}>{draft.title || 'Naskah tanpa judul'}</li>
          ))}
        </ul>
        <p>
          Bila disimpan, hanya akun Anda yang dapat membukanya lagi dari sini, saat Anda masuk lagi. Bila perangkat ini
          dipakai bersama, hapus saja setelah Anda menyalinnya.
        </p>
        <div className="row">
          <button type="button" className="button-main" onClick={leave}>
            Simpan di perangkat ini, lalu keluar
          </button>
          <button type="button" className="button-danger" onClick={removeAndLeave}>
            Hapus, lalu keluar
          </button>
          <button type="button" onClick={() => setRest([])}>
            Batal
          </button>
        </div>
      </Dialog>
    </>
  );
}

/** Sends everything of the account that this device holds, and gives what could not be sent. */
async function unsentOf(userId: string): Promise<KeptDraft[]> {
  await settleOpenDrafts();
  const store = deviceStore();
  try {
    for (const draft of await store.draftsOf(userId)) await deliverKept(store, draft);
    return await store.allOf(userId);
  } catch {
    // A browser without a store holds nothing that could be asked about.
    return [];
  }
}
