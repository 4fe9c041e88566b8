import type { Metadata } from 'next';
import { RichText } from '#components/article/rich-text.tsx';
import { Changes } from '#components/newsroom/changes.tsx';
import { articleId, revisionId } from '#lib/ids.ts';
import { compareWords } from '#lib/newsroom/compare.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { revisionForActor } from '#lib/newsroom/revision-view.ts';
import { historyPath, revisionPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Versi' };

export default async function RevisionPage({ params }: { params: Promise<{ articleId: string; revisionId: string }> }) {
  const address = await params;
  const id = partOfPath(articleId, address.articleId);
  const revision = partOfPath(revisionId, address.revisionId);
  const actor = await requireActor(revisionPath(id, revision));
  const { words, previous, by, at, editionNumber } = await orNotFound(revisionForActor(actor, id, revision));
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id)).article);
  return (
    <div className="page stack">
      <header className="stack-tight">
        <h1>Versi {formatMoment(at, timeZone)}</h1>
        <p className="muted">
          Edisi {editionNumber}, ditulis {by}
        </p>
        <p>
          <a href={historyPath(id)}>Kembali ke riwayat</a>
        </p>
      </header>
      {previous !== null && (
        <details className="group">
          <summary>
            <h2>Bandingkan dengan versi sebelumnya</h2>
          </summary>
          <Changes changes={compareWords(previous, words)} />
        </details>
      )}
      <article className="article-body stack-tight">
        <h2>{words.title === '' ? 'Tanpa judul' : words.title}</h2>
        <p>
          <strong>{words.lead}</strong>
        </p>
        <RichText
          document={words.body}
          figure={({ alt, decorative }) => <p className="photo-word">Foto: {decorative ? 'dekoratif' : alt}</p>}
        />
      </article>
    </div>
  );
}
