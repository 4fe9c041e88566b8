import { NewPersonForm } from '#components/newsroom/register/person-forms.tsx';
import { PostLine } from '#components/newsroom/register/post-line.tsx';
import { ListFrame, RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { now } from '#lib/clock.ts';
import { registeredPeopleList } from '#lib/register/register-reads.ts';
import { dayIn } from '#lib/time-zone.ts';
import { registeredPersonPath, registerPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { PortalChoice } from '../admin/portal-choice.tsx';
import { addPersonAction } from './actions.ts';
import { type ListAddress, listWish } from './wish.ts';

export const metadata = { title: 'Orang & jabatan · Daftar rujukan' };

export default async function RegisteredPeoplePage({ searchParams }: { searchParams: ListAddress }) {
  const actor = await requireActor(registerPath);
  const { portals, portal, wish } = await listWish(actor, searchParams);
  const found = await registeredPeopleList(actor, wish);
  const today = dayIn(now(), portal.timeZone);
  return (
    <div className="page page-list stack">
      <RegisterHeading list="people" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPath} />
      <p className="muted">
        Nama dan jabatan yang benar. Dipakai pemeriksaan naskah dan pilihan pembicara pada kutipan.
      </p>
      <ListFrame
        list="people"
        portalId={portal.id}
        search={wish.search}
        found={found}
        mayImport={portal.mayKeep}
        empty="Belum ada orang. Redaktur dan admin dapat menambahkannya di bawah, atau mengambil daftar dari CSV."
      >
        <DataTable
          caption={`Orang di ${portal.name}, menurut namanya`}
          columns={['Nama', 'Jabatan']}
          rows={found.rows.map(({ id, name, posts }) => ({
            key: id,
            cells: [
              <a key="nama" href={registeredPersonPath(id)}>
                {name}
              </a>,
              posts.length === 0 ? (
                <span key="jabatan" className="muted">
                  Tanpa jabatan
                </span>
              ) : (
                <ul key="jabatan" className="plain-list">
                  {posts.map((post) => (
                    <li key={post.id}>
                      <PostLine post={post} today={today} />
                    </li>
                  ))}
                </ul>
              ),
            ],
          }))}
        />
      </ListFrame>
      {portal.mayKeep && (
        <section className="card stack" aria-labelledby="orang-baru">
          <h2 id="orang-baru">Tambah orang</h2>
          <NewPersonForm action={addPersonAction} portalId={portal.id} />
        </section>
      )}
    </div>
  );
}
