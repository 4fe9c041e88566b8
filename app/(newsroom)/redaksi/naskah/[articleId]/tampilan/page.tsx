import type { Metadata } from 'next';
import { Appearance } from '#components/newsroom/review/appearance.tsx';
import { PreviewLinks } from '#components/newsroom/review/preview-links.tsx';
import { articleId } from '#lib/ids.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { previewOf } from '#lib/newsroom/preview.ts';
import { previewLinksFor } from '#lib/newsroom/preview-links.ts';
import { isBeforeReaders } from '#lib/newsroom/workflow.ts';
import { appearancePath, cardPreviewPath, previewPath, readerPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { portalOrigin, sharedWords } from '#lib/web/site-metadata.ts';
import { createPreviewLink, revokePreviewLink } from '../actions.ts';

export const metadata: Metadata = { title: 'Tampilan naskah' };

export default async function AppearancePage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(appearancePath(id));
  const { edition } = await orNotFound(recordForActor(actor, id));
  const [{ article, portal }, links] = await Promise.all([previewOf(actor, id), previewLinksFor(actor, id)]);
  const { title, description } = sharedWords(portal, { title: article.title, description: article.lead });
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Tampilan: {article.title === '' ? 'Tanpa judul' : article.title}</h1>
        <p>
          <a href={reviewPath(id)}>Kembali ke naskah</a>
        </p>
      </header>
      <Appearance
        address={previewPath(id)}
        look={{
          ...{ title, description, path: readerPath(article), host: new URL(portalOrigin(portal)).host },
          card: article.kind === 'banner' ? null : cardPreviewPath(id),
        }}
      />
      {links !== null && (
        <PreviewLinks
          {...{ editionId: edition.id, links, timeZone: portal.timeZone, canMake: isBeforeReaders(edition.state) }}
          actions={{ create: createPreviewLink, revoke: revokePreviewLink }}
        />
      )}
    </div>
  );
}
