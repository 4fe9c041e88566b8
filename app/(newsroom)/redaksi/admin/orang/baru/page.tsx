import { NewPersonForm } from '#components/newsroom/admin/person-forms.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { newsroomOrigin } from '#lib/config.ts';
import { adminPeoplePath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { createPersonAction } from '../actions.ts';

export const metadata = { title: 'Tambah orang' };

export default async function NewPersonPage() {
  const actor = await requireActor(`${adminPeoplePath}/baru`);
  const [portal] = await orNotFound(portalsToAdminister(actor));
  return (
    <div className="stack">
      <PageHeading title="Tambah orang" back={{ href: adminPeoplePath, label: 'Orang' }} />
      <p>
        Orang baru menerima kode undangan dari Anda, menentukan kata sandinya sendiri, lalu bekerja dengan peran yang
        Anda beri.
      </p>
      <NewPersonForm action={createPersonAction} origin={newsroomOrigin()} timeZone={portal.timeZone} />
    </div>
  );
}
