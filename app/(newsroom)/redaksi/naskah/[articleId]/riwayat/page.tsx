import type { Metadata } from 'next';
import { NoteList } from '#components/newsroom/note-list.tsx';
import { HistoryTables } from '#components/newsroom/review/history-tables.tsx';
import { articleId } from '#lib/ids.ts';
import { articleHistory } from '#lib/newsroom/article-history.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { historyPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Riwayat' };

export default async function HistoryPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(historyPath(id));
  const history = await orNotFound(articleHistory(actor, id));
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id)).article);
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Riwayat: {history.title === '' ? 'Tanpa judul' : history.title}</h1>
        <p className="muted">{history.agencyName}</p>
        <p>
          <a href={reviewPath(id)}>Kembali ke naskah</a>
        </p>
      </header>
      <HistoryTables history={history} timeZone={timeZone} />
      {history.notes.length > 0 && (
        <section className="stack-tight" aria-labelledby="catatan">
          <h2 id="catatan">Catatan redaksi</h2>
          <NoteList notes={history.notes} timeZone={timeZone} />
        </section>
      )}
    </div>
  );
}
