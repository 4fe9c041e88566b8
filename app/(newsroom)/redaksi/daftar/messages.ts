import type { Proposed } from '#lib/register/house-names.ts';
import type { ImportCount } from '#lib/register/import.ts';

/** What the forms of the register say when they are done. */
export const saved = () => ({ message: 'Tersimpan.' });

export function proposalMessage({ state }: Proposed) {
  switch (state) {
    case 'approved':
      return { message: 'Kata ini ada di daftar dan dianggap benar.' };
    case 'refused':
      return { message: 'Kata ini pernah ditolak redaktur, jadi tidak diusulkan lagi.' };
    default:
      return { message: 'Diusulkan. Kata ini berlaku setelah disetujui redaktur.' };
  }
}

export function takenMessage({ added, changed }: ImportCount) {
  return { message: `Selesai: ${added} entri baru, ${changed} diubah.` };
}
