import type { Metadata } from 'next';
import { Confidence, JointRelease } from '#components/newsroom/review/access.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { articleId } from '#lib/ids.ts';
import { accessForActor } from '#lib/newsroom/access-view.ts';
import { accessPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { answerJoint, makeConfidential, namePerson, openToAgency, unnamePerson } from './actions.ts';

export const metadata: Metadata = { title: 'Akses naskah' };

export default async function AccessPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(accessPath(id));
  const access = await orNotFound(accessForActor(actor, id));
  const actions = { makeConfidential, openToAgency, namePerson, unnamePerson, answerJoint };
  const title = access.title === '' ? 'Tanpa judul' : access.title;
  return (
    <div className="page stack">
      <PageHeading title="Akses naskah" back={{ href: reviewPath(id), label: title }} />
      <Confidence access={access} actions={actions} />
      <JointRelease access={access} action={answerJoint} timeZone={access.timeZone} />
    </div>
  );
}
