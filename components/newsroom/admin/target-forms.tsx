'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { StageTargets } from '#lib/service-hours/desk-settings.ts';

type Portal = { portalId: string; version: number };

/** The targets of one kind, or of all kinds without their own, in minutes of service time. */
export function TargetsForm({
  action,
  portal,
  kind,
  name,
  targets,
}: {
  action: FormAction;
  portal: Portal;
  kind: string;
  name: string;
  targets: StageTargets;
}) {
  return (
    <ActionForm
      action={action}
      submit="Simpan target"
      label={`Target ${name}`}
      hidden={{ ...portal, kind }}
      className="stack narrow"
    >
      <Minutes name="verify" label="Verifikasi" initial={targets.verify} />
      <Minutes name="claim" label="Diambil redaktur" initial={targets.claim} />
      <Minutes name="edit" label="Disunting" initial={targets.edit} />
      <Minutes name="confirm" label="Tanda tangan kedua dan terbit" initial={targets.confirm} />
    </ActionForm>
  );
}

function Minutes({ name, label, initial }: { name: string; label: string; initial: number }) {
  return <TextField name={name} label={`${label} (menit)`} type="number" initial={String(initial)} />;
}

/** Takes the own targets of a kind away. */
export function FollowOtherKindsForm({
  action,
  portal,
  kind,
  name,
}: {
  action: FormAction;
  portal: Portal;
  kind: string;
  name: string;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      submit="Ikuti jenis lain"
      label={`${name} mengikuti jenis lain`}
      hidden={{ ...portal, kind }}
      className=""
    />
  );
}

/** When a lateness is carried to the managing editor, and to the agency's leader. */
export function EscalationForm({
  action,
  portal,
  escalateAfter,
}: {
  action: FormAction;
  portal: Portal;
  escalateAfter: { managingEditor: number; leader: number };
}) {
  return (
    <ActionForm action={action} submit="Simpan penerusan" hidden={{ ...portal }} className="stack narrow">
      <TextField
        name="managingEditor"
        label="Kepada redaktur pelaksana, sesudah (menit)"
        note="Dihitung sejak target lewat; 0 berarti seketika."
        type="number"
        initial={String(escalateAfter.managingEditor)}
      />
      <TextField
        name="leader"
        label="Kepada pimpinan perangkat daerah, sesudah (menit)"
        note="Juga dihitung sejak target lewat."
        type="number"
        initial={String(escalateAfter.leader)}
      />
    </ActionForm>
  );
}
