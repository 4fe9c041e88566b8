import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { newsSchema, sitemapIndexSchema, sitemapSchema } from '#lib/testing/sitemap-schemas.ts';
import { newsSitemap, sitemap, sitemapIndex, sitemapParts } from './sitemap.ts';

/** Throws with what is wrong when a document does not fit its schema. */
function fitting(text: string, schema: string): XmlDocument {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  const parsed = XmlDocument.fromString(text);
  validator.validate(parsed);
  validator.dispose();
  return parsed;
}

const address = { url: 'https://warta.example.go.id/berita/a?b=1&c=2', changedAt: new Date('2026-01-14T02:30:00Z') };

describe('sitemaps', () => {
  test('fit the schema of the protocol', () => {
    const read = fitting(sitemap([address, { ...address, changedAt: null }]), sitemapSchema);
    expect(read.find('//*[local-name()="loc"]').map((node) => node.content)).toEqual([address.url, address.url]);
    expect(read.find('//*[local-name()="lastmod"]').map((node) => node.content)).toEqual(['2026-01-14T02:30:00.000Z']);
    fitting(sitemapIndex([address, { ...address, changedAt: null }]), sitemapIndexSchema);
  });

  test('of a month that has much come in parts, whose names stay', () => {
    const changedAt = new Date('2026-02-01T00:00:00Z');
    const parts = (articles: number) => sitemapParts({ month: '2026-01', articles, changedAt }).map(({ part }) => part);
    expect(parts(1)).toEqual(['2026-01']);
    expect(parts(5_000)).toEqual(['2026-01']);
    expect(parts(10_001)).toEqual(['2026-01', '2026-01-2', '2026-01-3']);
  });
});

describe('the news sitemap', () => {
  test.each(hostileTexts.map((text) => [text]))('bears the title %j', (title) => {
    const read = fitting(
      newsSitemap('Ruang <Warta>', [{ url: address.url, title, publishedAt: address.changedAt }]),
      newsSchema,
    );
    expect(read.find('//*[local-name()="news"]')).toHaveLength(1);
    expect(read.find('//*[local-name()="name"]').map((node) => node.content)).toEqual(['Ruang <Warta>']);
  });

  test('without news is one all the same', () => {
    expect(XmlDocument.fromString(newsSitemap('Warta', [])).root.firstChild).toBeNull();
  });
});
