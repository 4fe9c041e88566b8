'use client';

import { type FormEvent, useId } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import { deskPath } from '#lib/urls.ts';
import { tellNext } from '../next-message.ts';
import type { Place } from '../verbs/verb-fields.tsx';

/** One reason of a return: its code and how this portal words it. */

/**
 * A return in one more tap: the place is known, and each reason is a button that sends. Where no place is
 * chosen a note says what to mend.
 */
export function ReturnSheet({
  action,
  target,
  place,
  places,
  reasons,
  onClose,
}: {
  action: FormAction;
  target: { editionId: string; version: number };
  place: string;
  places: readonly Place[];
  reasons: readonly ReasonChoice[];
  onClose: () => void;
}) {
  const giveBack: FormAction = async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') {
      tellNext('Naskah sudah dikembalikan kepada penulisnya.');
      window.location.assign(deskPath);
    }
    return answer;
  };
  const [state, act, isBusy] = useFormAction(giveBack);
  const id = useId();
  const isDone = state.status === 'done';
  const error = (field: string) => state.issues.find((issue) => issue.field === field)?.text;

  const keepWaiting = (event: FormEvent<HTMLFormElement>) => {
    if (isBusy || isDone) event.preventDefault();
  };

  return (
    <Dialog isOpen isSheet title="Kembalikan" onClose={onClose}>
      {state.status !== 'idle' && !isDone && (
        <ErrorSummary
          title={state.message || 'Langkah ini belum bisa dilakukan.'}
          issues={state.issues}
          idOf={(field) => (field === 'note' || field === 'place' ? `${id}${field}` : undefined)}
        />
      )}
      <form action={act} className="stack" noValidate onSubmit={keepWaiting}>
        <input type="hidden" name="editionId" value={target.editionId} />
        <input type="hidden" name="version" value={target.version} />
        <Field id={`${id}place`} label="Tempat di naskah">
          {/* React resets forms after an action and forgets the default of a list; a new key keeps it. */}
          <select
            key={state.values.place ?? place}
            {...describedBy(`${id}place`, {})}
            name="place"
            defaultValue={state.values.place ?? place}
          >
            <option value="">Seluruh naskah</option>
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field
          id={`${id}note`}
          label="Catatan untuk penulis"
          note="Boleh kosong bila tempatnya sudah ditunjuk."
          error={error('note')}
        >
          <textarea
            {...describedBy(`${id}note`, { note: true, error: error('note') })}
            name="note"
            rows={2}
            maxLength={1000}
            defaultValue={state.values.note ?? ''}
          />
        </Field>
        <fieldset className="reason-buttons">
          <legend>Kembalikan karena</legend>
          {reasons.map(({ code, label }) => (
            <button key={code} type="submit" name="reasonCode" value={code} aria-disabled={isBusy || isDone}>
              {label}
            </button>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
