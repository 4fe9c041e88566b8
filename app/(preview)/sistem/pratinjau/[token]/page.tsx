import { notFound } from 'next/navigation';
import { ArticleView } from '#components/article/article-view.tsx';
import { GuestComment } from '#components/site/guest-comment.tsx';
import { UrgentBanner } from '#components/site/urgent-banner.tsx';
import { guestPreview } from '#lib/newsroom/guest-preview.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { bannerOf } from '#lib/newsroom/reader-lines.ts';
import { guestMediaPath, guestPreviewPath } from '#lib/urls.ts';

type Props = {
  params: Promise<{ token: string }>;
  /** Delivery's own: what became of a comment, and its words when they were not taken. */
  searchParams: Promise<{ kabar?: string; isi?: string }>;
};

/** An edition before publication, for whoever holds its secret address. */
export default async function GuestPreviewPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { kabar = '', isi = '' } = await searchParams;
  const preview = await guestPreview(token);
  if (preview === null) notFound();
  const { article, portal, guestName, mayComment, expiresAt } = preview;
  return (
    <>
      <aside className="guest-line" aria-label="Keterangan pratinjau">
        <b>Pratinjau untuk {guestName}.</b> Naskah ini belum terbit dan masih dapat berubah. Jangan disebarkan. Tautan
        berlaku sampai {formatMoment(expiresAt, portal.timeZone)}.
      </aside>
      <div className="guest-mark" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <main className={article.kind === 'banner' ? undefined : 'wrap'}>
        {article.kind === 'banner' ? (
          <UrgentBanner banner={bannerOf(article)} />
        ) : (
          <ArticleView
            article={article}
            portal={portal}
            mediaPath={(key) => guestMediaPath(token, key)}
            address={null}
          />
        )}
        {mayComment && <GuestComment action={guestPreviewPath(token)} told={kabar} typed={isi} />}
      </main>
    </>
  );
}
