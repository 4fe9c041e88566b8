import { z } from 'zod';
import { linkHostDecisions } from '../../db/schema/enums.ts';
import { portalId } from '../ids.ts';
import { line } from '../input-parts.ts';

export const linkNoteLength = 200;

const wrongHost = 'Nama situs ini tidak dikenali. Muat ulang halaman.';
/** As `URL` writes it: in ASCII and small letters. */
export const linkHost = z
  .string(wrongHost)
  .max(253, wrongHost)
  .regex(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/, wrongHost);

export const linkHostInputs = {
  decide: z
    .strictObject({
      ...{ portalId, host: linkHost, decision: z.enum(linkHostDecisions, wrongHost) },
      note: line(linkNoteLength, 'Alasan').default(''),
    })
    .superRefine(({ decision, note }, context) => {
      if (decision === 'allowed' || note.length >= 5) return;
      const message = 'Tulis alasan penolakannya, paling sedikit 5 huruf: penulis membacanya.';
      context.addIssue({ code: 'custom', path: ['note'], message });
    }),
  withdraw: z.strictObject({ portalId, host: linkHost }),
} as const;

export type LinkHostInput<Name extends keyof typeof linkHostInputs> = z.output<(typeof linkHostInputs)[Name]>;
