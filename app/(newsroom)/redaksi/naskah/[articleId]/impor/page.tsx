import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportReportList } from '#components/newsroom/import-report-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { articleId } from '#lib/ids.ts';
import { editionForActor } from '#lib/newsroom/edition-view.ts';
import { importReportOf } from '#lib/newsroom/import-draft.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { deskPath, draftPath, importReportPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Hasil impor' };

export default async function ImportReportPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(importReportPath(id));
  const [edition, imported, portal] = await Promise.all([
    orNotFound(editionForActor(actor, id)),
    orNotFound(importReportOf(actor, id)),
    portalOf(actor),
  ]);
  if (imported === null) notFound();
  const mayEdit = edition.allowed.includes('edit');
  return (
    <div className="page stack">
      <PageHeading title="Hasil impor" back={{ href: deskPath, label: 'Meja saya' }} />
      <p>
        <strong>{edition.words.title === '' ? 'Tanpa judul' : edition.words.title}</strong> dibuat dari berkas “
        {imported.fileName}” pada {formatMoment(imported.at, portal?.timeZone ?? 'Asia/Makassar')}.
      </p>
      <p>
        <a className="button button-main" href={mayEdit ? draftPath(id) : reviewPath(id)}>
          Buka naskah
        </a>
      </p>
      <ImportReportList report={imported.report} />
    </div>
  );
}
