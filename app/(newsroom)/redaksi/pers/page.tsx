import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContactForm, SwitchForm } from '#components/newsroom/press/contact-forms.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { pressPortals } from '#lib/press/press-access.ts';
import { contactsOf, type PressContact } from '#lib/press/press-contacts.ts';
import { pressContactsPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { addContactAction, editContactAction, switchContactAction } from './actions.ts';

export const metadata: Metadata = { title: 'Wartawan' };

export default async function PressContactsPage({
  searchParams,
}: {
  searchParams: Promise<{ portal?: string | string[] }>;
}) {
  const actor = await requireActor(pressContactsPath);
  const { portal: wanted } = await searchParams;
  const portals = pressPortals(actor);
  const chosen = portals.find(({ portalId }) => portalId === wanted) ?? portals[0];
  if (chosen === undefined) notFound();
  const { contacts, mayKeep } = await contactsOf(actor, chosen.portalId);
  return (
    <div className="page stack">
      <PageHeading title="Wartawan" />
      <p className="muted">
        Wartawan yang dapat diberi akses baca sebelum embargo sebuah naskah berakhir, lewat tautan pribadi.
      </p>
      {contacts.length === 0 ? (
        <p className="muted">
          Belum ada wartawan. {mayKeep ? 'Tambahkan di bawah; ' : ''}di halaman akses embargo sebuah naskah mereka lalu
          dapat diberi tautan.
        </p>
      ) : (
        <ul className="rows">
          {contacts.map((contact) => (
            <li key={contact.id} className="edition-row">
              <ContactFacts contact={contact} />
              {mayKeep && (
                <details>
                  <summary>Ubah</summary>
                  <div className="stack">
                    <ContactForm action={editContactAction} portalId={chosen.portalId} contact={contact} />
                    <SwitchForm action={switchContactAction} contact={contact} />
                  </div>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayKeep && (
        <section className="stack" aria-labelledby="tambah-wartawan">
          <h2 id="tambah-wartawan">Tambah wartawan</h2>
          <ContactForm action={addContactAction} portalId={chosen.portalId} />
        </section>
      )}
    </div>
  );
}

function ContactFacts({ contact: { name, outlet, email, phone, note, isActive } }: { contact: PressContact }) {
  const reach = [email, phone].filter((part) => part !== '').join(', ');
  return (
    <div className="stack-tight">
      <p>
        <strong>{name}</strong>, {outlet} {!isActive && <span className="badge">Nonaktif</span>}
      </p>
      {reach !== '' && <p className="muted small">{reach}</p>}
      {note !== '' && <p className="small">{note}</p>}
    </div>
  );
}
