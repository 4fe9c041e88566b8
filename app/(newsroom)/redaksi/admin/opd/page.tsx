import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { agenciesToAdminister } from '#lib/accounts/agencies.ts';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { agencyKindLabels } from '#lib/newsroom/labels.ts';
import { adminAgenciesPath, agencyPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal, PortalChoice } from '../portal-choice.tsx';

export const metadata = { title: 'Perangkat daerah' };

type Props = { searchParams: Promise<{ portal?: string | string[] }> };

export default async function AgenciesPage({ searchParams }: Props) {
  const actor = await requireActor(adminAgenciesPath);
  const portals = await orNotFound(portalsToAdminister(actor));
  const portal = chosenPortal(portals, (await searchParams).portal);
  const agencies = await agenciesToAdminister(actor, portal.id);
  return (
    <div className="stack">
      <PageHeading title="Perangkat daerah">
        <a className="button button-main" href={`${adminAgenciesPath}/baru?portal=${portal.id}`}>
          Tambah perangkat daerah
        </a>
      </PageHeading>
      <PortalChoice portals={portals} chosen={portal} path={adminAgenciesPath} />
      {agencies.length === 0 ? (
        <p className="empty">
          Belum ada perangkat daerah. Tambahkan yang pertama, lalu beri orang-orangnya peran di sana.
        </p>
      ) : (
        <DataTable
          caption={`Perangkat daerah di ${portal.name}`}
          columns={['Nama', 'Verifikasi', 'Di situs']}
          rows={agencies.map((agency) => ({
            key: agency.id,
            cells: [
              <span key="nama" className="named">
                <a href={`${adminAgenciesPath}/${agency.id}`}>{agency.name}</a>
                <span className="small muted">{agencyKindLabels[agency.kind]}</span>
              </span>,
              agency.hasVerification ? `Dalam ${agency.verifyWithinMinutes} menit` : 'Tidak',
              agency.isActive ? (
                <a key="situs" href={agencyPath(agency.slug)} className="wraps">
                  {agencyPath(agency.slug)}
                </a>
              ) : (
                '⊘ Tidak aktif'
              ),
            ],
          }))}
        />
      )}
    </div>
  );
}
