import type { Metadata } from 'next';
import { RichText } from '#components/article/rich-text.tsx';
import { versionReason } from '#components/newsroom/review/history-tables.tsx';
import { RestoreForm } from '#components/newsroom/review/restore-form.tsx';
import { articleId, revisionId } from '#lib/ids.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { revisionForActor } from '#lib/newsroom/revision-view.ts';
import { comparePath, draftPath, historyPath, revisionPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { restoreRevisionAction } from '../actions.ts';

export const metadata: Metadata = { title: 'Versi' };

export default async function RevisionPage({ params }: { params: Promise<{ articleId: string; revisionId: string }> }) {
  const address = await params;
  const id = partOfPath(articleId, address.articleId);
  const revision = partOfPath(revisionId, address.revisionId);
  const actor = await requireActor(revisionPath(id, revision));
  const version = await orNotFound(revisionForActor(actor, id, revision));
  const { words, previous, by, at, editionNumber, restorable } = version;
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id)).article);
  return (
    <div className="page stack">
      <header className="stack-tight">
        <p>
          <a href={historyPath(id)}>← Riwayat</a>
        </p>
        <h1>Versi {formatMoment(at, timeZone)}</h1>
        <p className="muted">
          Edisi {editionNumber}, {by}: {versionReason(version)}
        </p>
      </header>
      <div className="row">
        <a className="button" href={comparePath(id, { from: revision, to: 'sekarang' })}>
          Bandingkan dengan sekarang
        </a>
        {previous !== null && (
          <a className="button" href={comparePath(id, { from: previous, to: revision })}>
            Bandingkan dengan sebelumnya
          </a>
        )}
        <a className="button" href={historyPath(id, { compareWith: revision })}>
          Pilih versi lain
        </a>
      </div>
      {restorable !== null ? (
        <RestoreForm
          action={restoreRevisionAction}
          edition={restorable}
          revisionId={revision}
          draftHref={draftPath(id)}
        />
      ) : (
        <p className="muted small">
          Versi hanya dapat dipulihkan selama naskah dapat Anda tulis. Untuk artikel yang sudah terbit, mulai edisi baru
          lebih dulu.
        </p>
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
