'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { registerLimits } from '#lib/register/register-limits.ts';

export type RegulationToEdit = {
  id: string;
  version: number;
  kind: string;
  number: string;
  year: number;
  subject: string;
  isVerified: boolean;
};

/** A new regulation, or one that is corrected. */
export function RegulationForm({
  action,
  portalId,
  regulation,
}: {
  action: FormAction;
  portalId: string;
  regulation?: RegulationToEdit;
}) {
  return (
    <ActionForm
      action={action}
      submit={regulation ? 'Simpan' : 'Tambahkan peraturan'}
      label={regulation ? `Ubah ${regulation.kind} Nomor ${regulation.number}` : 'Peraturan baru'}
      hidden={regulation ? { regulationId: regulation.id, version: regulation.version } : { portalId }}
      className="stack narrow"
    >
      <TextField
        name="kind"
        label="Jenis"
        note="Lengkap, misalnya Peraturan Gubernur."
        initial={regulation?.kind}
        maxLength={registerLimits.regulationKind}
      />
      <div className="fields-two">
        <TextField
          name="number"
          label="Nomor"
          initial={regulation?.number}
          maxLength={registerLimits.regulationNumber}
        />
        <TextField name="year" label="Tahun" initial={regulation ? String(regulation.year) : ''} maxLength={4} />
      </div>
      <TextField
        name="subject"
        label="Tentang"
        initial={regulation?.subject}
        maxLength={registerLimits.subject}
        rows={2}
      />
      <TickField
        name="isVerified"
        label="Sudah diverifikasi"
        note="Centang hanya bila Anda sudah melihat naskah resminya."
        initial={regulation?.isVerified}
      />
    </ActionForm>
  );
}

export type FigureToEdit = {
  id: string;
  version: number;
  label: string;
  value: string;
  asOf: string | null;
  source: string;
};

/** A new figure, or a newer value of one. */
export function FigureForm({
  action,
  portalId,
  figure,
}: {
  action: FormAction;
  portalId: string;
  figure?: FigureToEdit;
}) {
  return (
    <ActionForm
      action={action}
      submit={figure ? 'Simpan' : 'Tambahkan angka'}
      label={figure ? `Ubah ${figure.label}` : 'Angka baru'}
      hidden={figure ? { figureId: figure.id, version: figure.version } : { portalId }}
      className="stack narrow"
    >
      <TextField
        name="label"
        label="Nama angka"
        note="Seperti disebut dalam artikel, misalnya jumlah desa."
        initial={figure?.label}
        maxLength={registerLimits.figureLabel}
      />
      <div className="fields-two">
        <TextField
          name="value"
          label="Nilai"
          note="Misalnya 841 atau Rp1,5 triliun."
          initial={figure?.value}
          maxLength={registerLimits.figureValue}
        />
        <TextField
          name="asOf"
          type="date"
          label="Per tanggal"
          note="Hari keadaan itu."
          initial={figure?.asOf ?? ''}
          isOptional
        />
      </div>
      <TextField
        name="source"
        label="Sumber"
        note="Siapa yang menghitung, misalnya BPS Kalimantan Timur."
        initial={figure?.source}
        maxLength={registerLimits.source}
      />
    </ActionForm>
  );
}
