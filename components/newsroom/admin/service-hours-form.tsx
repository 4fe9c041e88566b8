'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useField } from '#components/ui/form-context.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { DeskSettings } from '#lib/service-hours/desk-settings.ts';

const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

const asClock = (minute: number | undefined) => {
  if (minute === undefined) return '';
  const inDay = minute % (24 * 60);
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};

/** The hours of each weekday; both empty on a day the office is closed. */
export function ServiceHoursForm({
  action,
  portalId,
  version,
  week,
}: {
  action: FormAction;
  portalId: string;
  version: number;
  week: DeskSettings['week'];
}) {
  return (
    <ActionForm action={action} submit="Simpan jam layanan" hidden={{ portalId, version }} className="stack">
      <div className="week">
        <p className="week-day week-head" aria-hidden="true">
          <span>Hari</span>
          <span>Buka</span>
          <span>Tutup</span>
        </p>
        {dayNames.map((name, index) => (
          <div key={name} className="week-day">
            <strong aria-hidden="true">{name}</strong>
            <ClockField name={`from${index}`} label={`Buka hari ${name}`} initial={asClock(week[index]?.from)} />
            <ClockField name={`until${index}`} label={`Tutup hari ${name}`} initial={asClock(week[index]?.until)} />
          </div>
        ))}
      </div>
    </ActionForm>
  );
}

/** A time of the clock; that it may stay empty is said once, above the form. */
function ClockField({ name, label, initial }: { name: string; label: string; initial: string }) {
  const { id, sent, error } = useField(name);
  return (
    <Field id={id} label={<span className="visually-hidden">{label}</span>} error={error}>
      <input {...describedBy(id, { error })} type="time" name={name} defaultValue={sent ?? initial} />
    </Field>
  );
}
