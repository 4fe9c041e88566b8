'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import type { FormAction } from '#lib/action-state.ts';

export type SectionToEdit = { id: string; version: number; name: string; slug: string; isActive: boolean };

/** Adds a section at the end of the list. */
export function NewSectionForm({ action, portalId }: { action: FormAction; portalId: string }) {
  return (
    <ActionForm action={action} submit="Tambahkan kanal" hidden={{ portalId }} className="stack narrow">
      <TextField name="name" label="Nama kanal" note="Misalnya Kesehatan." maxLength={accountLimits.sectionName} />
      <TextField
        name="slug"
        label="Alamat di situs"
        note="Kosongkan untuk dibuat dari nama. Tidak dapat diubah lagi."
        maxLength={accountLimits.slug}
        isOptional
      />
    </ActionForm>
  );
}

/** Renames a section, opens or closes it. */
export function SectionForm({ action, section }: { action: FormAction; section: SectionToEdit }) {
  return (
    <ActionForm
      action={action}
      submit="Simpan"
      label={`Ubah kanal ${section.name}`}
      hidden={{ sectionId: section.id, version: section.version }}
      className="stack narrow"
    >
      <TextField name="name" label="Nama kanal" initial={section.name} maxLength={accountLimits.sectionName} />
      <TickField
        name="isActive"
        label="Tampil di situs"
        note="Kanal yang tidak tampil tidak dapat dipilih untuk naskah baru."
        initial={section.isActive}
      />
    </ActionForm>
  );
}

/** Moves a section one place; shown only where there is a place to go. */
export function MoveSectionForm({
  action,
  section,
  direction,
}: {
  action: FormAction;
  section: SectionToEdit;
  direction: 'up' | 'down';
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      submit={
        <>
          <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
          <span className="visually-hidden">
            Pindahkan {section.name} ke {direction === 'up' ? 'atas' : 'bawah'}
          </span>
        </>
      }
      hidden={{ sectionId: section.id, version: section.version, direction }}
      className=""
    />
  );
}
