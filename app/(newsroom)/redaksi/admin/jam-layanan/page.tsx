import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { ServiceHoursForm } from '#components/newsroom/admin/service-hours-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { adminHolidaysPath, adminServiceHoursPath } from '#lib/urls.ts';
import { arrangedPortal, type PortalAddress } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { setWeekAction } from './actions.ts';

export const metadata = { title: 'Jam layanan' };

export default async function ServiceHoursPage({ searchParams }: { searchParams: PortalAddress }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminServiceHoursPath, searchParams);
  const { portal, settings } = arranged;
  return (
    <div className="stack">
      <PageHeading title="Jam layanan" />
      <PortalChoice portals={portals} chosen={chosen} path={adminServiceHoursPath} />
      <p className="muted">
        Target dan keterlambatan di meja redaksi hanya menghitung jam ini. Kosongkan jam buka dan jam tutup pada hari
        kantor tutup. Hari libur dan cuti bersama diatur di <a href={adminHolidaysPath}>Hari libur</a>.
      </p>
      <section className="card stack" aria-label="Jam setiap hari">
        <ServiceHoursForm action={setWeekAction} portalId={portal.id} version={portal.version} week={settings.week} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, `settings:${portal.id}:week`)}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
