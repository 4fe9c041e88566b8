import type { Metadata } from 'next';
import { NoteList } from '#components/newsroom/note-list.tsx';
import { HistoryTables } from '#components/newsroom/review/history-tables.tsx';
import { VersionTable } from '#components/newsroom/review/version-table.tsx';
import { articleId, revisionId } from '#lib/ids.ts';
import { articleHistory } from '#lib/newsroom/article-history.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { historyPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Riwayat' };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ sebelum?: string | string[]; dari?: string | string[] }>;
};

export default async function HistoryPage({ params, searchParams }: Props) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(historyPath(id));
  const { sebelum, dari } = await searchParams;
  const olderThan = revisionId.safeParse(sebelum).data;
  const chosen = revisionId.safeParse(dari).data;
  const history = await orNotFound(articleHistory(actor, id, olderThan));
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id)).article);
  const isBegin = olderThan === undefined && chosen === undefined;
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Riwayat: {history.title === '' ? 'Tanpa judul' : history.title}</h1>
        <p className="muted">{history.agencyName}</p>
        <p>
          {isBegin ? <a href={reviewPath(id)}>Kembali ke naskah</a> : <a href={historyPath(id)}>Kembali ke riwayat</a>}
        </p>
      </header>
      {isBegin && <HistoryTables history={history} timeZone={timeZone} />}
      <VersionTable history={history} timeZone={timeZone} chosen={chosen} />
      {isBegin && history.notes.length > 0 && (
        <section className="stack-tight" aria-labelledby="catatan">
          <h2 id="catatan">Catatan redaksi</h2>
          <NoteList notes={history.notes} timeZone={timeZone} />
        </section>
      )}
    </div>
  );
}
