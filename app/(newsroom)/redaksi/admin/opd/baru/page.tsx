import { AgencyForm } from '#components/newsroom/admin/agency-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { adminAgenciesPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal } from '../../portal-choice.tsx';
import { createAgencyAction } from '../actions.ts';

export const metadata = { title: 'Tambah perangkat daerah' };

type Props = { searchParams: Promise<{ portal?: string | string[] }> };

export default async function NewAgencyPage({ searchParams }: Props) {
  const actor = await requireActor(`${adminAgenciesPath}/baru`);
  const portal = chosenPortal(await orNotFound(portalsToAdminister(actor)), (await searchParams).portal);
  return (
    <div className="stack">
      <PageHeading
        title="Tambah perangkat daerah"
        back={{ href: `${adminAgenciesPath}?portal=${portal.id}`, label: 'Perangkat daerah' }}
      />
      <AgencyForm action={createAgencyAction} portalId={portal.id} />
    </div>
  );
}
