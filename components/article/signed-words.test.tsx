import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { AssetId } from '#lib/ids.ts';
import { differsFromSigned } from '#lib/integrity/page-findings.ts';
import { seenPage } from '#lib/integrity/seen-page.ts';
import { asSigned } from '#lib/integrity/signed-texts.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import { aCard, aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { anyDocument } from '#lib/testing/rich-documents.ts';
import { mediaPath } from '#lib/urls.ts';
import { ArticleView } from './article-view.tsx';

/** What the check of the site from outside holds against a page as readers get it. */
function heldAgainst(article: PublicArticle): string | undefined {
  const html = renderToStaticMarkup(
    <ArticleView
      article={article}
      portal={readerPortal}
      mediaPath={mediaPath}
      address="https://warta.example/berita/x"
    />,
  );
  return differsFromSigned(seenPage(html), asSigned(article, readerPortal));
}

/** An article with this body; each photo, document and article it names is as `isThere` says. */
function withBody(written: unknown, isThere: boolean): PublicArticle {
  const parsed = parseDocument(written);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const text = JSON.stringify(parsed.document);
  const ids = (name: string) => [...text.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, id = '']) => id);
  const each = <T,>(names: readonly string[], value: T) =>
    Object.fromEntries(names.map((id) => [id, value])) as Record<string, T>;
  const event = aCard({
    kind: 'agenda_event',
    details: { startsAt: '2026-01-14T02:30:00.000Z', venue: 'Lapangan' } as PublicArticle['details'],
  });
  return aReaderArticle({
    body: parsed.document,
    photos: each(ids('assetId'), isThere ? shownCover : { withdrawn: true }) as PublicArticle['photos'],
    documents: each(ids('assetId'), { bytes: 1_234_567, key: 'd/aa/a.pdf', withdrawn: !isThere }),
    linked: isThere ? each(ids('articleId'), event) : {},
  });
}

test('whatever a body holds, a page of ours shows no word that was not signed, and lacks none', () => {
  fc.assert(
    fc.property(anyDocument, fc.boolean(), (document, isThere) => {
      expect(heldAgainst(withBody(document, isThere))).toBeUndefined();
    }),
  );
});

test.each(['photo', 'illustration', 'ai_made'] as const)('a picture (%s) is told for what it is', (origin) => {
  const attrs = { assetId: '01890a5d-ac96-774b-bcce-b302099a8057' as AssetId, assetHash: 'a'.repeat(64), origin };
  const figure = { type: 'figure', attrs: { ...attrs, alt: 'Kapal', credit: 'Humas' } };
  expect(heldAgainst(withBody({ type: 'doc', content: [figure] }, true))).toBeUndefined();
});
