'use client';

import { useId } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { CalendarItem, CalendarView } from '#lib/planning/calendar-view.ts';
import { localMoment, momentOf } from '../review/local-moment.ts';
import { ScheduleFields } from '../verbs/schedule-fields.tsx';

type MoveWindowProps = {
  item: CalendarItem;
  /** The day it was taken to; its hour stays unless another is chosen. */
  day: string;
  view: CalendarView;
  action: FormAction;
  onClose: () => void;
  onDone: (text: string) => void;
};

/** Confirms another time for a scheduled edition. */
export function MoveWindow({ item, day, view, action, onClose, onDone }: MoveWindowProps) {
  const { timeZone, at, daysOff } = view;
  const fieldId = useId();
  const [state, act, isBusy] = useFormAction<undefined>(async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') onDone('Jadwal sudah diubah.');
    return answer;
  });
  const wanted = new Date(momentOf(`${day}${localMoment(item.at, timeZone).slice(10)}`, timeZone));
  const { embargoUntil } = item;
  const plan = { timeZone, at, embargoUntil, daysOff, newHosts: [], failure: null, scheduled: { for: wanted, by: '' } };
  return (
    <Dialog isOpen title="Ubah jadwal" onClose={onClose}>
      {state.status !== 'idle' && state.status !== 'done' && (
        <ErrorSummary title={state.message} issues={state.issues} idOf={() => fieldId} />
      )}
      <p>
        <strong>{item.title}</strong> sekarang terjadwal {formatMoment(item.at, timeZone)}. Kata-kata dan tanda
        tangannya tetap.
      </p>
      <form action={act} className="stack" noValidate>
        <input type="hidden" name="editionId" value={item.editionId} />
        <input type="hidden" name="version" value={item.version} />
        <ScheduleFields id={fieldId} plan={plan} error={state.issues[0]?.text} />
        <div className="row">
          <button type="submit" className="button-main" aria-disabled={isBusy}>
            {isBusy ? 'Sebentar…' : 'Ubah jadwal'}
          </button>
          <button type="button" onClick={onClose}>
            Batal
          </button>
        </div>
      </form>
    </Dialog>
  );
}
