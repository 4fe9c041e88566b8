import { BeginHandoverForm } from '#components/newsroom/admin/handover-sheet.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { delegationPlaces } from '#lib/accounts/delegation-reads.ts';
import { handoversToSee } from '#lib/handover/handovers.ts';
import { formatShortDay } from '#lib/newsroom/labels.ts';
import { adminHandoverPath, adminHandoversPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { beginHandoverAction } from './actions.ts';

export const metadata = { title: 'Serah terima akun' };

export default async function HandoversPage() {
  const actor = await requireActor(adminHandoversPath);
  const [handovers, places] = await orNotFound(Promise.all([handoversToSee(actor), delegationPlaces(actor)]));
  return (
    <div className="stack">
      <PageHeading title="Serah terima akun" />
      <p>
        Saat seseorang pindah, pensiun, atau lama berhalangan, halaman ini mendaftar semua yang masih menggantung pada
        akunnya dan menyerahkannya kepada penerus, satu ketukan per baris.
      </p>
      {handovers.length === 0 ? (
        <p className="empty">Belum ada serah terima. Mulai satu di bawah.</p>
      ) : (
        <DataTable
          caption="Serah terima akun"
          columns={['Dari', 'Penerus', 'Dimulai', 'Keadaan']}
          rows={handovers.map((entry) => ({
            key: entry.handoverId,
            cells: [
              <a key="dari" href={adminHandoverPath(entry.handoverId)}>
                {entry.from}
              </a>,
              entry.to ?? 'Belum ada',
              formatShortDay(entry.begunAt, entry.timeZone),
              entry.finishedAt === null
                ? '◷ Berjalan'
                : `✓ Selesai ${formatShortDay(entry.finishedAt, entry.timeZone)}`,
            ],
          }))}
        />
      )}
      {places.map((place) => (
        <section key={place.id} className="card stack" aria-labelledby={`mulai-${place.id}`}>
          <h2 id={`mulai-${place.id}`}>{places.length > 1 ? `Mulai di ${place.name}` : 'Mulai serah terima'}</h2>
          <BeginHandoverForm action={beginHandoverAction} portalId={place.id} people={place.people} />
        </section>
      ))}
    </div>
  );
}
