'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { accountLimits } from '#lib/accounts/account-limits.ts';
import type { FormAction } from '#lib/action-state.ts';

/** Adds a topic. */
export function NewTopicForm({ action, portalId }: { action: FormAction; portalId: string }) {
  return (
    <ActionForm action={action} submit="Tambahkan topik" hidden={{ portalId }} className="stack narrow">
      <TextField name="name" label="Nama topik" note="Misalnya Banjir Mahakam." maxLength={accountLimits.topicName} />
      <TextField
        name="slug"
        label="Alamat di situs"
        note="Kosongkan untuk dibuat dari nama. Tidak dapat diubah lagi."
        maxLength={accountLimits.slug}
        isOptional
      />
    </ActionForm>
  );
}

/** Renames a topic; its address stays. */
export function TopicForm({
  action,
  topic,
}: {
  action: FormAction;
  topic: { id: string; version: number; name: string };
}) {
  return (
    <ActionForm
      action={action}
      submit="Simpan"
      label={`Ubah topik ${topic.name}`}
      hidden={{ topicId: topic.id, version: topic.version }}
      className="stack narrow"
    >
      <TextField name="name" label="Nama topik" initial={topic.name} maxLength={accountLimits.topicName} />
    </ActionForm>
  );
}
