'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';

/** Brings a version back; what could not come along is said before the person goes on. */
export function RestoreForm({
  action,
  edition,
  revisionId,
  draftHref,
}: {
  action: FormAction<string[]>;
  edition: { editionId: string; version: number };
  revisionId: string;
  draftHref: string;
}) {
  return (
    <ActionForm
      action={action}
      submit="Pulihkan versi ini"
      tone="usual"
      hidden={{ editionId: edition.editionId, version: edition.version, revisionId }}
      outcome={(notes) => (
        <div className="stack-tight">
          {notes.map((note) => (
            <p key={note} className="notice notice-warn">
              {note}
            </p>
          ))}
          <p>
            <a href={draftHref}>Buka naskah</a>
          </p>
        </div>
      )}
    />
  );
}
