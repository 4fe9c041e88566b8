import { absolute, deskPath, newsSitemapPath, searchPath, sitemapIndexPath } from '../urls.ts';

/** What robots may fetch. An example portal is not to be found at all. */
export function robots(portal: { isDemo: boolean }, origin: string): string {
  const lines = portal.isDemo
    ? ['User-agent: *', 'Disallow: /']
    : [
        'User-agent: *',
        `Disallow: ${deskPath}`,
        `Disallow: ${searchPath}`,
        'Disallow: /api/auth/',
        'Allow: /',
        '',
        `Sitemap: ${absolute(origin, sitemapIndexPath)}`,
        `Sitemap: ${absolute(origin, newsSitemapPath)}`,
      ];
  return `${lines.join('\n')}\n`;
}
