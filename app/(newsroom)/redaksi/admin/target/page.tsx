import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { EscalationForm, FollowOtherKindsForm, TargetsForm } from '#components/newsroom/admin/target-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { RowDetails } from '#components/ui/row-details.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { kindLabels } from '#lib/newsroom/labels.ts';
import { targetsByKind } from '#lib/service-hours/desk-settings.ts';
import { adminServiceHoursPath, adminTargetsPath } from '#lib/urls.ts';
import { arrangedPortal, type PortalAddress } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { followOtherKindsAction, setEscalationAction, setTargetsAction } from './actions.ts';

export const metadata = { title: 'Target' };

export default async function TargetsPage({ searchParams }: { searchParams: PortalAddress }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminTargetsPath, searchParams);
  const { portal, settings } = arranged;
  const seen = { portalId: portal.id, version: portal.version };
  const lines = [
    ...targetsByKind(settings).map((line) => ({ ...line, name: kindLabels[line.kind] })),
    { kind: 'other' as const, name: 'Jenis lain', targets: settings.otherKinds, isOwn: true },
  ];
  return (
    <div className="stack">
      <PageHeading title="Target" />
      <PortalChoice portals={portals} chosen={chosen} path={adminTargetsPath} />
      <p className="muted">
        Berapa menit <a href={adminServiceHoursPath}>jam layanan</a> setiap tahap boleh berlangsung. Naskah yang
        melewatinya naik ke atas antrean, lalu diteruskan. Delapan jam kerja adalah 480 menit.
      </p>
      <DataTable
        caption={`Target setiap jenis naskah di ${portal.name}, dalam menit jam layanan`}
        columns={['Jenis', 'Verifikasi', 'Diambil', 'Disunting', 'Tanda tangan kedua', '']}
        rows={lines.map(({ kind, name, targets, isOwn }) => ({
          key: kind,
          cells: [
            <span key="nama" className="named">
              <span>{name}</span>
              {!isOwn && <span className="muted small"> mengikuti Jenis lain</span>}
            </span>,
            targets.verify,
            targets.claim,
            targets.edit,
            targets.confirm,
            <RowDetails key="ubah" label="Ubah" about={`target ${name}`}>
              <div className="stack">
                <TargetsForm action={setTargetsAction} portal={seen} kind={kind} name={name} targets={targets} />
                {isOwn && kind !== 'other' && (
                  <FollowOtherKindsForm action={followOtherKindsAction} portal={seen} kind={kind} name={name} />
                )}
              </div>
            </RowDetails>,
          ],
        }))}
      />
      <section className="card stack" aria-labelledby="penerusan">
        <h2 id="penerusan">Penerusan keterlambatan</h2>
        <p className="muted">
          Naskah yang terlambat diteruskan sekali kepada redaktur pelaksana, lalu sekali kepada pimpinan perangkat
          daerah. Orang yang sedang cuti dilewati.
        </p>
        <EscalationForm action={setEscalationAction} portal={seen} escalateAfter={settings.escalateAfter} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, `settings:${portal.id}:targets`, `settings:${portal.id}:escalation`)}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
