'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';

/** Takes an entry out; behind a word that unfolds, so that one tap too many does nothing. */
export function RemoveForm({
  action,
  name,
  note,
  hidden,
}: {
  action: FormAction;
  name: string;
  note: string;
  hidden: Readonly<Record<string, string | number>>;
}) {
  return (
    <details>
      <summary>
        Hapus<span className="visually-hidden"> {name}</span>
      </summary>
      <div className="stack-tight">
        <p className="small">{note}</p>
        <ActionForm action={action} submit={`Hapus ${name}`} tone="danger" label={`Hapus ${name}`} hidden={hidden} />
      </div>
    </details>
  );
}
