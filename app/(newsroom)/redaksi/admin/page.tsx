import { redirect } from 'next/navigation';
import { administeredPortals } from '#lib/accounts/administration.ts';
import { adminPath, adminPeoplePath, adminRolesPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';

/** The administration begins with people; for a managing editor with the roles that wait. */
export default async function AdminPage() {
  const actor = await requireActor(adminPath);
  redirect(administeredPortals(actor).length > 0 ? adminPeoplePath : adminRolesPath);
}
