import { MailForm, SlipForm } from '#components/newsroom/admin/invite-forms.tsx';
import { roleWithAgency } from '#components/newsroom/admin/role-words.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { peopleToInvite } from '#lib/accounts/invites.ts';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { newsroomOrigin } from '#lib/config.ts';
import { mailIsSetUp } from '#lib/mail/outbox.ts';
import { absolute, adminInvitesPath, adminPeoplePath, redeemPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { mailInvitesAction, printInvitesAction } from './actions.ts';

export const metadata = { title: 'Undang orang' };

export default async function InvitesPage() {
  const actor = await requireActor(adminInvitesPath);
  const [[portal], invitees] = await orNotFound(Promise.all([portalsToAdminister(actor), peopleToInvite(actor)]));
  const { timeZone } = portal;
  const people = invitees.map(({ roles, ...person }) => ({
    ...person,
    roles: roles.length === 0 ? 'Belum ada peran' : roles.map(roleWithAgency).join('; '),
  }));
  return (
    <div className="stack">
      <div className="stack no-print">
        <PageHeading title="Undang orang" back={{ href: adminPeoplePath, label: 'Orang' }} />
        <p>
          Orang-orang ini belum memilih kata sandi. Setiap undangan memuat satu kode yang berlaku 24 jam dan hanya
          sekali; membuat kode baru membatalkan yang lama.
        </p>
      </div>
      {people.length === 0 ? (
        <p className="empty">Semua orang sudah memakai undangannya. Tambah orang dulu, satu per satu atau dari CSV.</p>
      ) : (
        <>
          <section className="card stack" aria-labelledby="cetak-undangan">
            <h2 id="cetak-undangan" className="no-print">
              Di atas kertas
            </h2>
            <SlipForm
              action={printInvitesAction}
              people={people}
              address={absolute(newsroomOrigin(), redeemPath)}
              timeZone={timeZone}
            />
          </section>
          <section className="card stack no-print" aria-labelledby="surel-undangan">
            <h2 id="surel-undangan">Lewat surel</h2>
            {mailIsSetUp() ? (
              <MailForm action={mailInvitesAction} people={people} timeZone={timeZone} />
            ) : (
              <p className="notice">Surel belum disetel di peladen ini, jadi undangan diserahkan di atas kertas.</p>
            )}
          </section>
        </>
      )}
    </div>
  );
}
