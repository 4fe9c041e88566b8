import type { FullArticle } from '../newsroom/full-articles.ts';
import type { PublicPortal } from '../newsroom/reader-shapes.ts';
import { articleAddress, factLines } from './article-words.ts';
import { type CalendarEvent, calendar } from './calendar.ts';
import { marked } from './demo-mark.ts';

type Place = { portal: PublicPortal; origin: string };

/** The portal's events as a calendar file; what is no event, or has no beginning, is left out. */
export function agendaFile({ portal, origin }: Place, articles: readonly FullArticle[]): string {
  return calendar(
    marked(portal, `Agenda ${portal.name}`),
    articles.flatMap((article) => eventOf({ portal, origin }, article) ?? []),
  );
}

function eventOf({ portal, origin }: Place, article: FullArticle): CalendarEvent | null {
  const { startsAt, endsAt, venue } = article.details;
  if (article.kind !== 'agenda_event' || startsAt === undefined) return null;
  const facts = factLines(article).map(({ label, text }) => `${label}: ${text}`);
  const url = articleAddress(origin, article);
  return {
    uid: `${article.articleId}@ruang-warta`,
    stamp: article.publishedAt,
    startsAt: new Date(startsAt),
    endsAt: endsAt === undefined ? null : new Date(endsAt),
    title: marked(portal, article.title),
    description: [article.lead, facts.join('\n'), `${article.agency.name}\n${url}`]
      .filter((part) => part !== '')
      .join('\n\n'),
    venue: venue ?? '',
    url,
    sequence: article.editionNumber - 1,
  };
}
