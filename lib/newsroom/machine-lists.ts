import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, sections, topics } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { agencyPath, amendmentsPath, frontPath, kindPaths, listedKinds, sectionPath, topicPath } from '#lib/urls.ts';
import { amendmentPage } from './amendments.ts';
import { type FullArticle, fullArticlesOf } from './full-articles.ts';
import { kindLabels } from './labels.ts';
import { lists } from './listing.ts';
import type { PublicAmendment } from './reader-shapes.ts';

/** A list of the site by the path of its page; `name` is null for everything the portal has. */
export type NamedList = { path: string; name: string | null; list: string };

/** The list whose page stands at this path; null when there is none. */
export async function listAt(portal: PortalId, path: string): Promise<NamedList | null> {
  if (path === frontPath) return { path, name: null, list: lists.all };
  const kind = listedKinds.find((candidate) => kindPaths[candidate] === path);
  if (kind !== undefined) return { path, name: kindLabels[kind], list: lists.kind(kind) };
  const [, place, slug] = /^\/(kanal|opd|topik)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (slug === undefined) return null;
  if (place === 'kanal') {
    const [section] = await database()
      .select()
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.slug, slug)));
    return section ? { path: sectionPath(slug), name: section.name, list: lists.section(section.id) } : null;
  }
  if (place === 'opd') {
    const [agency] = await database()
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.slug, slug)));
    return agency ? { path: agencyPath(slug), name: agency.name, list: lists.agency(agency.id) } : null;
  }
  const [topic] = await database()
    .select()
    .from(topics)
    .where(and(eq(topics.portalId, portal), eq(topics.slug, slug)));
  return topic ? { path: topicPath(slug), name: topic.name, list: lists.topic(topic.id) } : null;
}

/** Whether this is the path of the register of corrections, which is no list of articles. */
export const isAmendments = (path: string) => path === amendmentsPath;

/** A correction or right of reply with the article as it reads now. */
export type FullAmendment = { amendment: PublicAmendment; article: FullArticle };

/** The newest corrections and rights of reply with their articles, newest first. */
export async function fullAmendments(portal: PortalId, limit: number): Promise<FullAmendment[]> {
  const found: PublicAmendment[] = [];
  for (let page = 1; found.length < limit; page += 1) {
    const read = await amendmentPage(portal, page);
    found.push(...(read?.amendments ?? []));
    if (!read?.hasMore) break;
  }
  const newest = found.slice(0, limit);
  const articles = await fullArticlesOf(portal, [...new Set(newest.map(({ card }) => card.articleId))]);
  return newest.flatMap((amendment) => {
    const article = articles.find((candidate) => candidate.articleId === amendment.card.articleId);
    return article === undefined ? [] : [{ amendment, article }];
  });
}
