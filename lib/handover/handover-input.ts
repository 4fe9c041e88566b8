import { z } from 'zod';
import { handoverId, portalId, userId } from '../ids.ts';
import { line, tick, version } from '../input-parts.ts';

/** What no row can tell and somebody ticks by hand. */
export const handTicked = {
  device: 'Perangkat kantor dikembalikan dan data di dalamnya dihapus',
  mailbox: 'Kotak surat bersama dan grup percakapan dialihkan',
  briefing: 'Penerus sudah diberi penjelasan dan tahu siapa yang dihubungi',
} as const;
export type HandTicked = keyof typeof handTicked;

/** What each verb of an account's handover is sent. */
export const handoverInputs = {
  begin: z.strictObject({
    portalId,
    fromUserId: z.union([userId], { error: 'Pilih akun yang diserahterimakan.' }),
    toUserId: z
      .union([z.literal('').transform(() => null), userId], { error: 'Pilih penerus dari daftar.' })
      .default(null),
    reason: line(600, 'Alasan').pipe(z.string().min(5, 'Tulis alasannya, misalnya “Pindah tugas ke Bappeda”.')),
  }),
  settle: z.strictObject({ handoverId, key: z.string().max(120) }),
  tick: z.strictObject({ handoverId, version, device: tick, mailbox: tick, briefing: tick }),
  finish: z.strictObject({ handoverId, version, reason: line(600, 'Alasan').default('') }),
} as const;

export type HandoverInput<Verb extends keyof typeof handoverInputs> = z.output<(typeof handoverInputs)[Verb]>;
