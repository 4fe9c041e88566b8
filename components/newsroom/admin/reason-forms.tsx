'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { administrationLimits as limits } from '#lib/administration/administration-limits.ts';

export type ReasonToEdit = { code: string; label: string; isActive: boolean; version: number };

/** Adds a reason of the portal's own. */
export function NewReasonForm({ action, portalId }: { action: FormAction; portalId: string }) {
  return (
    <ActionForm action={action} submit="Tambahkan alasan" hidden={{ portalId }} className="stack narrow">
      <TextField
        name="label"
        label="Alasan"
        note="Pendek, misalnya Belum disetujui pimpinan."
        maxLength={limits.reasonLabel}
      />
    </ActionForm>
  );
}

/** Words a reason anew, takes it out of use or back. */
export function ReasonForm({
  action,
  portalId,
  reason,
}: {
  action: FormAction;
  portalId: string;
  reason: ReasonToEdit;
}) {
  return (
    <ActionForm
      action={action}
      submit="Simpan"
      label={`Ubah alasan ${reason.label}`}
      hidden={{ portalId, code: reason.code, version: reason.version }}
      className="stack narrow"
    >
      <TextField name="label" label="Alasan" initial={reason.label} maxLength={limits.reasonLabel} />
      <TickField
        name="isActive"
        label="Dipakai"
        note="Alasan yang tidak dipakai tidak ditawarkan lagi; catatan lama tetap menyebutnya."
        initial={reason.isActive}
      />
    </ActionForm>
  );
}

/** Moves a reason one place; shown only where there is a place to go. */
export function MoveReasonForm({
  action,
  portalId,
  reason,
  direction,
}: {
  action: FormAction;
  portalId: string;
  reason: ReasonToEdit;
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
            Pindahkan {reason.label} ke {direction === 'up' ? 'atas' : 'bawah'}
          </span>
        </>
      }
      hidden={{ portalId, code: reason.code, direction }}
      className=""
    />
  );
}
