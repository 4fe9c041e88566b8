'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { roleLabels } from '#lib/newsroom/labels.ts';
import { roleNotes } from './role-words.ts';

const roleChoices: Choice[] = Object.entries(roleLabels).map(([value, label]) => ({ value, label }));

/** Gives a person a role. */
export function GrantForm({
  action,
  userId,
  portalId,
  agencies,
}: {
  action: FormAction;
  userId: string;
  portalId: string;
  /** The active agencies of the portal. */
  agencies: readonly Choice[];
}) {
  return (
    <>
      <details>
        <summary>Apa arti setiap peran?</summary>
        <dl className="stack-tight">
          {Object.entries(roleNotes).map(([role, note]) => (
            <div key={role}>
              <dt className="label">{roleChoices.find((choice) => choice.value === role)?.label}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
      </details>
      <ActionForm action={action} submit="Beri peran" hidden={{ userId, portalId }} className="stack narrow">
        <SelectField
          name="role"
          label="Peran"
          note="Verifikator, redaktur, redaktur pelaksana, dan admin berlaku setelah diterima admin lain atau redaktur pelaksana."
          choices={roleChoices}
          initial="contributor"
        />
        <SelectField
          name="agencyId"
          label="Perangkat daerah"
          note="Untuk kontributor, verifikator, dan pimpinan. Peran lain berlaku untuk seluruh portal."
          choices={agencies}
          empty="Tidak ada"
        />
      </ActionForm>
    </>
  );
}

/** One button about one role: accept, turn down, end. */
export function RoleButton({
  action,
  membershipId,
  label,
  about,
  tone = 'usual',
}: {
  action: FormAction;
  membershipId: string;
  label: string;
  /** Which role of whom, for people who do not see where the button stands. */
  about: string;
  tone?: 'main' | 'danger' | 'usual';
}) {
  return (
    <ActionForm
      action={action}
      tone={tone}
      hidden={{ membershipId }}
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
