import { asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, regencies, sections } from '#db/schema/index.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { type SearchFilters, searchHits } from '#lib/search/hits.ts';
import { markHits } from '#lib/search/passages.ts';
import { kindSlugs, type SearchWish, searchLimits } from '#lib/search/search-input.ts';
import { readQuery, type SearchQuery, wantedWords } from '#lib/search/search-query.ts';
import { meantSearch } from '#lib/search/suggestion.ts';
import { hashOfRow, type LiveRow } from './edition-record.ts';
import { liveRowsOf } from './public.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicPortal } from './reader-shapes.ts';
import type { FoundCard, SearchChoices, SearchPage } from './search-shapes.ts';

/** With fewer hits than this another spelling is looked for. */
const fewHits = 3;

/** A page of results; null for a page that is not there. */
export async function searchPage(portal: PublicPortal, wish: SearchWish): Promise<SearchPage | null> {
  const { choices, filters } = await choicesAndFilters(portal, wish);
  const empty = { cards: [], page: 1, pages: 1, total: 0, isMore: false, meant: null, anyWord: null, choices };
  if (wish.q.text === '') return { ...empty, outcome: 'blank' };
  const query = await readQuery(database(), wish.q.text);
  if (query === 'nothing') return { ...empty, outcome: 'wordless' };
  if (query === 'only_exclusions') return { ...empty, outcome: 'unwanted' };

  const { ids, total, isMore } = await searchHits(portal.id, query, filters, {
    order: wish.urut === 'terbaru' ? 'newest' : 'relevance',
    limit: searchLimits.perPage,
    offset: (wish.halaman - 1) * searchLimits.perPage,
  });
  const pages = Math.max(1, Math.ceil(total / searchLimits.perPage));
  if (wish.halaman > pages) return null;
  const cards = await foundCards(ids, query);
  const offered = wish.halaman === 1 && total < fewHits ? await offers(portal.id, wish, filters, total) : {};
  return { ...empty, outcome: 'answered', cards, page: wish.halaman, pages, total, isMore, ...offered };
}

/** The articles of these hits that are public and as signed, with what was looked for marked. */
async function foundCards(ids: readonly ArticleId[], query: SearchQuery): Promise<FoundCard[]> {
  const rows = (await liveRowsOf(database(), ids)).filter(isAsHashed);
  const cards = await cardsOf(database(), rows);
  const bodies = new Map(rows.map((row) => [row.article.id, plainText(row.edition.body)]));
  const texts = cards.map(({ articleId, title, lead }) => ({ title, lead, body: bodies.get(articleId) ?? '' }));
  const marked = await markHits(database(), query, texts);
  return cards.flatMap((card, index) => {
    const own = marked[index];
    return own === undefined ? [] : [{ ...card, marked: own }];
  });
}

/** The seal of a card does not cover the body, of which passages are shown. */
function isAsHashed({ edition, article }: LiveRow): boolean {
  if (hashOfRow(edition, article) === edition.contentHash) return true;
  log('alarm', 'integrity', { what: 'found', editionId: edition.id, articleId: article.id });
  return false;
}

/** What else the reader may have meant; only what leads to something. */
async function offers(
  portal: PortalId,
  wish: SearchWish,
  filters: SearchFilters,
  total: number,
): Promise<Partial<Pick<SearchPage, 'meant' | 'anyWord'>>> {
  const meant = await meantSearch(portal, wish.q.text);
  if (meant !== undefined && (await findsSomething(portal, meant, filters))) return { meant };
  const words = wantedWords(wish.q.text);
  if (total > 0 || words.length < 2) return {};
  const anyWord = words.join(' or ');
  return (await findsSomething(portal, anyWord, filters)) ? { anyWord } : {};
}

/** Whether a search shows an article whose own texts have the words, whatever the index says. */
async function findsSomething(portal: PortalId, text: string, filters: SearchFilters): Promise<boolean> {
  const query = await readQuery(database(), text);
  if (typeof query === 'string') return false;
  const { ids } = await searchHits(portal, query, filters, { order: 'newest', limit: 3 });
  const cards = await foundCards(ids, query);
  return cards.some(({ marked }) => [marked.title, marked.lead, ...marked.passages].flat().some(({ hit }) => hit));
}

/** What the form offers, and what was chosen of it. An address that nothing has falls away. */
async function choicesAndFilters(
  portal: PublicPortal,
  wish: SearchWish,
): Promise<{ choices: SearchChoices; filters: SearchFilters }> {
  const [agencyRows, sectionRows, regencyRows] = await Promise.all([
    database()
      .select({ id: agencies.id, slug: agencies.slug, name: agencies.name })
      .from(agencies)
      .where(eq(agencies.portalId, portal.id))
      .orderBy(asc(agencies.name)),
    database()
      .select({ id: sections.id, slug: sections.slug, name: sections.name })
      .from(sections)
      .where(eq(sections.portalId, portal.id))
      .orderBy(asc(sections.position), asc(sections.name)),
    database()
      .select({ slug: regencies.code, name: regencies.name })
      .from(regencies)
      .where(eq(regencies.portalId, portal.id))
      .orderBy(asc(regencies.code)),
  ]);
  const agency = agencyRows.find(({ slug }) => slug === wish.opd);
  const section = sectionRows.find(({ slug }) => slug === wish.kanal);
  const regency = regencyRows.find(({ slug }) => slug === wish.wilayah);
  const kind = wish.jenis === undefined ? undefined : kindSlugs.get(wish.jenis);
  return {
    choices: {
      agencies: agencyRows.map(({ slug, name }) => ({ slug, name })),
      sections: sectionRows.map(({ slug, name }) => ({ slug, name })),
      regencies: regencyRows,
    },
    filters: {
      timeZone: portal.timeZone,
      ...(agency && { agencyId: agency.id }),
      ...(section && { sectionId: section.id }),
      ...(regency && { regencyCode: regency.slug }),
      ...(kind && { kind }),
      ...(wish.dari !== undefined && { from: wish.dari }),
      ...(wish.sampai !== undefined && { to: wish.sampai }),
    },
  };
}
