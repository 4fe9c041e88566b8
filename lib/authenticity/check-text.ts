import { setImmediate as breathe } from 'node:timers/promises';
import { and, desc, eq, inArray, like, or, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions, searchEntries } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import { articleMarkdown } from '#lib/feeds/article-markdown.ts';
import { articleText } from '#lib/feeds/article-text.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { authenticityOf, oncePublic } from '#lib/newsroom/authenticity.ts';
import { type LiveRow, readEdition } from '#lib/newsroom/edition-record.ts';
import { previewOfRecord } from '#lib/newsroom/preview.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { notesAround } from '#lib/newsroom/public-notes.ts';
import { linesOfEdition } from '#lib/newsroom/published-paragraphs.ts';
import { dateline } from '#lib/newsroom/reader-lines.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { folded } from '#lib/search/folding.ts';
import { absolute, canonicalHost, readerPath } from '#lib/urls.ts';
import { type Comparison, compareLines, type PublishedLines } from './compare-lines.ts';
import { fingerprintOf, hasHidden, type NormalLine, normalLines, turnsAround } from './normal-lines.ts';
import { frameWords } from './page-frame.ts';
import { type KnownSource, type TextCheck, textCheckLimits } from './text-check.ts';

/**
 * What may be said of a text somebody pasted: whether it is ours word for word, a part of ours, nearly ours with
 * the places that differ, or not known. Compared with words whose hash and signatures hold now, never with what
 * a table claims; the work does not grow with the number of articles.
 */
export async function checkText(portal: PortalId, text: string): Promise<TextCheck> {
  if (text.length > textCheckLimits.letters) return { kind: 'too_long' };
  const pasted = normalLines(text);
  if (pasted.flat().length < textCheckLimits.words) return { kind: 'empty' };
  const found: Found[] = [];
  for (const candidate of await candidatesFor(portal, text, pasted)) {
    const compared = await compareWith(portal, candidate, pasted);
    if (compared !== undefined) found.push(compared);
    // Readers' pages and editors' saves go on between two comparisons.
    await breathe();
  }
  const [best] = found.sort((one, other) => weight(other) - weight(one));
  return best === undefined ? { kind: 'unknown' } : answerFor(best, text);
}

type Found = { comparison: Exclude<Comparison, { kind: 'other' }>; source: KnownSource };

/** The same words count before a part, a part before what differs; then what stands on the site now. */
function weight({ comparison, source }: Found): number {
  const likeness = comparison.kind === 'same' ? 30 : comparison.kind === 'part' ? 20 : 10 * comparison.alike;
  return likeness + { current: 2, superseded: 1, retracted: 0 }[source.kind];
}

function answerFor({ comparison, source }: Found, text: string): TextCheck {
  // What was retracted is not told again, not even word by word.
  const mayShow = source.kind !== 'retracted';
  const hidden = hasHidden(text);
  if (turnsAround(text)) {
    const runs = comparison.kind === 'different' && mayShow ? comparison.runs : [];
    return { kind: 'different', source, runs, isTurned: true };
  }
  switch (comparison.kind) {
    case 'same':
      return { kind: 'same', source, hasHidden: hidden };
    case 'part':
      return { kind: 'part', source, missing: mayShow ? comparison.missing : [], hasHidden: hidden };
    case 'different':
      return { kind: 'different', source, runs: mayShow ? comparison.runs : [], isTurned: false };
  }
}

/** Editions a text is compared with. */
const mostCandidates = 4;

/** Where a text may come from: by the code it bears, by its paragraphs, and else by its rarest words. */
async function candidatesFor(portal: PortalId, text: string, pasted: readonly NormalLine[]): Promise<EditionId[]> {
  const named = await byCodes(portal, text);
  const alike = await byParagraphs(portal, pasted);
  const known = [...new Set([...named, ...alike])];
  if (known.length > 0) return known.slice(0, mostCandidates);
  return (await byWords(portal, pasted)).slice(0, mostCandidates);
}

/** Codes in an address or as people read them aloud: `3f2a 9c1b 77d0 41ee`. */
const writtenCode = /\/cek\/([0-9a-f]{12,64})\b|\b([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})\b/g;

async function byCodes(portal: PortalId, text: string): Promise<EditionId[]> {
  const codes = [...text.matchAll(writtenCode)].map(([, code, spoken]) => code ?? (spoken ?? '').replaceAll(' ', ''));
  const wanted = [...new Set(codes)].slice(0, 3);
  if (wanted.length === 0) return [];
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        eq(articles.portalId, portal),
        oncePublic,
        or(...wanted.map((code) => like(editions.contentHash, `${code}%`))),
      ),
    )
    .limit(mostCandidates);
  return rows.map(({ id }) => id);
}

/** Lines that are looked for, and editions that one line leads to: boilerplate stands in thousands. */
const lookedFor = { lines: 200, editionsOfLine: 25 };

async function byParagraphs(portal: PortalId, pasted: readonly NormalLine[]): Promise<EditionId[]> {
  const prints = [...new Set(pasted.flatMap((line) => fingerprintOf(line) ?? []))].slice(0, lookedFor.lines);
  if (prints.length === 0) return [];
  const rows = await database().execute(sql`
    select e.id
    from (
      select hit.edition_id, count(*) as shared
      from unnest(${sql.param(prints)}::bigint[]) as wanted (fingerprint)
      cross join lateral (
        select p.edition_id from published_paragraphs p
        where p.fingerprint = wanted.fingerprint
        order by p.edition_id desc limit ${lookedFor.editionsOfLine}
      ) as hit
      group by hit.edition_id
    ) as found
    join editions e on e.id = found.edition_id
    join articles a on a.id = e.article_id and a.portal_id = ${portal}
    where e.published_at is not null and e.state in ('published', 'archived', 'superseded', 'retracted')
    order by found.shared desc, e.number desc, e.id desc
    limit ${mostCandidates}`);
  const ids = rows.map(({ id }) => String(id));
  const known = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(inArray(sql`${editions.id}::text`, ids.length === 0 ? [''] : ids));
  return ids.flatMap((id) => known.find((row) => row.id === id)?.id ?? []);
}

/** Words of which a question is made, out of a stretch of so many. */
const asked = { stretch: 40, words: 5, least: 5 };

/**
 * When no paragraph is as it was: the longest words of the beginning, the middle and the end, two sets of each, so
 * that one changed word spoils one question of six. Figures are the first that somebody changes.
 */
async function byWords(portal: PortalId, pasted: readonly NormalLine[]): Promise<EditionId[]> {
  const words = pasted.flat();
  const middle = Math.max(0, Math.floor((words.length - asked.stretch) / 2));
  const stretches = [0, middle, Math.max(0, words.length - asked.stretch)].map((from) =>
    words.slice(from, from + asked.stretch),
  );
  const ids = new Set<EditionId>();
  for (const stretch of stretches) {
    const long = folded(stretch.join(' '))
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= asked.least);
    const longest = [...new Set(long)].sort((one, other) => other.length - one.length).slice(0, asked.words * 2);
    for (const parity of [0, 1]) {
      const question = longest.filter((_, index) => index % 2 === parity);
      if (question.length < 3 || ids.size >= mostCandidates) continue;
      for (const id of await withWords(portal, question)) ids.add(id);
    }
  }
  return [...ids];
}

async function withWords(portal: PortalId, words: readonly string[]): Promise<EditionId[]> {
  const hits = database()
    .select({ articleId: searchEntries.articleId, at: searchEntries.at })
    .from(searchEntries)
    .where(
      and(
        eq(searchEntries.portalId, portal),
        sql`${searchEntries.words} @@ plainto_tsquery('simple', ${words.join(' ')})`,
      ),
    )
    .orderBy(desc(searchEntries.at))
    .limit(2)
    .as('hits');
  const rows = await database()
    .select({ id: editions.id })
    .from(hits)
    .innerJoin(editions, eq(editions.articleId, hits.articleId))
    .where(inArray(editions.state, ['published', 'archived']));
  return rows.map(({ id }) => id);
}

async function compareWith(portal: PortalId, id: EditionId, pasted: readonly NormalLine[]): Promise<Found | undefined> {
  const record = await readEdition(database(), id);
  if (record === undefined) return undefined;
  const source = await authenticityOf(portal, record);
  if (source.kind === 'unknown') return undefined;
  const comparison = compareLines(pasted, await linesAround(record));
  return comparison.kind === 'other' ? undefined : { comparison, source };
}

/** The words of an edition, and what our pages and copies put around them. */
async function linesAround(record: LiveRow & Parameters<typeof previewOfRecord>[0]): Promise<PublishedLines> {
  const { edition, article } = record;
  const [portal, { article: shown }, notes] = await Promise.all([
    portalById(article.portalId),
    previewOfRecord(record),
    notesAround(database(), [record]),
  ]);
  if (portal === null) throw new Error('An edition belongs to a portal.');
  const at = edition.publishedAt ?? shown.publishedAt;
  const first = article.firstPublishedAt ?? at;
  const isChanged = edition.number > 1 && edition.changeType !== 'minor';
  const told = {
    ...shown,
    ...{ publishedAt: at, firstPublishedAt: first, updatedAt: isChanged ? at : null },
    publicNotes: notes.get(article.id) ?? shown.publicNotes,
  };
  return {
    lines: linesOfEdition(edition),
    frame: normalLines(
      [
        // A copy names the address at which it was had; people reach a site by more than one name.
        ...originsOf(portal).map((origin) => articleText({ portal, origin }, told)),
        ...originsOf(portal).map((origin) => articleMarkdown({ portal, origin }, told)),
        ...originsOf(portal).map((origin) => absolute(origin, readerPath(shown))),
        ...frameWords(told, portal),
        ...Object.values(shown.linked).map(({ title }) => title),
        ...shown.related.map(({ title }) => title),
      ].join('\n'),
    ),
    dateline: normalLines(dateline(edition.datelinePlace, portal))[0] ?? [],
  };
}

/** Names of one site that its copies may bear. */
const mostOrigins = 5;

function originsOf(portal: PublicPortal): string[] {
  const { publicUrl } = config();
  const names = [canonicalHost(portal, publicUrl), publicUrl.hostname, ...portal.hosts].slice(0, mostOrigins);
  return [...new Set(names)].map((name) => {
    const url = new URL(publicUrl);
    url.hostname = name;
    return url.origin;
  });
}
