'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { PressContact } from '#lib/press/press-contacts.ts';
import { pressLimits } from '#lib/press/press-input.ts';

type ContactFormProps = { action: FormAction; portalId: string; contact?: PressContact };

/** What is known of a journalist; without one it adds. */
export function ContactForm({ action, portalId, contact }: ContactFormProps) {
  return (
    <ActionForm
      action={action}
      submit={contact === undefined ? 'Tambah wartawan' : 'Simpan'}
      label={contact === undefined ? 'Tambah wartawan' : `Ubah ${contact.name}`}
      hidden={contact === undefined ? { portalId } : { contactId: contact.id, version: contact.version }}
    >
      <div className="fields-two">
        <TextField name="name" label="Nama" initial={contact?.name} maxLength={pressLimits.name} />
        <TextField name="outlet" label="Media" initial={contact?.outlet} maxLength={pressLimits.outlet} />
      </div>
      <div className="fields-two">
        <TextField
          name="email"
          type="email"
          label="Surel"
          note="Ke sini tautan pribadinya dikirim."
          initial={contact?.email}
          maxLength={pressLimits.email}
          isOptional
        />
        <TextField
          name="phone"
          type="tel"
          label="Telepon"
          initial={contact?.phone}
          maxLength={pressLimits.phone}
          isOptional
        />
      </div>
      <TextField name="note" label="Catatan" initial={contact?.note} maxLength={pressLimits.note} isOptional />
    </ActionForm>
  );
}

/** Switches a journalist off or on. */
export function SwitchForm({ action, contact }: { action: FormAction; contact: PressContact }) {
  return (
    <ActionForm
      action={action}
      submit={contact.isActive ? 'Nonaktifkan' : 'Aktifkan lagi'}
      tone={contact.isActive ? 'danger' : 'usual'}
      label={contact.isActive ? `Nonaktifkan ${contact.name}` : `Aktifkan lagi ${contact.name}`}
      hidden={{ contactId: contact.id, version: contact.version, to: contact.isActive ? 'off' : 'on' }}
    />
  );
}
