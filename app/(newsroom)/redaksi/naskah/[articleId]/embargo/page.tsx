import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EmbargoPasses } from '#components/newsroom/press/embargo-passes.tsx';
import { articleId } from '#lib/ids.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { embargoView } from '#lib/press/embargo-passes.ts';
import { isLetIn } from '#lib/press/embargo-reading.ts';
import { embargoForAccountPath, embargoPassesPath, pressContactsPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { letInAccountAction, letInContactAction, revokePassAction } from './actions.ts';

export const metadata: Metadata = { title: 'Akses embargo' };

export default async function EmbargoPassesPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(embargoPassesPath(id));
  // Whoever was only let in has nothing to see here but the text.
  if (await isLetIn(actor, id)) redirect(embargoForAccountPath(id));
  const view = await orNotFound(embargoView(actor, id));
  const { article } = await orNotFound(recordForActor(actor, id));
  const { timeZone } = await portalOfArticle(article);
  const { embargoUntil, isEmbargoed, mayLetIn, title } = view;
  return (
    <div className="page stack">
      <header className="stack-tight">
        <p>
          <a href={reviewPath(id)}>Kembali ke naskah</a>
        </p>
        <h1>Akses embargo</h1>
        <p>{title === '' ? 'Tanpa judul' : title}</p>
        <p className={isEmbargoed ? 'notice' : 'muted'}>
          {embargoUntil === null
            ? 'Naskah ini tidak diembargo. Waktu embargo diisi di penyunting, bagian Embargo.'
            : isEmbargoed
              ? `Embargo hingga ${formatMoment(embargoUntil, timeZone)}. Yang diberi akses membaca kata-kata yang sudah ditandatangani dua orang; sebelum itu tautannya berkata bahwa naskah masih dikerjakan.`
              : `Embargo berakhir ${formatMoment(embargoUntil, timeZone)}.`}
        </p>
        {mayLetIn && (
          <p>
            <a href={pressContactsPath}>Daftar wartawan</a>
          </p>
        )}
      </header>
      <EmbargoPasses
        articleId={id}
        view={view}
        timeZone={timeZone}
        actions={{ letInContact: letInContactAction, letInAccount: letInAccountAction, revoke: revokePassAction }}
      />
    </div>
  );
}
