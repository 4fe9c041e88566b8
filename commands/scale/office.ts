import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, articles, editions, memberships, portals, regencies, sections, topics } from '#db/schema/index.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { createSection } from '#lib/accounts/sections.ts';
import type { AgencyId, PortalId, SectionId, TopicId, UserId } from '#lib/ids.ts';
import type { Cover, Credit } from '#lib/newsroom/article-input.ts';
import { plainText } from '#lib/richtext/plain-text.ts';

/** All that generated articles are made of: the demo's people, places, photos and words. */
export type ScaleOffice = {
  portalId: PortalId;
  /** Each with somebody who submits its articles. */
  agencies: { id: AgencyId; slug: string; writer: UserId; credits: Credit[] }[];
  sections: { id: SectionId; slug: string }[];
  topicIds: TopicId[];
  regencyCodes: string[];
  editor: UserId;
  covers: Cover[];
  texts: string[];
};

const extraSection = { slug: 'olahraga', name: 'Olahraga' } as const;

/** Reads what the demo has, and adds a ninth section. */
export async function scaleOffice(): Promise<ScaleOffice> {
  const portal = only(await database().select({ id: portals.id }).from(portals).limit(1), 'portal');
  await addSection(portal.id);
  const [agencyRows, sectionRows, topicRows, regencyRows, held, live] = await Promise.all([
    database().select().from(agencies).where(eq(agencies.portalId, portal.id)).orderBy(asc(agencies.slug)),
    database().select().from(sections).where(eq(sections.portalId, portal.id)).orderBy(asc(sections.slug)),
    database().select().from(topics).where(eq(topics.portalId, portal.id)).orderBy(asc(topics.slug)),
    database().select().from(regencies).where(eq(regencies.portalId, portal.id)).orderBy(asc(regencies.code)),
    database()
      .select()
      .from(memberships)
      .where(and(isNull(memberships.endedAt), isNotNull(memberships.effectiveAt)))
      .orderBy(asc(memberships.id)),
    database()
      .select({ edition: editions })
      .from(editions)
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .where(inArray(editions.state, ['published', 'archived']))
      .orderBy(asc(editions.id)),
  ]);
  const writers = held.filter(({ role }) => role === 'contributor');
  const credits = live.map(({ edition }) => edition.credits).filter((given) => given.length > 0);
  return {
    portalId: portal.id,
    agencies: agencyRows.map(({ id, slug }, index) => ({
      ...{ id, slug, credits: credits[index % credits.length] ?? [] },
      writer: (writers.find(({ agencyId }) => agencyId === id) ?? only(writers, 'contributor')).userId,
    })),
    sections: sectionRows.map(({ id, slug }) => ({ id, slug })),
    topicIds: topicRows.map(({ id }) => id),
    regencyCodes: regencyRows.map(({ code }) => code),
    editor: only(
      held.filter(({ role }) => role === 'editor'),
      'editor',
    ).userId,
    covers: live.flatMap(({ edition }) => (edition.cover === null ? [] : [edition.cover])),
    texts: live.map(({ edition }) => `${edition.title} ${edition.lead} ${plainText(edition.body)}`),
  };
}

async function addSection(portalId: PortalId): Promise<void> {
  const [there] = await database()
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.portalId, portalId), eq(sections.slug, extraSection.slug)));
  if (there !== undefined) return;
  const admins = await database()
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.role, 'admin'), isNull(memberships.endedAt)))
    .limit(1);
  await createSection(await loadActor(only(admins, 'admin').userId), { ...extraSection, portalId });
}

function only<T>([first]: readonly T[], what: string): T {
  if (first === undefined) throw new Error(`The demo has no ${what}`);
  return first;
}
