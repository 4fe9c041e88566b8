'use client';

import type { ReactNode } from 'react';
import { describedBy, Field } from '#components/ui/field.tsx';
import type { Issue } from '#lib/errors.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import { changeTypeLabels, fastLaneReasonLabels } from '#lib/newsroom/labels.ts';
import type { PublicationPlan } from '#lib/newsroom/schedule-time.ts';
import { ScheduleFields } from './schedule-fields.tsx';

/** A place in the words that a note can be tied to. */
export type Place = { value: string; label: string };

export type VerbFieldsProps = {
  issues: readonly Issue[];
  places: readonly Place[];
  /** What a return or a rejection can be for. */
  reasons: readonly ReasonChoice[];
  claimNeedsReason: boolean;
  plan: PublicationPlan | undefined;
};

/** The id of a field in the open verb window. */
export const verbFieldId = (field: string) => `langkah-${field}`;

/** What one verb asks for beyond a yes; nothing for most. */
export function VerbFields({ button, ...props }: VerbFieldsProps & { button: string }): ReactNode {
  const { issues, places, reasons } = props;
  const reasonOptions = Object.fromEntries(reasons.map(({ code, label }) => [code, label]));
  const error = (field: string) => issues.find((issue) => issue.field === field)?.text;
  switch (button) {
    case 'return':
      return (
        <>
          <Choice name="reasonCode" label="Alasan pengembalian" options={reasonOptions} error={error('reasonCode')} />
          <Words
            name="note"
            label="Catatan untuk penulis"
            note="Tulis apa yang perlu diperbaiki."
            error={error('note')}
          />
          <Field id={verbFieldId('place')} label="Tempat di naskah" note="Boleh dikosongkan.">
            <select {...describedBy(verbFieldId('place'), { note: true })} name="place" defaultValue="">
              <option value="">Seluruh naskah</option>
              {places.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
        </>
      );
    case 'reject':
      return (
        <>
          <Choice name="reasonCode" label="Alasan penolakan" options={reasonOptions} error={error('reasonCode')} />
          <Words
            name="note"
            label="Catatan untuk penulis"
            note="Tulis mengapa naskah ini tidak diterbitkan."
            error={error('note')}
          />
        </>
      );
    case 'claim':
      return props.claimNeedsReason ? (
        <Words
          name="reason"
          label="Alasan mendahului verifikator"
          note="Naskah ini masih menunggu verifikator perangkat daerah. Alasan Anda dicatat."
          error={error('reason')}
        />
      ) : null;
    case 'approve-publish':
      return (
        <>
          <input type="hidden" name="outcome" value="publish" />
          <NewHosts plan={props.plan} />
        </>
      );
    case 'approve-wait':
      return (
        <>
          <input type="hidden" name="outcome" value="wait" />
          <NewHosts plan={props.plan} />
        </>
      );
    case 'approve-schedule':
      return (
        <>
          <input type="hidden" name="outcome" value="schedule" />
          {props.plan && (
            <ScheduleFields id={verbFieldId('scheduledFor')} plan={props.plan} error={error('scheduledFor')} />
          )}
          <NewHosts plan={props.plan} />
        </>
      );
    case 'schedule':
    case 'reschedule':
      return (
        props.plan && (
          <ScheduleFields id={verbFieldId('scheduledFor')} plan={props.plan} error={error('scheduledFor')} />
        )
      );
    case 'publish-now':
      return (
        <>
          <Choice
            name="fastLaneReason"
            label="Alasan jalur cepat"
            options={fastLaneReasonLabels}
            error={error('fastLaneReason')}
          />
          <Words
            name="reason"
            label="Penjelasan"
            note="Mengapa artikel ini tidak dapat menunggu orang kedua."
            error={error('reason')}
          />
          <NewHosts plan={props.plan} />
        </>
      );
    case 'start-edition':
      return (
        <>
          <Choice name="changeType" label="Jenis perubahan" options={changeTypeLabels} error={error('changeType')} />
          <Words
            name="publicNote"
            label="Catatan perubahan"
            note="Dibaca warga di halaman artikel. Wajib, kecuali untuk perubahan kecil."
            limit={fieldLimits.publicNote}
            error={error('publicNote')}
          />
        </>
      );
    case 'retract':
      return (
        <>
          <Words
            name="reason"
            label="Alasan penarikan"
            note="Alasan ini dibaca warga di alamat artikel."
            error={error('reason')}
          />
          <label className="choice">
            <input type="checkbox" name="hidesTitle" value="true" />
            Sembunyikan juga judulnya, karena judul itu sendiri merugikan
          </label>
        </>
      );
    default:
      return null;
  }
}

/** Whoever approves may allow the new sites the words lead to in the same step. */
function NewHosts({ plan }: { plan: PublicationPlan | undefined }) {
  return (plan?.newHosts ?? []).map((host) => (
    <label key={host} className="choice wraps">
      <input type="checkbox" name="allowHosts" value={host} />
      Izinkan tautan ke situs baru {host}; alamatnya sudah saya periksa
    </label>
  ));
}

function Words({
  name,
  label,
  note,
  error,
  limit = 1000,
}: {
  name: string;
  label: string;
  note: string;
  error?: string | undefined;
  limit?: number;
}) {
  const id = verbFieldId(name);
  return (
    <Field id={id} label={label} note={note} error={error}>
      <textarea {...describedBy(id, { note: true, error })} name={name} rows={4} maxLength={limit} />
    </Field>
  );
}

function Choice({
  name,
  label,
  options,
  error,
}: {
  name: string;
  label: string;
  options: Readonly<Record<string, string>>;
  error?: string | undefined;
}) {
  const id = verbFieldId(name);
  return (
    <Field id={id} label={label} error={error}>
      <select {...describedBy(id, { error })} name={name} defaultValue="">
        <option value="">Pilih…</option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
