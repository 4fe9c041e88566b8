import { AgencyForm } from '#components/newsroom/admin/agency-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { agencyToAdminister } from '#lib/accounts/agencies.ts';
import { agencyId } from '#lib/ids.ts';
import { adminAgenciesPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { editAgencyAction } from '../actions.ts';

export const metadata = { title: 'Ubah perangkat daerah' };

export default async function AgencyPage({ params }: { params: Promise<{ agencyId: string }> }) {
  const { agencyId: part } = await params;
  const actor = await requireActor(`${adminAgenciesPath}/${part}`);
  const agency = await orNotFound(agencyToAdminister(actor, partOfPath(agencyId, part)));
  return (
    <div className="stack">
      <PageHeading
        title={agency.name}
        back={{ href: `${adminAgenciesPath}?portal=${agency.portalId}`, label: 'Perangkat daerah' }}
      />
      <AgencyForm action={editAgencyAction} portalId={agency.portalId} agency={agency} />
    </div>
  );
}
