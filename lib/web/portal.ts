import { headers } from 'next/headers.js';
import { cache } from 'react';
import { notFound } from '#lib/errors.ts';
import { portalId } from '#lib/ids.ts';
import { portalById } from '#lib/newsroom/public.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';

/**
 * The portal this page is rendered for. Delivery found it from the host name and says so in a
 * header of its own, which it takes out of whatever comes from outside.
 *
 * @throws notFound when the page was asked for past delivery
 */
export const requestPortal = cache(async (): Promise<PublicPortal> => {
  const named = portalId.safeParse((await headers()).get('x-portal'));
  const portal = named.success ? await portalById(named.data) : null;
  if (portal === null) throw notFound('portal');
  return portal;
});
