import { describe, expect, test } from 'vitest';
import { readerPortal } from '#lib/testing/reader-articles.ts';
import { llmsText } from './llms.ts';
import { robots } from './robots.ts';
import { securityText } from './security-text.ts';

const origin = 'https://warta.example.go.id';

describe('robots.txt', () => {
  test('opens the site, keeps the newsroom and the search out, and names the sitemaps', () => {
    const lines = robots(readerPortal, origin).split('\n');
    expect(lines).toContain('Disallow: /redaksi');
    expect(lines).toContain('Disallow: /cari');
    expect(lines).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(lines).toContain(`Sitemap: ${origin}/sitemap-berita.xml`);
    expect(lines).not.toContain('Disallow: /');
  });

  test('closes an example portal', () => {
    expect(robots({ isDemo: true }, origin)).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('security.txt', () => {
  test.each(['2026-01-01T00:00:00Z', '2026-12-31T23:59:59Z', '2028-02-29T12:00:00Z'])(
    'at %s holds for some months, less than a year',
    (moment) => {
      const at = new Date(moment);
      const text = securityText(readerPortal, origin, at) ?? '';
      expect(text).toContain('Contact: mailto:redaksi@example.go.id\n');
      expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\n`);
      const days = (Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '') - at.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(270);
      expect(days).toBeLessThan(365);
    },
  );

  test('is not there for a portal without a mail address', () => {
    expect(securityText({ contactEmail: '' }, origin, new Date())).toBeNull();
  });
});

describe('llms.txt', () => {
  test('names the sections and where programs read best', () => {
    const sections = [{ slug: 'kesehatan', name: 'Kesehatan [baru]' }];
    const text = llmsText(readerPortal, origin, { sections });
    expect(text).toMatch(/^# Ruang Warta Kaltim\n\n> Kabar dari Benua Etam\n/);
    expect(text).toContain(`- [Kesehatan \\[baru\\]](<${origin}/kanal/kesehatan>)`);
    for (const path of [
      '/berita/alamat-artikel.md',
      '/api/v1/openapi.json',
      '/rss.xml',
      '/agenda.ics',
      '/sitemap.xml',
    ]) {
      expect(text).toContain(`${origin}${path}`);
    }
    expect(text).not.toContain('contoh: tulisan ini bukan');
    expect(llmsText({ ...readerPortal, isDemo: true }, origin, { sections })).toContain('bukan berita resmi');
  });
});
