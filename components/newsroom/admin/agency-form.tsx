'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import type { FormAction } from '#lib/action-state.ts';
import { agencyKindLabels } from '#lib/newsroom/labels.ts';

/** What the form shows of an agency; without one it begins a new one. */
export type AgencyToEdit = {
  id: string;
  version: number;
  name: string;
  shortName: string;
  slug: string;
  kind: keyof typeof agencyKindLabels;
  headName: string;
  headTitle: string;
  address: string;
  phone: string;
  email: string;
  hasVerification: boolean;
  verifyWithinMinutes: number;
  isActive: boolean;
};

const kinds = Object.entries(agencyKindLabels).map(([value, label]) => ({ value, label }));

/** The form of a new agency of a portal, or of one that exists. */
export function AgencyForm({
  action,
  portalId,
  agency,
}: {
  action: FormAction;
  portalId: string;
  agency?: AgencyToEdit;
}) {
  return (
    <ActionForm
      action={action}
      submit={agency ? 'Simpan' : 'Tambahkan'}
      hidden={agency ? { agencyId: agency.id, version: agency.version } : { portalId }}
      className="card stack"
    >
      <TextField
        name="name"
        label="Nama"
        note="Seperti ditulis di kop surat."
        initial={agency?.name}
        maxLength={accountLimits.agencyName}
      />
      <div className="fields-two fields-level">
        <TextField
          name="shortName"
          label="Singkatan"
          note="Misalnya Dinkes. Dipakai di daftar dan kartu."
          initial={agency?.shortName}
          maxLength={accountLimits.shortName}
        />
        <SelectField name="kind" label="Jenis" choices={kinds} initial={agency?.kind ?? 'department'} />
      </div>
      <TextField
        name="slug"
        label="Alamat di situs"
        note="Huruf kecil, angka, dan tanda hubung. Kosongkan untuk dibuat dari singkatan. Tidak dapat diubah setelah ada artikel terbit."
        initial={agency?.slug}
        maxLength={accountLimits.slug}
        isOptional
      />
      <fieldset className="stack">
        <legend>Untuk warga</legend>
        <div className="fields-two fields-level">
          <TextField
            name="headName"
            label="Nama pimpinan"
            initial={agency?.headName}
            maxLength={accountLimits.headName}
            isOptional
          />
          <TextField
            name="headTitle"
            label="Jabatan pimpinan"
            note="Misalnya Kepala Dinas atau Plt. Kepala Badan."
            initial={agency?.headTitle}
            maxLength={accountLimits.headTitle}
            isOptional
          />
        </div>
        <TextField
          name="address"
          label="Alamat kantor"
          initial={agency?.address}
          maxLength={accountLimits.address}
          isOptional
        />
        <div className="fields-two fields-level">
          <TextField
            name="phone"
            label="Telepon"
            type="tel"
            initial={agency?.phone}
            maxLength={accountLimits.phone}
            isOptional
          />
          <TextField
            name="email"
            label="Surel"
            type="email"
            initial={agency?.email}
            maxLength={accountLimits.email}
            isOptional
          />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>Verifikasi</legend>
        <TickField
          name="hasVerification"
          label="Naskah diperiksa verifikator perangkat daerah lebih dulu"
          note="Perlu paling sedikit satu orang berperan Verifikator di perangkat daerah ini."
          initial={agency?.hasVerification}
        />
        <TextField
          name="verifyWithinMinutes"
          label="Batas waktu verifikasi (menit)"
          note="Setelah itu redaksi boleh melanjutkan tanpa verifikator."
          type="number"
          initial={String(agency?.verifyWithinMinutes ?? 240)}
        />
      </fieldset>
      {agency && (
        <TickField
          name="isActive"
          label="Aktif"
          note="Perangkat daerah yang tidak aktif tidak dapat menulis naskah baru; artikelnya tetap dapat dibaca."
          initial={agency.isActive}
        />
      )}
    </ActionForm>
  );
}
