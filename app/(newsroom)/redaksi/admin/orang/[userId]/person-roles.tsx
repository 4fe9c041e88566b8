import { GrantForm, RoleButton } from '#components/newsroom/admin/role-forms.tsx';
import { roleWithAgency } from '#components/newsroom/admin/role-words.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { RowDetails } from '#components/ui/row-details.tsx';
import type { Actor } from '#lib/accounts/actor.ts';
import { agenciesToAdminister } from '#lib/accounts/agencies.ts';
import type { AdministeredPortal, PersonDetail } from '#lib/accounts/people-reads.ts';
import { formatLastDay, formatShortDay } from '#lib/newsroom/labels.ts';
import { endRoleAction, grantRoleAction } from '../actions.ts';

/** The roles of a person, and a form for one more in each of the admin's portals. */
export async function PersonRoles({
  actor,
  person,
  portals,
}: {
  actor: Actor;
  person: PersonDetail;
  portals: readonly [AdministeredPortal, ...AdministeredPortal[]];
}) {
  const isSelf = person.userId === actor.userId;
  const withAgencies = await Promise.all(
    portals.map(async (portal) => ({
      portal,
      agencies: (await agenciesToAdminister(actor, portal.id))
        .filter((agency) => agency.isActive)
        .map((agency) => ({ value: agency.id, label: agency.name })),
    })),
  );
  return (
    <section className="card stack" aria-labelledby="peran">
      <h2 id="peran">Peran</h2>
      {person.roles.length === 0 ? (
        <p className="muted">Belum ada peran. Tanpa peran, orang ini tidak dapat melihat naskah mana pun.</p>
      ) : (
        <DataTable
          caption={`Peran ${person.name}`}
          columns={['Peran', 'Keadaan', 'Diberikan', '']}
          rows={person.roles.map((entry) => ({
            key: entry.membershipId,
            cells: [
              roleWithAgency(entry),
              stateOf(entry, portals[0].timeZone),
              `${formatShortDay(entry.grantedAt, portals[0].timeZone)}, ${
                entry.grantedByName === null ? 'dari baris perintah' : `oleh ${entry.grantedByName}`
              }`,
              portals.some((portal) => portal.id === entry.portalId) ? (
                <RowDetails key="akhiri" label="Akhiri" about={`peran ${roleWithAgency(entry)}`}>
                  <div className="stack-tight">
                    <p className="small">Perannya berakhir seketika dan orang ini dikeluarkan dari semua perangkat.</p>
                    <RoleButton
                      action={endRoleAction}
                      membershipId={entry.membershipId}
                      label="Akhiri sekarang"
                      about={`peran ${roleWithAgency(entry)}`}
                      tone="danger"
                    />
                  </div>
                </RowDetails>
              ) : null,
            ],
          }))}
        />
      )}
      {isSelf && <p className="muted">Tidak seorang pun dapat memberi peran kepada diri sendiri. Minta admin lain.</p>}
      {!isSelf &&
        !person.isSuspended &&
        withAgencies.map(({ portal, agencies }) => (
          <div key={portal.id} className="stack">
            <h3>{portals.length > 1 ? `Beri peran di ${portal.name}` : 'Beri peran'}</h3>
            <GrantForm action={grantRoleAction} userId={person.userId} portalId={portal.id} agencies={agencies} />
          </div>
        ))}
    </section>
  );
}

function stateOf({ isPending, delegated }: PersonDetail['roles'][number], timeZone: string): string {
  const state = isPending ? 'Menunggu diterima' : 'Berlaku';
  return delegated === null ? state : `${state}, sampai ${formatLastDay(delegated.until, timeZone)}`;
}
