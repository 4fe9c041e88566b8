'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { registerLimits } from '#lib/register/register-limits.ts';

export type PostToEdit = {
  id: string;
  version: number;
  title: string;
  agencyId: string | null;
  isActing: boolean;
  fromDay: string | null;
  untilDay: string | null;
};

type Agencies = readonly { id: string; name: string }[];

/** Begins an entry: the name; posts follow on the person's page. */
export function NewPersonForm({ action, portalId }: { action: FormAction; portalId: string }) {
  return (
    <ActionForm action={action} submit="Tambahkan orang" hidden={{ portalId }} className="stack narrow">
      <TextField
        name="name"
        label="Nama"
        note="Seperti ditulis dalam artikel, dengan gelar. Jabatannya diisi sesudah ini."
        maxLength={registerLimits.personName}
      />
    </ActionForm>
  );
}

/** Corrects how a person is called. */
export function PersonNameForm({
  action,
  person,
}: {
  action: FormAction;
  person: { id: string; version: number; name: string };
}) {
  return (
    <ActionForm
      action={action}
      submit="Simpan nama"
      hidden={{ personId: person.id, version: person.version }}
      className="stack narrow"
    >
      <TextField name="name" label="Nama" initial={person.name} maxLength={registerLimits.personName} />
    </ActionForm>
  );
}

/** A new post of a person, or one that is corrected. */
export function PostForm({
  action,
  personId,
  post,
  agencies,
}: {
  action: FormAction;
  personId: string;
  post?: PostToEdit;
  agencies: Agencies;
}) {
  return (
    <ActionForm
      action={action}
      submit={post ? 'Simpan' : 'Tambahkan jabatan'}
      label={post ? `Ubah jabatan ${post.title}` : 'Jabatan baru'}
      hidden={post ? { postId: post.id, version: post.version } : { personId }}
      className="stack narrow"
    >
      <TextField
        name="title"
        label="Jabatan"
        note="Lengkap, misalnya Kepala Dinas Kesehatan. Tanpa “Plt.”: itu dicentang di bawah."
        initial={post?.title}
        maxLength={registerLimits.postTitle}
      />
      <SelectField
        name="agencyId"
        label="Perangkat daerah"
        initial={post?.agencyId ?? ''}
        empty="Di luar perangkat daerah portal ini"
        choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TickField
        name="isActing"
        label="Pelaksana tugas (Plt.)"
        note="Isi juga tanggal berakhirnya: pemeriksaan naskah mengingatkan bila Plt. sudah lewat."
        initial={post?.isActing}
      />
      <div className="fields-two">
        <TextField name="fromDay" type="date" label="Mulai" initial={post?.fromDay ?? ''} isOptional />
        <TextField name="untilDay" type="date" label="Sampai" initial={post?.untilDay ?? ''} isOptional />
      </div>
    </ActionForm>
  );
}

/** Writes down the last day of a post. */
export function EndPostForm({ action, post, today }: { action: FormAction; post: PostToEdit; today: string }) {
  return (
    <ActionForm
      action={action}
      submit="Akhiri jabatan"
      tone="usual"
      label={`Akhiri jabatan ${post.title}`}
      hidden={{ postId: post.id, version: post.version }}
      className="stack narrow"
    >
      <TextField
        name="untilDay"
        type="date"
        label="Hari terakhir"
        note="Jabatan ini tetap tersimpan, supaya artikel lama tetap benar."
        initial={today}
      />
    </ActionForm>
  );
}
