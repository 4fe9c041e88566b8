'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { MailSettingsView } from '#lib/notifications/mail-settings.ts';

const ways = [
  { value: 'immediate', label: 'Segera' },
  { value: 'digest', label: 'Rangkuman harian' },
  { value: 'none', label: 'Tidak lewat surel' },
] as const;

/** How somebody wants to be mailed: each kind, the hour of the digest, and the hours without mail. */
export function MailSettingsForm({ settings, action }: { settings: MailSettingsView; action: FormAction }) {
  return (
    <ActionForm action={action} submit="Simpan pengaturan" hidden={{ version: settings.version }}>
      <fieldset className="stack-tight">
        <legend>Rangkuman dan jam tenang</legend>
        <TickField
          name="wantsDigest"
          label="Kirim rangkuman harian"
          note="Satu surel sehari berisi jumlah kabar yang belum Anda baca."
          initial={settings.wantsDigest}
        />
        <div className="mail-times">
          <TextField name="digestAt" label="Jam rangkuman" type="time" initial={settings.digestAt} />
          <TextField name="quietFrom" label="Awal jam tenang" type="time" initial={settings.quietFrom} />
          <TextField name="quietUntil" label="Akhir jam tenang" type="time" initial={settings.quietUntil} />
        </div>
        <p className="small muted">
          Menurut jam portal. Dalam jam tenang tidak ada surel; yang tertahan dikirim sesudahnya. Hanya alarm kepada
          redaktur pelaksana yang tetap dikirim. Kosongkan keduanya bila tidak perlu.
        </p>
      </fieldset>
      {settings.groups.map(({ label, kinds }) => (
        <fieldset key={label} className="stack-tight">
          <legend>{label}</legend>
          <div className="mail-kinds">
            {kinds.map(({ kind, label: name, mail }) => (
              <SelectField key={kind} name={`mail_${kind}`} label={name} initial={mail} choices={ways} />
            ))}
          </div>
        </fieldset>
      ))}
    </ActionForm>
  );
}
