import type { Actor } from '#lib/accounts/actor.ts';
import { type ListWish, type RegisterPortal, registerPortals } from '#lib/register/register-reads.ts';
import { orNotFound } from '#lib/web/page.ts';

/** What the address of a list may say. */
export type ListAddress = Promise<{
  portal?: string | string[];
  cari?: string | string[];
  halaman?: string | string[];
}>;

/** Which portal's list is wanted, what is searched in it, and which page; and the person's other portals. */
export async function listWish(
  actor: Actor,
  address: ListAddress,
): Promise<{ portals: RegisterPortal[]; portal: RegisterPortal; wish: ListWish }> {
  const { portal: wanted, cari, halaman } = await address;
  const portals = await orNotFound(registerPortals(actor));
  const portal = portals.find(({ id }) => id === wanted) ?? portals[0];
  const search = typeof cari === 'string' ? cari.trim() : '';
  const page = Number.parseInt(String(halaman), 10) || 1;
  return { portals, portal, wish: { portalId: portal.id, search, page } };
}
