import { ArticleView } from '#components/article/article-view.tsx';
import { UrgentBanner } from '#components/site/urgent-banner.tsx';
import { articleId } from '#lib/ids.ts';
import { stateLabels } from '#lib/newsroom/labels.ts';
import { previewOf } from '#lib/newsroom/preview.ts';
import { bannerOf } from '#lib/newsroom/reader-lines.ts';
import { absolute, newsroomMediaPath, previewPath, readerPath } from '#lib/urls.ts';
import { type EditionAddress, editionInAddress } from '#lib/web/edition-address.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { portalOrigin } from '#lib/web/site-metadata.ts';

/** An article as readers will see it, for whoever may see the edition. */
export default async function PreviewPage({ params, searchParams }: EditionAddress) {
  const id = partOfPath(articleId, (await params).articleId);
  const number = editionInAddress(await searchParams);
  const actor = await requireActor(previewPath(id, number));
  const { article, portal, editionNumber, state } = await orNotFound(previewOf(actor, id, number));
  const isLive = state === 'published' || state === 'archived';
  const address = isLive ? absolute(portalOrigin(portal), readerPath(article)) : null;
  return (
    <>
      <aside className="preview-line" aria-label="Pratinjau">
        {portal.isDemo && 'Portal contoh. '}Pratinjau edisi {editionNumber}, {stateLabels[state].toLowerCase()}.{' '}
        {isLive ? 'Tampil bagi pembaca.' : 'Tidak tampil bagi pembaca.'}
      </aside>
      {article.kind === 'banner' ? (
        <main>
          <UrgentBanner banner={bannerOf(article)} />
        </main>
      ) : (
        <main className="wrap">
          <ArticleView article={article} portal={portal} mediaPath={newsroomMediaPath} address={address} />
        </main>
      )}
    </>
  );
}
