import type { PortalId } from '#lib/ids.ts';
import { portalById } from '#lib/newsroom/public.ts';
import type { EmbargoPage } from '#lib/press/embargo-reading.ts';
import { absolute, embargoReadingPath } from '#lib/urls.ts';
import { portalOrigin } from './site-metadata.ts';

/** The portal whose article it is: its name and its zone stand on the page. */
export async function portalOfEmbargo(page: EmbargoPage): Promise<{ name: string; timeZone: string }> {
  return 'preview' in page ? page.preview.portal : knownPortal(page.portalId);
}

/** The personal link of a secret, in full. */
export async function embargoAddress(portalId: PortalId, token: string): Promise<string> {
  return absolute(portalOrigin(await knownPortal(portalId)), embargoReadingPath(token));
}

async function knownPortal(portalId: PortalId) {
  const portal = await portalById(portalId);
  if (portal === null) throw new Error('A portal vanished.');
  return portal;
}
