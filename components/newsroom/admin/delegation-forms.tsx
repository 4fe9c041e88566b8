'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import { delegableRoles } from '#lib/accounts/delegation-input.ts';
import type { FormAction } from '#lib/action-state.ts';
import { roleLabels } from '#lib/newsroom/labels.ts';

/** The two days of a leave or delegation, both included in full. */
function Days() {
  return (
    <div className="fields-two fields-level">
      <TextField name="from" label="Hari pertama" type="date" />
      <TextField name="until" label="Hari terakhir" type="date" />
    </div>
  );
}

const roleChoices: Choice[] = delegableRoles.map((value) => ({ value, label: roleLabels[value] }));
const kindChoices: Choice[] = [
  { value: 'leave', label: 'Plh. – menggantikan yang cuti' },
  { value: 'acting', label: 'Plt. – mengisi jabatan yang kosong' },
];

/** Hands a role to somebody for a time. */
export function DelegateForm({
  action,
  portalId,
  people,
  agencies,
}: {
  action: FormAction;
  portalId: string;
  people: readonly Choice[];
  agencies: readonly Choice[];
}) {
  return (
    <ActionForm action={action} submit="Beri delegasi" hidden={{ portalId }}>
      <div className="fields-two fields-level">
        <SelectField name="kind" label="Sebagai" choices={kindChoices} initial="leave" />
        <SelectField name="userId" label="Diberikan kepada" choices={people} empty="Pilih orang" />
      </div>
      <div className="fields-two fields-level">
        <SelectField name="role" label="Peran" choices={roleChoices} initial="verifier" />
        <SelectField
          name="agencyId"
          label="Perangkat daerah"
          note="Untuk kontributor, verifikator, dan pimpinan."
          choices={agencies}
          empty="Tidak ada"
        />
      </div>
      <SelectField
        name="inPlaceOf"
        label="Menggantikan"
        note="Untuk Plt. boleh dikosongkan."
        choices={people}
        empty="Tidak ada"
      />
      <Days />
    </ActionForm>
  );
}

/** Says for somebody that they are away. */
export function AbsenceForm({
  action,
  portalId,
  people,
}: {
  action: FormAction;
  portalId: string;
  people: readonly Choice[];
}) {
  return (
    <ActionForm action={action} submit="Catat cuti" tone="usual" hidden={{ portalId }} className="stack narrow">
      <SelectField name="userId" label="Yang cuti" choices={people} empty="Pilih orang" />
      <Days />
      <TextField name="note" label="Catatan" maxLength={accountLimits.reason} isOptional />
    </ActionForm>
  );
}

/** Says that one will be away oneself, and who stands in. */
export function LeaveForm({ action, people }: { action: FormAction; people: readonly Choice[] }) {
  return (
    <ActionForm action={action} submit="Catat cuti saya" className="stack narrow">
      <Days />
      <SelectField
        name="standInId"
        label="Pengganti"
        note="Peran tetap Anda dipegangnya selama cuti. Peran verifikator dan redaksi menunggu diterima orang kedua."
        choices={people}
        empty="Tanpa pengganti"
      />
      <TextField name="note" label="Catatan" maxLength={accountLimits.reason} isOptional />
    </ActionForm>
  );
}

/** Ends a delegation or an absence before its time. */
export function EndEarlyForm({
  action,
  hidden,
  label,
  about,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  label: string;
  about: string;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      hidden={hidden}
      className=""
      submit={
        <>
          {label}
          <span className="visually-hidden"> {about}</span>
        </>
      }
    />
  );
}
