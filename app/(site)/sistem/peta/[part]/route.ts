import { machineRoute } from '#lib/web/machine-route.ts';
import { sitemapAnswer } from '#lib/web/site-answers.ts';

export const dynamic = 'force-dynamic';

/** The sitemap's index, its parts and the one for news. */
export const GET = machineRoute((asked, { part = '' }) => sitemapAnswer(asked, part));
