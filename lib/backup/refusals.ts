import { invalid } from '#lib/errors.ts';

/** A refusal in words for the operator. */
export function refused(code: string, text: string): Error {
  return invalid([{ field: '', code, text }]);
}

/** What is read is no backup of ours, was cut short, or was changed. */
export function damagedBackup(): Error {
  return refused(
    'backup_damaged',
    'Berkas cadangan ini rusak, terpotong, atau diubah. Tidak ada yang dipulihkan darinya. Pakai cadangan lain, atau salin ulang berkas ini dari tempat asalnya.',
  );
}
