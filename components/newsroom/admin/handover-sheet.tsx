'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';

type Line = {
  key: string;
  group: string;
  text: string;
  href: string | null;
  act: string | null;
  who: string;
};
type Tick = { name: string; label: string; isTicked: boolean };

const groupLabels: Readonly<Record<string, string>> = {
  draft: 'Draf yang belum dapat dilanjutkan penerus',
  held: 'Naskah yang sedang dipegang',
  assigned: 'Naskah yang ditugaskan kepadanya',
  scheduled: 'Terjadwal dan dijawab olehnya',
  co_writing: 'Rekan penulis di',
  named: 'Dinamai pada naskah rahasia',
  role: 'Peran',
  delegation: 'Delegasi',
  views: 'Tampilan antrean',
  preview_link: 'Tautan pratinjau yang dibuatnya',
  pass: 'Izin baca embargo yang diberikannya',
  pass_to_close: 'Izin baca embargo yang diberikannya',
  embargo_reader: 'Izin baca embargo yang dipegangnya',
  sessions: 'Perangkat yang masih masuk',
  codes: 'Kode masuk',
};

/** Begins the handover of an account. */
export function BeginHandoverForm({
  action,
  portalId,
  people,
}: {
  action: FormAction;
  portalId: string;
  people: readonly Choice[];
}) {
  return (
    <ActionForm action={action} submit="Mulai serah terima" hidden={{ portalId }} className="stack narrow">
      <SelectField name="fromUserId" label="Akun yang diserahterimakan" choices={people} empty="Pilih orang" />
      <SelectField name="toUserId" label="Penerus" choices={people} empty="Belum ada penerus" />
      <TextField name="reason" label="Alasan" note="Misalnya: pindah tugas ke Bappeda." maxLength={600} />
    </ActionForm>
  );
}

/** What still hangs on the account, each line with its one tap. */
export function HandoverLines({
  handoverId,
  lines,
  action,
}: {
  handoverId: string;
  lines: readonly Line[];
  action: FormAction;
}) {
  if (lines.length === 0) return <p className="empty">✓ Tidak ada lagi yang menggantung pada akun ini.</p>;
  const groups = [...new Set(lines.map((line) => line.group))];
  return groups.map((group) => (
    <section key={group} className="stack-tight" aria-label={groupLabels[group] ?? group}>
      <h3>{groupLabels[group] ?? group}</h3>
      <ul className="named-people">
        {lines
          .filter((line) => line.group === group)
          .map((line) => (
            <li key={line.key}>
              <span>
                <span aria-hidden="true" className="box-on-paper">
                  ☐{' '}
                </span>
                {line.href === null ? line.text : <a href={line.href}>{line.text}</a>}
              </span>
              {line.act === null ? (
                <span className="small muted">Diselesaikan {line.who}</span>
              ) : (
                <ActionForm
                  action={action}
                  tone="usual"
                  hidden={{ handoverId, key: line.key }}
                  className=""
                  submit={
                    <>
                      {line.act}
                      <span className="visually-hidden">: {line.text}</span>
                    </>
                  }
                />
              )}
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** What somebody ticks by hand. */
export function HandTicks({
  handoverId,
  version,
  ticks,
  action,
}: {
  handoverId: string;
  version: number;
  ticks: readonly Tick[];
  action: FormAction;
}) {
  return (
    <ActionForm action={action} submit="Simpan centang" tone="usual" hidden={{ handoverId, version }}>
      <div className="stack-tight">
        {ticks.map(({ name, label, isTicked }) => (
          <TickField key={name} name={name} label={label} initial={isTicked} />
        ))}
      </div>
    </ActionForm>
  );
}

/** Ends the handover; with something left only for a reason. */
export function FinishHandoverForm({
  handoverId,
  version,
  isClean,
  action,
}: {
  handoverId: string;
  version: number;
  isClean: boolean;
  action: FormAction;
}) {
  return (
    <ActionForm
      action={action}
      submit="Tutup serah terima"
      tone={isClean ? 'main' : 'danger'}
      hidden={{ handoverId, version }}
      className="stack narrow"
    >
      {!isClean && (
        <TextField
          name="reason"
          label="Mengapa ditutup meski belum selesai"
          note="Paling sedikit 10 huruf. Dicatat di jejak audit."
          rows={2}
          maxLength={600}
        />
      )}
    </ActionForm>
  );
}

/** Prints the page; the frame and the buttons stay off the paper. */
export function PrintButton({ label = 'Cetak' }: { label?: string }) {
  return (
    <button type="button" className="no-print" onClick={() => window.print()}>
      {label}
    </button>
  );
}
