import type { Metadata } from 'next';
import { EndPostForm, PersonNameForm, PostForm } from '#components/newsroom/register/person-forms.tsx';
import { PostLine } from '#components/newsroom/register/post-line.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { now } from '#lib/clock.ts';
import { registeredPersonId } from '#lib/ids.ts';
import { isHeldOn } from '#lib/register/post-text.ts';
import { agenciesForPosts, registeredPerson, registerPortals } from '#lib/register/register-reads.ts';
import { dayIn } from '#lib/time-zone.ts';
import { registeredPersonPath, registerPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import {
  addPostAction,
  editPersonAction,
  editPostAction,
  endPostAction,
  removePersonAction,
  removePostAction,
} from '../../actions.ts';

export const metadata: Metadata = { title: 'Orang · Daftar rujukan' };

export default async function RegisteredPersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const id = partOfPath(registeredPersonId, (await params).personId);
  const actor = await requireActor(registeredPersonPath(id));
  const person = await orNotFound(registeredPerson(actor, id));
  const portals = await registerPortals(actor);
  const portal = portals.find((one) => one.id === person.portalId) ?? portals[0];
  const agencies = portal.mayKeep ? await agenciesForPosts(portal.id) : [];
  const today = dayIn(now(), portal.timeZone);
  return (
    <div className="page stack">
      <PageHeading
        title={person.name}
        back={{ href: `${registerPath}?portal=${portal.id}`, label: 'Daftar rujukan' }}
      />
      <section className="stack-tight" aria-labelledby="jabatan">
        <h2 id="jabatan">Jabatan</h2>
        {person.posts.length === 0 && (
          <p className="empty">
            Belum ada jabatan. Dengan jabatan, pemeriksaan naskah dapat menegur penyebutan yang keliru.
          </p>
        )}
        {person.posts.length > 0 && (
          <ul className="rows">
            {person.posts.map((post) => (
              <li key={post.id} className="edition-row">
                <div>
                  <PostLine post={post} today={today} />
                </div>
                {portal.mayKeep && (
                  <div className="stack-tight">
                    <details>
                      <summary>
                        Ubah<span className="visually-hidden"> {post.title}</span>
                      </summary>
                      <PostForm action={editPostAction} personId={id} post={post} agencies={agencies} />
                    </details>
                    {isHeldOn(post, today) && (
                      <details>
                        <summary>
                          Akhiri<span className="visually-hidden"> {post.title}</span>
                        </summary>
                        <EndPostForm action={endPostAction} post={post} today={today} />
                      </details>
                    )}
                    <RemoveForm
                      action={removePostAction}
                      name={`jabatan ${post.title}`}
                      note="Hanya untuk entri yang keliru. Jabatan yang sudah selesai diakhiri saja."
                      hidden={{ postId: post.id, version: post.version }}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {portal.mayKeep && (
        <>
          <section className="card stack" aria-labelledby="jabatan-baru">
            <h2 id="jabatan-baru">Tambah jabatan</h2>
            <PostForm action={addPostAction} personId={id} agencies={agencies} />
          </section>
          <section className="card stack" aria-labelledby="nama">
            <h2 id="nama">Nama</h2>
            <PersonNameForm action={editPersonAction} person={person} />
            <RemoveForm
              action={removePersonAction}
              name={person.name}
              note="Orang ini dan semua jabatannya hilang dari daftar. Jejak audit tetap mencatatnya."
              hidden={{ personId: id, version: person.version }}
            />
          </section>
        </>
      )}
    </div>
  );
}
