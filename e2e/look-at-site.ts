import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { lookAtSite } from '#lib/integrity/look-at-site.ts';
import { planOf } from '#lib/integrity/site-plan.ts';
import { allPortals, isPublic } from '#lib/newsroom/public.ts';
import { withDatabase } from '../commands/open-database.ts';

/** `node e2e/look-at-site.ts`: looks at the demo's whole site from outside, as every hour, and at every article. */
await withDatabase('look_at_site', async () => {
  const { publicUrl } = config();
  const portal = (await allPortals()).find(({ hosts }) => hosts.includes(publicUrl.hostname));
  if (portal === undefined) throw new Error('No portal has the public address.');
  const rows = await database()
    .select({ slug: articles.slug })
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(
      and(
        eq(articles.portalId, portal.id),
        isNotNull(articles.slug),
        notInArray(editions.kind, ['page', 'banner']),
        isPublic(now()),
      ),
    );
  const plan = await planOf(portal, new URL(publicUrl.origin), 'whole');
  const seen = await lookAtSite({ ...plan, slugs: rows.flatMap(({ slug }) => slug ?? []) });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
});
