import { type roleLabels, roleName } from '#lib/newsroom/labels.ts';

type Role = keyof typeof roleLabels;

/** What each role may do, in one sentence for who grants it. */
export const roleNotes: Readonly<Record<Role, string>> = {
  contributor: 'Menulis dan mengajukan naskah perangkat daerahnya.',
  verifier: 'Menulis, dan memeriksa naskah perangkat daerahnya sebelum sampai ke redaksi.',
  leader: 'Membaca naskah perangkat daerahnya dan menerima eskalasi; tidak mengubah apa pun.',
  editor: 'Menyunting, menyetujui, dan menerbitkan naskah semua perangkat daerah.',
  managing_editor: 'Semua wewenang redaktur, ditambah mengambil alih, memulihkan, dan menerima peran.',
  admin: 'Mengatur orang, perangkat daerah, dan kanal; tidak menyunting dan tidak dapat menjadi redaktur.',
  auditor: 'Membaca semuanya; tidak mengubah apa pun.',
};

type Held = { role: Role; agencyName: string | null; delegated?: { kind: 'leave' | 'acting' } | null };

/** A role with the agency it is held in: `Verifikator, Dinas Kesehatan`, `Plt. Redaktur`. */
export function roleWithAgency({ role, agencyName, delegated }: Held): string {
  const name = roleName(role, delegated?.kind ?? null);
  return agencyName === null ? name : `${name}, ${agencyName}`;
}
