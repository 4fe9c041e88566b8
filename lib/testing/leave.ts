import type { Office } from './newsroom.ts';

/** The verifier's week of leave, in which the colleague stands in. */
export const leaveOf = (office: Office, changes: object = {}) => ({
  userId: office.colleague.userId,
  portalId: office.portalId,
  role: 'verifier' as const,
  agencyId: office.agencyId,
  kind: 'leave' as const,
  inPlaceOf: office.verifier.userId,
  from: '2026-11-16',
  until: '2026-11-20',
  ...changes,
});
