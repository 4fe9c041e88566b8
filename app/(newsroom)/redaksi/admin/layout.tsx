import type { ReactNode } from 'react';
import { AdminPlaces } from '#components/newsroom/admin/admin-places.tsx';
import { acceptingPortals, administeredPortals } from '#lib/accounts/administration.ts';
import { grantsToAccept } from '#lib/accounts/people-reads.ts';
import { maySeeOperations } from '#lib/operations/operators.ts';
import { orNotFound } from '#lib/web/page.ts';
import { optionalActor } from '#lib/web/session.ts';

/** The frame of the administration. Each page and verb asks for itself who may. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await optionalActor();
  // The page itself sends to the sign-in page, and knows the way back.
  if (actor === null) return children;
  // Auditors decide about nothing here: they read the one page that says how the system is.
  if (acceptingPortals(actor).length === 0 && maySeeOperations(actor)) return <div className="page">{children}</div>;
  const waiting = await orNotFound(grantsToAccept(actor));
  const mine = waiting.filter((grant) => grant.refusal === null).length;
  return (
    <div className="page admin-page">
      <AdminPlaces isAdmin={administeredPortals(actor).length > 0} pending={mine} />
      {children}
    </div>
  );
}
