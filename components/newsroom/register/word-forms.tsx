'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { registerLimits } from '#lib/register/register-limits.ts';

/** Adds a name or word, or proposes it where an editor decides. */
export function HouseNameForm({
  action,
  portalId,
  mayDecide,
}: {
  action: FormAction;
  portalId: string;
  mayDecide: boolean;
}) {
  return (
    <ActionForm
      action={action}
      submit={mayDecide ? 'Tambahkan' : 'Usulkan'}
      label="Nama atau kata baru"
      hidden={{ portalId }}
      className="stack narrow"
    >
      <TextField
        name="word"
        label="Nama atau kata"
        note="Persis seperti ditulis: huruf besar dan kecil dibedakan."
        maxLength={registerLimits.word}
      />
    </ActionForm>
  );
}

/** An editor's decision on one proposal. */
export function DecisionForms({ action, name }: { action: FormAction; name: { id: string; word: string } }) {
  return (
    <div className="row">
      <ActionForm
        action={action}
        submit={
          <>
            Setujui<span className="visually-hidden"> {name.word}</span>
          </>
        }
        hidden={{ houseNameId: name.id, decision: 'approve' }}
        className=""
      />
      <ActionForm
        action={action}
        tone="usual"
        submit={
          <>
            Tolak<span className="visually-hidden"> {name.word}</span>
          </>
        }
        hidden={{ houseNameId: name.id, decision: 'refuse' }}
        className=""
      />
    </div>
  );
}

export type PlainWordToEdit = { id: string; version: number; expression: string; plain: string; note: string };

/** A new expression with what to say instead, or one that is corrected. */
export function PlainWordForm({
  action,
  portalId,
  word,
}: {
  action: FormAction;
  portalId: string;
  word?: PlainWordToEdit;
}) {
  return (
    <ActionForm
      action={action}
      submit={word ? 'Simpan' : 'Tambahkan'}
      label={word ? `Ubah ${word.expression}` : 'Ungkapan baru'}
      hidden={word ? { plainWordId: word.id, version: word.version } : { portalId }}
      className="stack narrow"
    >
      <TextField
        name="expression"
        label="Ungkapan"
        note="Misalnya dalam rangka."
        initial={word?.expression}
        maxLength={registerLimits.expression}
      />
      <TextField
        name="plain"
        label="Padanan"
        note="Kata yang dipahami semua orang, misalnya untuk."
        initial={word?.plain}
        maxLength={registerLimits.plain}
      />
      <TextField
        name="note"
        label="Catatan"
        note="Kapan padanan ini cocok."
        initial={word?.note}
        maxLength={registerLimits.note}
        isOptional
      />
    </ActionForm>
  );
}
