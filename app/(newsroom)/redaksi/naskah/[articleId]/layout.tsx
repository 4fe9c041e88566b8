import type { ReactNode } from 'react';
import { articleId } from '#lib/ids.ts';
import { readNewsOfArticle } from '#lib/notifications/news.ts';
import { optionalActor } from '#lib/web/session.ts';

type Props = { params: Promise<{ articleId: string }>; children: ReactNode };

/** Whoever opens an article, on whichever of its pages, has read what they were told of it. */
export default async function ArticleLayout({ params, children }: Props) {
  const [actor, id] = [await optionalActor(), articleId.safeParse((await params).articleId)];
  if (actor !== null && id.success) await readNewsOfArticle(actor, id.data);
  return children;
}
