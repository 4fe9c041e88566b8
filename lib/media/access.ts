import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';

/** Where a photo or document belongs, who brought it, and since when all agencies may use it. */
export type AssetPlace = { portalId: PortalId; agencyId: AgencyId; uploadedBy: UserId; sharedAt: Date | null };

/** Whether the person may upload for an agency: who writes for it, and the desk of its portal. */
export function mayUploadFor(actor: Actor, portal: PortalId, agency: AgencyId): boolean {
  return actor.roles.some(
    (held) =>
      held.portalId === portal &&
      (held.role === 'editor' ||
        held.role === 'managing_editor' ||
        ((held.role === 'contributor' || held.role === 'verifier') && held.agencyId === agency)),
  );
}

/**
 * Whether the person may see a photo or document in the newsroom: its uploader, its agency, the desk
 * and the auditor; a shared one every agency of the portal.
 */
export function maySeeAsset(actor: Actor, asset: AssetPlace): boolean {
  if (actor.userId === asset.uploadedBy) return true;
  return actor.roles.some(
    (held) =>
      held.portalId === asset.portalId &&
      (held.role === 'editor' ||
        held.role === 'managing_editor' ||
        held.role === 'auditor' ||
        held.agencyId === asset.agencyId ||
        (held.agencyId !== null && asset.sharedAt !== null)),
  );
}

/** Whether the person works for this portal at all. */
export function worksFor(actor: Actor, portal: PortalId): boolean {
  return actor.roles.some((held) => held.portalId === portal);
}
