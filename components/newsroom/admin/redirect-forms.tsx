'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { administrationLimits as limits } from '#lib/administration/administration-limits.ts';

/** Leads an old address to an article of today. */
export function NewRedirectForm({ action, portalId }: { action: FormAction; portalId: string }) {
  return (
    <ActionForm action={action} submit="Tambahkan pengalihan" hidden={{ portalId }} className="stack narrow">
      <TextField
        name="address"
        label="Alamat lama"
        note="Salin dari situs lama, misalnya /2024/05/judul atau /?p=123, atau alamat lama artikel, misalnya /berita/judul-lama."
        maxLength={limits.oldAddress}
      />
      <TextField
        name="target"
        label="Alamat artikel sekarang"
        note="Salin dari halaman artikelnya, misalnya /berita/judul-artikel."
        maxLength={limits.oldAddress}
      />
    </ActionForm>
  );
}

/** Takes a redirect away. */
export function RemoveRedirectForm({
  action,
  portalId,
  address,
}: {
  action: FormAction;
  portalId: string;
  address: string;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      submit={
        <>
          Hapus<span className="visually-hidden"> pengalihan {address}</span>
        </>
      }
      label={`Hapus pengalihan ${address}`}
      hidden={{ portalId, address }}
      className=""
    />
  );
}
