import type { Role } from '../../db/schema/enums.ts';
import { bothAgencies, holds, type Person, type Sight } from './policy.ts';

/**
 * The role in which somebody remarks upon an edition they see: the strongest that lets them.
 *
 * @returns undefined for those who only read: an auditor changes nothing
 */
export function remarkingRole(person: Person, edition: Sight): Role | undefined {
  const { portalId, jointAgencyIds } = edition;
  const portalRole = (['managing_editor', 'editor'] as const).find((role) => holds(person, role, portalId));
  if (portalRole !== undefined) return portalRole;
  const here = (role: Role) =>
    [...bothAgencies(edition), ...jointAgencyIds].some((agency) => holds(person, role, portalId, agency));
  return (['verifier', 'contributor', 'leader'] as const).find(here) ?? elsewhereRole(person, edition);
}

/** A co-writer or a named person may hold a role in another agency. */
function elsewhereRole(person: Person, { portalId, coWriterIds, namedIds }: Sight): Role | undefined {
  if (!coWriterIds.includes(person.userId) && !namedIds.includes(person.userId)) return undefined;
  return person.roles.find((held) => held.portalId === portalId && held.role !== 'auditor')?.role;
}
