'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import type { FormAction } from '#lib/action-state.ts';
import type { UserId } from '#lib/ids.ts';
import { adminPeoplePath } from '#lib/urls.ts';
import { type HandedCode, Handover, type Recipient } from './handover.tsx';

export type PersonToEdit = { userId: string; version: number; name: string; email: string; phone: string };

/** What the action for a new person brings back. */
export type NewPerson = HandedCode & { userId: UserId; name: string; phone: string };

function PersonFields({ person }: { person?: PersonToEdit }) {
  return (
    <>
      <TextField name="name" label="Nama lengkap" initial={person?.name} maxLength={accountLimits.personName} />
      <TextField
        name="email"
        label="Surel"
        note="Dipakai untuk masuk. Satu surel untuk satu orang."
        type="email"
        initial={person?.email}
        maxLength={accountLimits.email}
      />
      <TextField
        name="phone"
        label="Nomor WhatsApp"
        note="Misalnya 0812 3456 7890. Dipakai untuk meminta konfirmasi suntingan."
        type="tel"
        initial={person?.phone}
        maxLength={accountLimits.phone}
        isOptional
      />
    </>
  );
}

/** Adds a person and shows the code that invites them. */
export function NewPersonForm({
  action,
  origin,
  timeZone,
}: {
  action: FormAction<NewPerson>;
  origin: string;
  timeZone: string;
}) {
  return (
    <ActionForm
      action={action}
      submit="Tambahkan dan buat kode undangan"
      className="stack narrow"
      outcome={(added) => (
        <>
          <Handover code={added} to={{ name: added.name, phone: added.phone, origin, timeZone }} />
          <p>
            <a href={`${adminPeoplePath}/${added.userId}`}>Beri peran kepada {added.name}</a>
          </p>
        </>
      )}
    >
      <PersonFields />
    </ActionForm>
  );
}

/** Changes name, address or number of a person. */
export function PersonForm({ action, person }: { action: FormAction; person: PersonToEdit }) {
  return (
    <ActionForm
      action={action}
      submit="Simpan"
      hidden={{ userId: person.userId, version: person.version }}
      className="stack narrow"
    >
      <PersonFields person={person} />
      <p className="small muted">Mengganti surel mengakhiri semua sesi orang ini.</p>
    </ActionForm>
  );
}

/** Makes a new code and shows it once. */
export function CodeForm({
  action,
  userId,
  isInvited,
  to,
}: {
  action: FormAction<HandedCode>;
  userId: string;
  /** Whether the person has not chosen a password yet. */
  isInvited: boolean;
  to: Recipient;
}) {
  return (
    <ActionForm
      action={action}
      submit={isInvited ? 'Buat kode undangan' : 'Buat kode atur ulang kata sandi'}
      tone="usual"
      hidden={{ userId }}
      outcome={(code) => <Handover code={code} to={to} />}
    />
  );
}

/** Ends all sessions of a person. */
export function EndSessionsForm({ action, userId }: { action: FormAction; userId: string }) {
  return <ActionForm action={action} submit="Akhiri semua sesi" tone="usual" hidden={{ userId }} />;
}

/** Removes the second factors of somebody who has lost them, with the reason. */
export function RemoveSecondFactorForm({ action, userId }: { action: FormAction; userId: string }) {
  return (
    <ActionForm action={action} submit="Hapus langkah kedua" tone="danger" hidden={{ userId }} className="stack narrow">
      <TextField
        name="reason"
        label="Alasan"
        note="Dicatat di jejak audit. Pastikan dulu bahwa yang meminta memang orangnya."
        rows={2}
        maxLength={accountLimits.reason}
      />
    </ActionForm>
  );
}

/** Closes an account, with the reason; for abuse also the signatures. */
export function SuspendForm({ action, person }: { action: FormAction; person: PersonToEdit }) {
  return (
    <ActionForm
      action={action}
      submit="Bekukan akun"
      tone="danger"
      hidden={{ userId: person.userId, version: person.version }}
      className="stack narrow"
    >
      <TextField
        name="reason"
        label="Alasan"
        note="Dicatat di jejak audit."
        rows={3}
        maxLength={accountLimits.reason}
      />
      <TickField
        name="forAbuse"
        label="Karena penyalahgunaan"
        note="Tanda tangannya pada naskah yang belum terbit tidak berlaku lagi, dan artikel terbit yang ditandatanganinya didaftar untuk ditinjau."
      />
    </ActionForm>
  );
}

/** Opens a suspended account again. */
export function UnsuspendForm({ action, person }: { action: FormAction; person: PersonToEdit }) {
  return (
    <ActionForm
      action={action}
      submit="Cabut pembekuan"
      tone="usual"
      hidden={{ userId: person.userId, version: person.version }}
    />
  );
}

/** Erases address, number and password of a suspended account; its name stays. */
export function EraseForm({ action, person }: { action: FormAction; person: PersonToEdit }) {
  return (
    <ActionForm
      action={action}
      submit="Hapus data diri"
      tone="danger"
      hidden={{ userId: person.userId, version: person.version }}
      className="stack narrow"
    >
      <TextField
        name="reason"
        label="Alasan penghapusan"
        note="Dicatat di jejak audit. Penghapusan tidak dapat dibatalkan."
        rows={3}
        maxLength={accountLimits.reason}
      />
    </ActionForm>
  );
}
