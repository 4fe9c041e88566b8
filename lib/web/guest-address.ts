import type { PortalId } from '#lib/ids.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { absolute, guestPreviewPath } from '#lib/urls.ts';
import type { Done } from './form-answer.ts';
import { portalOrigin } from './site-metadata.ts';

/** Shows whoever made a preview link its address, this one time. */
export async function showGuestAddress(made: {
  token: string;
  portalId: PortalId;
}): Promise<Done<{ address: string }>> {
  const portal = await portalById(made.portalId);
  if (portal === null) throw new Error('A portal vanished.');
  return { result: { address: absolute(portalOrigin(portal), guestPreviewPath(made.token)) } };
}
