'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { longestViewName } from '#lib/desk/desk-inputs.ts';
import { queuePath } from '#lib/urls.ts';

type View = { id: string; name: string; query: string; isDefault: boolean };

export type ViewActions = Readonly<Record<'save' | 'rename' | 'remove' | 'choose', FormAction>>;

/** The person's own views of the queue: one tap to each, and the ways to keep and change them. */
export function SavedViewBar({
  views,
  query,
  actions,
}: {
  views: readonly View[];
  /** The filters that are on now, as the address has them. */
  query: string;
  actions: ViewActions;
}) {
  const [open, setOpen] = useState<'save' | 'arrange' | null>(null);
  const isKept = query === '' || views.some((view) => view.query === query);
  const close = () => setOpen(null);
  if (views.length === 0 && isKept) return null;
  return (
    <div className="row">
      {views.length > 0 && (
        <nav aria-label="Tampilan tersimpan" className="queue-views">
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <a
                  href={view.query === '' ? `${queuePath}?semua=ya` : `${queuePath}?${view.query}`}
                  aria-current={view.query === query ? 'page' : undefined}
                >
                  {view.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {!isKept && (
        <button type="button" onClick={() => setOpen('save')}>
          Simpan tampilan ini
        </button>
      )}
      {views.length > 0 && (
        <button type="button" className="button-plain" onClick={() => setOpen('arrange')}>
          Atur tampilan
        </button>
      )}
      {open === 'save' && (
        <Dialog isOpen title="Simpan tampilan" onClose={close}>
          <p>Saringan yang sekarang terpasang disimpan dengan nama. Hanya Anda yang melihatnya.</p>
          <ActionForm action={closing(actions.save, close)} submit="Simpan" hidden={{ query }}>
            <TextField name="name" label="Nama tampilan" maxLength={longestViewName} />
            <TickField name="isDefault" label="Buka antrean dengan tampilan ini" />
          </ActionForm>
        </Dialog>
      )}
      {open === 'arrange' && (
        <Dialog isOpen title="Atur tampilan" onClose={close}>
          <ul className="stack">
            {views.map((view) => (
              <li key={view.id} className="card stack-tight">
                <ActionForm action={actions.rename} submit="Ganti nama" tone="usual" hidden={{ viewId: view.id }}>
                  <TextField name="name" label="Nama tampilan" initial={view.name} maxLength={longestViewName} />
                </ActionForm>
                <div className="row">
                  <ActionForm
                    action={actions.choose}
                    tone="usual"
                    className=""
                    label={`Pembuka: ${view.name}`}
                    hidden={{ viewId: view.isDefault ? '' : view.id }}
                    submit={view.isDefault ? 'Jangan jadikan pembuka' : 'Jadikan pembuka'}
                  />
                  <ActionForm
                    action={actions.remove}
                    tone="danger"
                    className=""
                    label={`Hapus: ${view.name}`}
                    hidden={{ viewId: view.id }}
                    submit="Hapus"
                  />
                </div>
                {view.isDefault && <p className="small">◆ Antrean dibuka dengan tampilan ini.</p>}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}

function closing(action: FormAction, close: () => void): FormAction {
  return async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') close();
    return answer;
  };
}
