import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { database, type Queryable, transaction } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { articleLinkHosts, articles, editions, installFacts, linkHosts } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { type EditionRow, wordsOf } from './edition-record.ts';
import { linkRegisterOf } from './link-register.ts';
import { outgoingLinks, standingOf } from './outgoing-links.ts';

/** Lists the hosts that an edition going live leads to, in the place of those of the edition before it. */
export async function listLinkHostsOf(tx: Queryable, edition: EditionRow): Promise<string[]> {
  const { articleId } = edition;
  const hosts = [...new Set(outgoingLinks(wordsOf(edition)).map(({ host }) => host))];
  await tx.delete(articleLinkHosts).where(eq(articleLinkHosts.articleId, articleId));
  if (hosts.length > 0) await tx.insert(articleLinkHosts).values(hosts.map((host) => ({ articleId, host })));
  return hosts;
}

const allListed = 'link_hosts_listed';
/** Editions read by one statement: their words are megabytes. */
const lookedAtOnce = 200;

/**
 * The job that begins the register of an install that published before there was one: what its live editions lead to
 * was let through by their editors, and counts as allowed. Once; since then editors decide.
 */
export async function listLinkHosts(): Promise<void> {
  const [done] = await database().select().from(installFacts).where(eq(installFacts.name, allListed));
  if (done !== undefined) return;
  let after: EditionId | undefined;
  let listed = 0;
  for (;;) {
    const rows = await liveAfter(after);
    for (const { edition, portalId } of rows) {
      const hosts = await listLinkHostsOf(database(), edition);
      const register = hosts.length === 0 ? undefined : await linkRegisterOf(database(), portalId);
      const begun = hosts.filter((host) => register !== undefined && standingOf(host, register) === 'new');
      if (begun.length > 0) {
        const at = now();
        await database()
          .insert(linkHosts)
          .values(begun.map((host) => ({ portalId, host, decision: 'allowed' as const, at })))
          .onConflictDoNothing();
      }
      listed += 1;
    }
    after = rows.at(-1)?.edition.id;
    if (after === undefined) break;
  }
  await transaction((tx) =>
    tx.insert(installFacts).values({ name: allListed, value: { listed } }).onConflictDoNothing(),
  );
  log('info', 'link_hosts_listed', { editions: listed });
}

function liveAfter(after: EditionId | undefined) {
  return database()
    .select({ edition: editions, portalId: articles.portalId })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(inArray(editions.state, [...liveStates]), after === undefined ? undefined : gt(editions.id, after)))
    .orderBy(asc(editions.id))
    .limit(lookedAtOnce);
}
