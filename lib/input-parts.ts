import { z } from 'zod';
import { advertisedGambling } from './language/advertised-gambling.ts';
import { cleanText } from './richtext/clean-text.ts';

/** One line of plain text without invisible characters; may be empty. */
export function line(max: number, name: string) {
  const tooLong = `${name} terlalu panjang: paling banyak ${max} karakter.`;
  return z
    .string(`${name} harus berupa teks.`)
    .max(max * 4, tooLong)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max, tooLong));
}

/** The same, with something in it. */
export const filled = (max: number, name: string) =>
  line(max, name).pipe(z.string().min(1, `Isi ${name.toLowerCase()}.`));

/**
 * A line that readers see: it must not advertise gambling, in whatever letters. Whoever broke into an account
 * of an admin would put it there, where no editor looks.
 */
export const publicLine = (max: number, name: string) => line(max, name).check(refuseGambling(name));

/** The same, with something in it. */
export const publicFilled = (max: number, name: string) => filled(max, name).check(refuseGambling(name));

/** A check for texts that readers see and that no editor approves. */
export function refuseGambling(name: string) {
  return (context: z.core.ParsePayload<string>) => {
    const words = advertisedGambling(context.value.replaceAll('-', ' '));
    if (words === undefined) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `${name} memuat “${words}”, kata iklan judi daring. Hapus kata itu, lalu periksa siapa yang menulisnya.`,
    });
  };
}

/** A box in a form: sent as `on` when ticked, not at all otherwise. */
export const tick = z
  .literal('on', 'Pilihan ini tidak dikenali. Muat ulang halaman.')
  .optional()
  .transform((value) => value === 'on');

/** The version of what the person saw. */
export const version = z.coerce
  .number('Muat ulang halaman ini.')
  .int('Muat ulang halaman ini.')
  .positive('Muat ulang halaman ini.');

/** A day as browsers send it, `2026-01-14`; nothing for none. */
export function optionalDay(name: string) {
  const wrong = `${name} tidak ada di kalender. Pilih tanggal yang benar, atau kosongkan.`;
  return z.union([z.literal('').transform(() => null), z.iso.date(wrong)], wrong);
}
