import { RoleList } from '#components/newsroom/admin/role-list.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { peopleToAdminister, portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { adminInvitesPath, adminPeopleImportPath, adminPeoplePath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata = { title: 'Orang' };

type Props = { searchParams: Promise<{ cari?: string | string[]; halaman?: string | string[] }> };

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requireActor(adminPeoplePath);
  const [portal] = await orNotFound(portalsToAdminister(actor));
  const { cari, halaman } = await searchParams;
  const search = typeof cari === 'string' ? cari : '';
  const found = await orNotFound(peopleToAdminister(actor, search, Number.parseInt(String(halaman), 10) || 1));
  const pageHref = (page: number) =>
    `${adminPeoplePath}?${new URLSearchParams({ cari: search, halaman: String(page) })}`;
  return (
    <div className="stack">
      <PageHeading title="Orang">
        <div className="row">
          <a href={adminInvitesPath}>Undang orang</a>
          <a href={adminPeopleImportPath}>Tambah dari CSV</a>
          <a className="button button-main" href={`${adminPeoplePath}/baru`}>
            Tambah orang
          </a>
        </div>
      </PageHeading>
      <form action={adminPeoplePath} className="field narrow">
        <label htmlFor="cari">Cari nama atau surel</label>
        <div className="with-button">
          <input id="cari" type="search" name="cari" defaultValue={search} maxLength={100} />
          <button type="submit">Cari</button>
        </div>
      </form>
      {found.people.length === 0 ? (
        <p className="empty">
          {search === '' ? 'Belum ada orang.' : `Tidak ada orang yang cocok dengan “${search}”. Periksa ejaannya.`}
        </p>
      ) : (
        <DataTable
          caption={`Orang, ${found.total} seluruhnya`}
          columns={['Nama', 'Peran', 'Keadaan']}
          rows={found.people.map((person) => ({
            key: person.userId,
            cells: [
              <span key="nama" className="named">
                <a href={`${adminPeoplePath}/${person.userId}`}>{person.name}</a>
                <span className="small muted">{person.email}</span>
              </span>,
              <RoleList key="peran" roles={person.roles} timeZone={portal.timeZone} />,
              stateOf(person),
            ],
          }))}
        />
      )}
      {found.pages > 1 && (
        <nav className="row" aria-label="Halaman">
          {found.page > 1 && <a href={pageHref(found.page - 1)}>← Sebelumnya</a>}
          <span>
            Halaman {found.page} dari {found.pages}
          </span>
          {found.page < found.pages && <a href={pageHref(found.page + 1)}>Berikutnya →</a>}
        </nav>
      )}
    </div>
  );
}

function stateOf({ isSuspended, isInvited }: { isSuspended: boolean; isInvited: boolean }) {
  if (isSuspended) return <strong>⊘ Dibekukan</strong>;
  return isInvited ? 'Belum memakai undangan' : 'Aktif';
}
