import { agendaFile } from '#lib/feeds/agenda.ts';
import { articleMarkdown } from '#lib/feeds/article-markdown.ts';
import { articleText } from '#lib/feeds/article-text.ts';
import { feedLength } from '#lib/feeds/feed.ts';
import { amendmentItem, feedItem, feedOf, feedWriters } from '#lib/feeds/feed-items.ts';
import { agendaOf } from '#lib/newsroom/agenda-reads.ts';
import { fullArticles } from '#lib/newsroom/full-articles.ts';
import { changeTypeLabels } from '#lib/newsroom/labels.ts';
import { fullAmendments, isAmendments, listAt } from '#lib/newsroom/machine-lists.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { feedFormats } from '#lib/urls.ts';
import type { Asked, MachineText } from './machine-route.ts';

/**
 * The feed of a list, named by the path of its page.
 *
 * @returns null for a format or list that is not there
 */
export async function feedAnswer(asked: Asked, wanted: string, path: string): Promise<MachineText> {
  const format = feedFormats.find((candidate) => candidate === wanted);
  if (format === undefined) return null;
  const { contentType, write } = feedWriters[format];
  if (isAmendments(path)) {
    const amendments = await fullAmendments(asked.portal.id, feedLength);
    const items = amendments.map(({ amendment, article }) => amendmentItem(asked, amendment, article));
    const name = `${changeTypeLabels.correction} dan ${changeTypeLabels.right_of_reply.toLowerCase()}`;
    return { contentType, body: write(feedOf(asked, { path, name }, format, items)) };
  }
  const list = await listAt(asked.portal.id, path);
  if (list === null) return null;
  const articles = await fullArticles(asked.portal.id, list.list, feedLength);
  const items = articles.map((article) => feedItem(asked, article));
  return { contentType, body: write(feedOf(asked, list, format, items)) };
}

const calendarType = 'text/calendar; charset=utf-8';

/** The copy of an article in one form; null where the article has no such copy. */
export async function copyAnswer(asked: Asked, slug: string, form: string): Promise<MachineText> {
  const article = await articlePage(asked.portal.id, slug);
  // A banner stands on every page and has none of its own.
  if (article === null || article.kind === 'banner') return null;
  switch (form) {
    case 'md':
      return { contentType: 'text/markdown; charset=utf-8', body: articleMarkdown(asked, article) };
    case 'txt':
      if (article.kind !== 'press_release') return null;
      return { contentType: 'text/plain; charset=utf-8', body: articleText(asked, article) };
    case 'ics':
      if (article.kind !== 'agenda_event') return null;
      return { contentType: calendarType, body: agendaFile(asked, [article]) };
    default:
      return null;
  }
}

/** The agenda as a calendar to subscribe to. */
export async function agendaAnswer(asked: Asked): Promise<MachineText> {
  return { contentType: calendarType, body: agendaFile(asked, await agendaOf(asked.portal.id)) };
}
