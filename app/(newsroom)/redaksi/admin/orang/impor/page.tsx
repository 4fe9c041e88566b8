import { PeopleImportForm } from '#components/newsroom/admin/people-import-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { peopleColumns } from '#lib/accounts/people-file.ts';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { adminInvitesPath, adminPeopleImportPath, adminPeoplePath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal, PortalChoice } from '../../portal-choice.tsx';
import { previewPeopleAction, takePeopleAction } from './actions.ts';

export const metadata = { title: 'Tambah orang dari CSV' };

type Props = { searchParams: Promise<{ portal?: string | string[] }> };

export default async function PeopleImportPage({ searchParams }: Props) {
  const actor = await requireActor(adminPeopleImportPath);
  const portals = await orNotFound(portalsToAdminister(actor));
  const portal = chosenPortal(portals, (await searchParams).portal);
  return (
    <div className="stack">
      <PageHeading title="Tambah orang dari CSV" back={{ href: adminPeoplePath, label: 'Orang' }} />
      <PortalChoice portals={portals} chosen={portal} path={adminPeopleImportPath} />
      <p>
        Baris pertama berisi nama kolom: <code>{peopleColumns.join('; ')}</code>. Satu peran per baris; orang dengan dua
        peran ditulis dua kali. Perangkat daerah boleh ditulis dengan nama atau singkatannya. Orang yang surelnya sudah
        ada dikenali dan hanya ditambah perannya.
      </p>
      <PeopleImportForm preview={previewPeopleAction} take={takePeopleAction} portalId={portal.id} />
      <p>
        Sesudahnya, <a href={adminInvitesPath}>buat undangannya</a>.
      </p>
    </div>
  );
}
