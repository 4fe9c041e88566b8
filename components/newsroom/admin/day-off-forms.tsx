'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { administrationLimits as limits } from '#lib/administration/administration-limits.ts';

const kinds = [
  { value: 'national_holiday', label: 'Libur nasional' },
  { value: 'collective_leave', label: 'Cuti bersama' },
];

/** Adds a day on which the offices are closed. */
export function NewDayOffForm({ action, portalId, year }: { action: FormAction; portalId: string; year: number }) {
  return (
    <ActionForm action={action} submit="Tambahkan hari" hidden={{ portalId }} className="stack narrow">
      <TextField name="day" label="Tanggal" type="date" note={`Misalnya 1 Januari ${year}.`} />
      <SelectField name="kind" label="Jenis" choices={kinds} initial="national_holiday" />
      <TextField name="name" label="Nama hari" maxLength={limits.dayName} />
      <TextField
        name="source"
        label="Sumber"
        note="Misalnya nomor SKB atau surat edaran."
        maxLength={limits.source}
        isOptional
      />
    </ActionForm>
  );
}

/** Takes a day out of the list. */
export function RemoveDayOffForm({
  action,
  portalId,
  day,
  name,
}: {
  action: FormAction;
  portalId: string;
  day: string;
  name: string;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      submit={
        <>
          Hapus<span className="visually-hidden"> {name}</span>
        </>
      }
      label={`Hapus ${name}, ${day}`}
      hidden={{ portalId, day }}
      className=""
    />
  );
}

/** Fills a year with the decree that comes with the application. */
export function TakeDecreeForm({
  action,
  portalId,
  year,
  count,
}: {
  action: FormAction;
  portalId: string;
  year: number;
  count: number;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      submit={`Isi dari SKB ${year} (${count} hari)`}
      hidden={{ portalId, year }}
      className=""
    />
  );
}
