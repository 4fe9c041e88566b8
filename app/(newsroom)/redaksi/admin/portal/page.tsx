import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { PortalForm } from '#components/newsroom/admin/portal-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { adminPortalPath } from '#lib/urls.ts';
import { arrangedPortal, type PortalAddress } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { editPortalAction } from './actions.ts';

export const metadata = { title: 'Portal' };

export default async function PortalPage({ searchParams }: { searchParams: PortalAddress }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminPortalPath, searchParams);
  const { portal, settings } = arranged;
  return (
    <div className="stack">
      <PageHeading title="Portal" />
      <PortalChoice portals={portals} chosen={chosen} path={adminPortalPath} />
      <section className="card stack" aria-labelledby="data-portal">
        <h2 id="data-portal">Data portal</h2>
        <p>
          Alamat situs: <strong>{portal.hosts.join(', ')}</strong>.{' '}
          <span className="muted">Alamat hanya dapat diubah oleh operator server.</span>
        </p>
        <PortalForm action={editPortalAction} portal={{ ...portal, witnessEmail: settings.witnessEmail }} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, `portal:${portal.id}`)}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
