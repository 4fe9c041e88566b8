'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { DeskEditor, QueueRow } from '#lib/desk/queue-shapes.ts';

/** Gives an edition the person holds to another editor. */
export function HandOverWindow({
  row,
  editors,
  action,
  onClose,
  onDone,
}: {
  row: Pick<QueueRow, 'editionId' | 'version' | 'title'>;
  /** The others at the desk. */
  editors: readonly DeskEditor[];
  action: FormAction;
  onClose: () => void;
  onDone: () => void;
}) {
  const carryOut: FormAction = async (before, form) => {
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
