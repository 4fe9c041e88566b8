import { AgencyForm } from '#components/newsroom/admin/agency-form.tsx';
import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { aboutAgency, agencyToAdminister } from '#lib/accounts/agencies.ts';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { changesAbout } from '#lib/administration/changes.ts';
import { agencyId } from '#lib/ids.ts';
import { adminAgenciesPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal } from '../../portal-choice.tsx';
import { undoChangeAction } from '../../undo-action.ts';
import { editAgencyAction } from '../actions.ts';

export const metadata = { title: 'Ubah perangkat daerah' };

export default async function AgencyPage({ params }: { params: Promise<{ agencyId: string }> }) {
  const { agencyId: part } = await params;
  const actor = await requireActor(`${adminAgenciesPath}/${part}`);
  const portals = await orNotFound(portalsToAdminister(actor));
  const agency = await orNotFound(agencyToAdminister(actor, partOfPath(agencyId, part)));
  const portal = chosenPortal(portals, agency.portalId);
  return (
    <div className="stack">
      <PageHeading
        title={agency.name}
        back={{ href: `${adminAgenciesPath}?portal=${agency.portalId}`, label: 'Perangkat daerah' }}
      />
      <AgencyForm action={editAgencyAction} portalId={agency.portalId} agency={agency} />
      <ChangeHistory
        changes={await changesAbout(actor, aboutAgency(agency.id))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
