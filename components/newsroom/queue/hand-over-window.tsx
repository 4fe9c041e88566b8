'use client';

import type { Settle } from '#components/newsroom/verbs/verb-window.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { DeskEditor, QueueRow } from '#lib/desk/queue-shapes.ts';
import { fieldsOf } from '#lib/form-fields.ts';

/** Gives an edition the person holds to another editor. */
export function HandOverWindow({
  row,
  editors,
  action,
  settle,
  onClose,
  onDone,
}: {
  row: Pick<QueueRow, 'editionId' | 'version' | 'title'>;
  /** The others at the desk. */
  editors: readonly DeskEditor[];
  action: FormAction;
  /** In the editor: unsent words go first. */
  settle?: Settle | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const carryOut: FormAction = async (before, form) => {
    if (settle !== undefined) {
      const settled = await settle();
      if ('refusal' in settled) {
        return { status: 'refused', message: settled.refusal, issues: [], values: fieldsOf(form).values };
      }
      form.set('version', String(settled.version));
    }
    const answer = await action(before, form);
    if (answer.status === 'done') onDone();
    return answer;
  };
  return (
    <Dialog isOpen title="Serahkan" onClose={onClose}>
      <p>{row.title || 'Tanpa judul'}</p>
      <p>
        Redaktur yang Anda pilih memegang naskah ini menggantikan Anda. Ketikan Anda yang belum terkirim dari tab lain
        disimpan sebagai milik Anda.
      </p>
      <ActionForm action={carryOut} submit="Serahkan" hidden={{ editionId: row.editionId, version: row.version }}>
        <SelectField
          name="toId"
          label="Serahkan kepada"
          empty="Pilih…"
          choices={editors.map(({ id, name, isAway }) => ({
            value: id,
            label: isAway ? `${name} (sedang cuti)` : name,
          }))}
        />
        <TextField name="note" label="Catatan" maxLength={1000} rows={3} isOptional />
      </ActionForm>
    </Dialog>
  );
}
