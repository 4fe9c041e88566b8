'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { useField } from '#components/ui/form-context.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { MailSettingsView } from '#lib/notifications/mail-settings.ts';

type Group = MailSettingsView['groups'][number];

const ways = [
  { value: 'immediate', label: 'Segera', head: 'Segera' },
  { value: 'digest', label: 'Rangkuman harian', head: 'Harian' },
  { value: 'none', label: 'Tidak lewat surel', head: 'Tidak' },
] as const;

/** How somebody wants to be mailed: each kind, the hour of the digest, and the hours without mail. */
export function MailSettingsForm({ settings, action }: { settings: MailSettingsView; action: FormAction }) {
  return (
    <ActionForm action={action} submit="Simpan pengaturan" hidden={{ version: settings.version }}>
      <section className="card stack" aria-labelledby="kabar">
        <h2 id="kabar">Kabar lewat surel</h2>
        <p className="small muted">
          Segera: satu surel begitu terjadi. Harian: dihitung dalam rangkuman. Tidak: hanya di Pemberitahuan.
        </p>
        <div className="mail-groups">
          {settings.groups.map((group, index) => (
            <KindsOfGroup key={group.label} group={group} isOpen={index === 0} />
          ))}
        </div>
      </section>
      <section className="card stack" aria-labelledby="jam-surel">
        <h2 id="jam-surel">Rangkuman dan jam tenang</h2>
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
      </section>
    </ActionForm>
  );
}

/** One group, folded: what is chosen in it is said on its line. */
function KindsOfGroup({ group: { label, kinds }, isOpen }: { group: Group; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>
        <span>
          {label} <span className="small muted">{chosenWords(kinds)}</span>
        </span>
      </summary>
      <div className="mail-ways">
        <div className="mail-way mail-way-head" aria-hidden="true">
          <span />
          {ways.map(({ value, head }) => (
            <span key={value}>{head}</span>
          ))}
        </div>
        {kinds.map((kind) => (
          <WayOfKind key={kind.kind} {...kind} />
        ))}
      </div>
    </details>
  );
}

function chosenWords(kinds: Group['kinds']): string {
  return ways
    .map(({ value, head }) => ({ head: head.toLowerCase(), total: kinds.filter(({ mail }) => mail === value).length }))
    .filter(({ total }) => total > 0)
    .map(({ head, total }) => `${total} ${head}`)
    .join(', ');
}

function WayOfKind({ kind, label, mail }: Group['kinds'][number]) {
  const name = `mail_${kind}`;
  const { id, sent } = useField(name);
  const chosen = sent ?? mail;
  return (
    <div className="mail-way" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {ways.map((way) => (
        <label key={way.value}>
          <span className="visually-hidden">{way.label}</span>
          {/* React resets forms after an action to the first choice; a new key keeps the sent one. */}
          <input
            key={String(way.value === chosen)}
            type="radio"
            name={name}
            value={way.value}
            defaultChecked={way.value === chosen}
          />
        </label>
      ))}
    </div>
  );
}
