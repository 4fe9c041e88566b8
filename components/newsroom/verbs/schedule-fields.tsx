'use client';

import { useEffect, useState } from 'react';
import { describedBy, Field } from '#components/ui/field.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import {
  type PublicationPlan,
  scheduleTimeIssues,
  scheduleWarnings,
  suggestedTime,
} from '#lib/newsroom/schedule-time.ts';
import { localMoment, momentOf } from '../review/local-moment.ts';

/** How often the clock that is shown moves on. */
const tick = 5_000;

/**
 * Asks when an edition goes out, in the portal's zone, beside the clock of the server: that one decides,
 * whatever the clock of this device says.
 */
export function ScheduleFields({ id, plan, error }: { id: string; plan: PublicationPlan; error?: string | undefined }) {
  const { timeZone, embargoUntil } = plan;
  const [local, setLocal] = useState(() => localMoment(suggestedTime(plan), timeZone));
  const [changed, setChanged] = useState(false);
  const clock = useServerClock(plan.at);
  const moment = local === '' ? '' : momentOf(local, timeZone);
  const when = new Date(moment);
  const isMoment = !Number.isNaN(when.getTime());
  const own = scheduleTimeIssues(when, { at: clock, embargoUntil })[0]?.text;
  const wrong = changed ? own : (error ?? own);
  const warnings = isMoment && own === undefined ? scheduleWarnings(when, plan) : [];
  return (
    <div className="stack-tight">
      <Field
        id={id}
        label={`Waktu terbit (${zoneOf(clock, timeZone)})`}
        note={`Jam server sekarang: ${formatMoment(clock, timeZone)}.`}
        error={wrong}
      >
        <input
          {...describedBy(id, { note: true, error: wrong })}
          type="datetime-local"
          value={local}
          required
          onChange={({ target }) => {
            setLocal(target.value);
            setChanged(true);
          }}
        />
      </Field>
      <input type="hidden" name="scheduledFor" value={moment} />
      {embargoUntil !== null && embargoUntil > clock && (
        <p className="field-note">Embargo berakhir {formatMoment(embargoUntil, timeZone)}.</p>
      )}
      <div aria-live="polite" className="stack-tight">
        {isMoment && own === undefined && (
          <p>
            Terbit <strong>{formatMoment(when, timeZone)}</strong>.
          </p>
        )}
        {warnings.map((warning) => (
          <p key={warning} className="notice notice-warn">
            {warning}
          </p>
        ))}
      </div>
    </div>
  );
}

/** The server's clock, going on from what it said by the time that has passed here. */
function useServerClock(at: Date): Date {
  const [clock, setClock] = useState(at);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => setClock(new Date(at.getTime() + performance.now() - started)), tick);
    return () => clearInterval(timer);
  }, [at]);
  return clock;
}

function zoneOf(at: Date, timeZone: string): string {
  return formatMoment(at, timeZone).split(' ').at(-1) ?? timeZone;
}
