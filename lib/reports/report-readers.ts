import { agencyRoles, type Role } from '../../db/schema/enums.ts';

/** Roles that see the figures of the whole portal. Those of an agency see their agency's. */
export const portalReaders: readonly Role[] = ['editor', 'managing_editor', 'auditor'];

/** Whether somebody finds reports at all: the navigation asks, and so does the page. */
export function readsReports(roles: readonly Role[]): boolean {
  return roles.some((role) => portalReaders.includes(role) || agencyRoles.some((agencyRole) => agencyRole === role));
}
