import { z } from 'zod';
import { delegationKinds, type Role } from '../../db/schema/enums.ts';
import { absenceId, agencyId, membershipId, portalId, userId } from '../ids.ts';
import { line } from '../input-parts.ts';
import { accountLimits } from './account-limits.ts';

/** Roles that may be handed to another for a time. Keys (admin) and reading everything (auditor) are never lent. */
export const delegableRoles = [
  'contributor',
  'verifier',
  'leader',
  'editor',
  'managing_editor',
] as const satisfies readonly Role[];

const day = (name: string) => z.iso.date(`${name}: pilih tanggal.`);
const days = { from: day('Hari pertama'), until: day('Hari terakhir') };
const orNobody = z
  .union([z.literal('').transform(() => null), userId], { error: 'Pilih orang dari daftar.' })
  .default(null);
const note = line(accountLimits.reason, 'Catatan').default('');

/** What each verb about delegations and leave is sent. */
export const delegationInputs = {
  delegateRole: z.strictObject({
    userId,
    portalId,
    role: z.enum(delegableRoles, 'Pilih peran.'),
    agencyId: z
      .union([z.literal('').transform(() => null), agencyId], { error: 'Pilih perangkat daerah.' })
      .default(null),
    kind: z.enum(delegationKinds, 'Pilih cuti atau Plt.'),
    inPlaceOf: orNobody,
    ...days,
  }),
  endDelegation: z.strictObject({ membershipId }),
  takeLeave: z.strictObject({ ...days, note, standInId: orNobody }),
  recordAbsence: z.strictObject({ userId, portalId, note, ...days }),
  endAbsence: z.strictObject({ absenceId }),
} as const;

export type DelegationInput<Verb extends keyof typeof delegationInputs> = z.output<(typeof delegationInputs)[Verb]>;
