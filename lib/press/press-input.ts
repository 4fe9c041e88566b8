import { z } from 'zod';
import '../zod-in-browser.ts';
import { articleId, embargoPassId, portalId, pressContactId, userId } from '../ids.ts';
import { filled, line, version } from '../input-parts.ts';

/** The most characters of each field. */
export const pressLimits = { name: 120, outlet: 120, email: 160, phone: 40, note: 400 } as const;

const contactFields = {
  name: filled(pressLimits.name, 'Nama'),
  outlet: filled(pressLimits.outlet, 'Media'),
  email: line(pressLimits.email, 'Surel').pipe(
    z.union([z.literal(''), z.email()], 'Tulis alamat surel yang lengkap, misalnya ani@media.example, atau kosongkan.'),
  ),
  phone: line(pressLimits.phone, 'Telepon'),
  note: line(pressLimits.note, 'Catatan'),
};

/** What each verb of the press is sent. */
export const pressInputs = {
  addContact: z.strictObject({ portalId, ...contactFields }),
  editContact: z.strictObject({ contactId: pressContactId, version, ...contactFields }),
  switchContact: z.strictObject({ contactId: pressContactId, version, to: z.enum(['on', 'off']) }),
  letInContact: z.strictObject({ articleId, contactId: pressContactId }, 'Pilih siapa yang diberi akses.'),
  letInAccount: z.strictObject({ articleId, userId }, 'Pilih siapa yang diberi akses.'),
  revokePass: z.strictObject({ passId: embargoPassId }),
} as const;

export type PressInput<Name extends keyof typeof pressInputs> = z.output<(typeof pressInputs)[Name]>;
