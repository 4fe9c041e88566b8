'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { linkNoteLength } from '#lib/newsroom/link-input.ts';

type HostFormProps = { action: FormAction; portalId: string; host: string };

/** One tap: texts may lead there. */
export function AllowHostForm({ action, portalId, host }: HostFormProps) {
  return (
    <ActionForm
      action={action}
      submit={
        <>
          Izinkan<span className="visually-hidden"> tautan ke {host}</span>
        </>
      }
      label={`Izinkan ${host}`}
      hidden={{ portalId, host, decision: 'allowed' }}
    />
  );
}

/** With a reason, which writers read. */
export function RefuseHostForm({ action, portalId, host }: HostFormProps) {
  return (
    <ActionForm
      action={action}
      submit={
        <>
          Tolak<span className="visually-hidden"> tautan ke {host}</span>
        </>
      }
      tone="danger"
      label={`Tolak ${host}`}
      hidden={{ portalId, host, decision: 'refused' }}
    >
      <TextField name="note" label="Alasan menolak" note="Dibaca penulis." maxLength={linkNoteLength} />
    </ActionForm>
  );
}

/** Off the register: the next text that leads there is looked at anew. */
export function WithdrawHostForm({ action, portalId, host }: HostFormProps) {
  return (
    <ActionForm
      action={action}
      submit={
        <>
          Cabut dari daftar<span className="visually-hidden">: {host}</span>
        </>
      }
      tone="usual"
      label={`Cabut ${host}`}
      hidden={{ portalId, host }}
    />
  );
}
