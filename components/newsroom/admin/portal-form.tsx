'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { administrationLimits as limits } from '#lib/administration/administration-limits.ts';

export type PortalToEdit = {
  id: string;
  version: number;
  name: string;
  tagline: string;
  datelineTemplate: string;
  timeZone: string;
  contactEmail: string;
  contactPhone: string;
  address: string;
  witnessEmail: string;
};

const zones = [
  { value: 'Asia/Jakarta', label: 'WIB, Jakarta' },
  { value: 'Asia/Pontianak', label: 'WIB, Pontianak dan Kalimantan Tengah' },
  { value: 'Asia/Makassar', label: 'WITA, Samarinda dan Makassar' },
  { value: 'Asia/Jayapura', label: 'WIT, Jayapura' },
];

/** What a portal is called, where it is reached, and the zone of its clock. */
export function PortalForm({ action, portal }: { action: FormAction; portal: PortalToEdit }) {
  const isListed = zones.some((zone) => zone.value === portal.timeZone);
  const choices = isListed ? zones : [...zones, { value: portal.timeZone, label: portal.timeZone }];
  return (
    <ActionForm
      action={action}
      submit="Simpan"
      hidden={{ portalId: portal.id, version: portal.version }}
      className="stack narrow"
    >
      <TextField name="name" label="Nama portal" initial={portal.name} maxLength={limits.portalName} />
      <TextField
        name="tagline"
        label="Semboyan"
        note="Satu baris di bawah nama portal."
        initial={portal.tagline}
        maxLength={limits.tagline}
        isOptional
      />
      <TextField
        name="datelineTemplate"
        label="Pola tanggal baris"
        note="{tempat} diisi dengan tempat, {portal} dengan nama portal. Misalnya {tempat}, {portal} –"
        initial={portal.datelineTemplate}
        maxLength={limits.datelineTemplate}
      />
      <SelectField
        name="timeZone"
        label="Zona waktu"
        note="Hati-hati: jam di semua halaman dan batas waktu di meja redaksi mengikuti zona ini. Jadwal terbit yang sudah dibuat tetap pada saatnya, tetapi tampil dengan jam zona baru."
        initial={portal.timeZone}
        choices={choices}
      />
      <fieldset className="stack">
        <legend>Redaksi, untuk warga</legend>
        <TextField
          name="contactEmail"
          label="Surel redaksi"
          type="email"
          initial={portal.contactEmail}
          maxLength={limits.email}
          isOptional
        />
        <TextField
          name="contactPhone"
          label="Telepon redaksi"
          type="tel"
          initial={portal.contactPhone}
          maxLength={limits.phone}
          isOptional
        />
        <TextField
          name="address"
          label="Alamat redaksi"
          rows={2}
          initial={portal.address}
          maxLength={limits.address}
          isOptional
        />
      </fieldset>
      <TextField
        name="witnessEmail"
        label="Surel saksi luar"
        note="Setiap hari sidik jejak audit dikirim ke alamat ini, sebaiknya di luar kantor. Sesudah itu riwayat tidak dapat diubah tanpa ketahuan."
        type="email"
        initial={portal.witnessEmail}
        maxLength={limits.email}
        isOptional
      />
    </ActionForm>
  );
}
