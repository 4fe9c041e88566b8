'use client';

import type { ReactNode } from 'react';
import { localMoment } from '#components/newsroom/review/local-moment.ts';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { BulkOutcome } from '#lib/desk/bulk-outcome.ts';
import { itemText } from '#lib/desk/desk-inputs.ts';
import { priorityLabels } from '#lib/desk/desk-labels.ts';
import type { DeskEditor, QueueRow } from '#lib/desk/queue-shapes.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import { zoneName } from '#lib/newsroom/labels.ts';

/** What can be done to the chosen lines at once. Approving and publishing are not among it. */
export type ChosenVerb = 'assign' | 'setPriority' | 'return';
export type ChosenActions = Readonly<Record<ChosenVerb, FormAction<BulkOutcome[]>>>;

type Chosen = Pick<QueueRow, 'editionId' | 'version' | 'assignee' | 'dueAt' | 'title'>;

/** Asks what a verb needs to know, and does it to every chosen line. */
export function ChosenWindow({
  verb,
  rows,
  editors,
  timeZone,
  actions,
  reasons,
  onClose,
  onDone,
}: {
  verb: ChosenVerb;
  rows: readonly Chosen[];
  editors: readonly DeskEditor[];
  /** The portal's: a due time is a time there. */
  timeZone: string;
  actions: ChosenActions;
  /** As the portal words them. */
  reasons: readonly ReasonChoice[];
  onClose: () => void;
  onDone: (done: string, outcomes: readonly BulkOutcome[]) => void;
}) {
  const { title, submit, done } = texts[verb];
  const carryOut: FormAction<BulkOutcome[]> = async (before, form) => {
    const answer = await actions[verb](before, form);
    if (answer.status === 'done') onDone(done, answer.result ?? []);
    return answer;
  };
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <WhatIsChosen rows={rows} />
      <ActionForm action={carryOut} submit={submit}>
        {rows.map((row) => (
          <input key={row.editionId} type="hidden" name="items" value={itemText(row)} />
        ))}
        <Fields verb={verb} rows={rows} editors={editors} timeZone={timeZone} reasons={reasons} />
      </ActionForm>
    </Dialog>
  );
}

const texts = {
  assign: { title: 'Tugaskan', submit: 'Tugaskan', done: 'diperbarui penugasannya' },
  setPriority: { title: 'Ubah prioritas', submit: 'Simpan prioritas', done: 'diubah prioritasnya' },
  return: { title: 'Kembalikan', submit: 'Kembalikan', done: 'dikembalikan kepada penulisnya' },
} as const;

const namedAtMost = 5;

/** The chosen lines by name, so that nobody returns what they did not mean to. */
export function WhatIsChosen({ rows }: { rows: readonly Pick<Chosen, 'editionId' | 'title'>[] }) {
  const [only] = rows;
  if (rows.length === 1 && only) return <p>{only.title || 'Tanpa judul'}</p>;
  return (
    <div>
      <p>{rows.length} naskah:</p>
      <ul className="small">
        {rows.slice(0, namedAtMost).map((row) => (
          <li key={row.editionId}>{row.title || 'Tanpa judul'}</li>
        ))}
        {rows.length > namedAtMost && <li>dan {rows.length - namedAtMost} lainnya</li>}
      </ul>
    </div>
  );
}

function Fields({
  verb,
  rows,
  editors,
  timeZone,
  reasons,
}: {
  verb: ChosenVerb;
  rows: readonly Chosen[];
  editors: readonly DeskEditor[];
  timeZone: string;
  reasons: readonly ReasonChoice[];
}): ReactNode {
  const priorities = Object.entries(priorityLabels).map(([value, label]) => ({ value, label }));
  // What one item has already stays as it is unless somebody changes it.
  const only = rows.length === 1 ? rows[0] : undefined;
  switch (verb) {
    case 'assign': {
      const [day, time] = only?.dueAt ? localMoment(only.dueAt, timeZone).split('T') : [];
      return (
        <>
          <SelectField
            name="assigneeId"
            label="Penanggung jawab"
            initial={only?.assignee?.id ?? ''}
            empty="Tidak seorang pun"
            choices={editors.map(({ id, name, isAway }) => ({
              value: id,
              label: isAway ? `${name} (sedang cuti)` : name,
            }))}
          />
          <div className="fields-two">
            <TextField name="dueDay" label="Tenggat" type="date" initial={day} isOptional />
            <TextField name="dueTime" label={`Jam (${zoneName(timeZone)})`} type="time" initial={time} isOptional />
          </div>
          <SelectField name="priority" label="Prioritas" empty="Biarkan seperti sekarang" choices={priorities} />
          <TextField name="note" label="Catatan untuk penanggung jawab" maxLength={1000} rows={3} isOptional />
        </>
      );
    }
    case 'setPriority':
      return <SelectField name="priority" label="Prioritas" initial="high" choices={priorities} />;
    case 'return':
      return (
        <>
          <SelectField
            name="reasonCode"
            label="Alasan pengembalian"
            empty="Pilih…"
            choices={reasons.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextField
            name="note"
            label="Catatan untuk penulis"
            note={
              rows.length === 1
                ? 'Tulis apa yang perlu diperbaiki.'
                : 'Catatan ini tampil pada setiap naskah yang dipilih. Tulis apa yang perlu diperbaiki.'
            }
            maxLength={1000}
            rows={4}
          />
        </>
      );
  }
}
