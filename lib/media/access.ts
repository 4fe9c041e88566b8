import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';

/** Where a photo or document belongs and who brought it. */
export type AssetPlace = { portalId: PortalId; agencyId: AgencyId; uploadedBy: UserId };

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

/** Whether the person may see a photo or document in the newsroom: its uploader, its agency, the desk and the auditor. */
export function maySeeAsset(actor: Actor, asset: AssetPlace): boolean {
  if (actor.userId === asset.uploadedBy) return true;
  return actor.roles.some(
    (held) =>
      held.portalId === asset.portalId &&
      (held.role === 'editor' ||
        held.role === 'managing_editor' ||
        held.role === 'auditor' ||
        held.agencyId === asset.agencyId),
  );
}

/** Whether the person works for this portal at all. */
export function worksFor(actor: Actor, portal: PortalId): boolean {
  return actor.roles.some((held) => held.portalId === portal);
}
