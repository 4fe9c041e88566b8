import { and, eq, gt, inArray } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { frontSlots } from '#db/schema/enums.ts';
import { agencies, articles, editions, frontChoices, users } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import type { FrontCandidate, FrontPlace, NamedArticle } from './desk-shapes.ts';
import { byPublication } from './edition-record.ts';
import { frontPage, unchosenTop } from './front-page.ts';
import { newsKinds } from './listing.ts';
import { isEditor, isManagingEditor } from './policy.ts';
import { allPortals, isPublic } from './public.ts';
import type { PublicPortal } from './reader-shapes.ts';
import { liveTitles } from './related-titles.ts';
import { publicByTitle } from './title-search.ts';
import type { VerbInputOf } from './verb-inputs.ts';

/**
 * Puts an article at the top of the front page until a moment; it stands in one place only.
 *
 * @throws not_found for everyone but the desk of this portal; invalid for an article that is not
 * published there, and for a moment that has passed
 */
export function chooseFront(actor: Actor, input: VerbInputOf<'chooseFront'>): Promise<void> {
  const { portalId, slot, articleId, until } = input;
  return change(actor, portalId, async (tx, at) => {
    if (until <= at) throw invalid([{ field: 'until', code: 'past', text: 'Pilih waktu akhir yang akan datang.' }]);
    await requireCandidate(tx, portalId, articleId, at);
    await tx
      .delete(frontChoices)
      .where(and(eq(frontChoices.portalId, portalId), eq(frontChoices.articleId, articleId)));
    const choice = { articleId, until, chosenBy: actor.userId, chosenAt: at };
    await tx
      .insert(frontChoices)
      .values({ portalId, slot, ...choice })
      .onConflictDoUpdate({ target: [frontChoices.portalId, frontChoices.slot], set: choice });
    return { verb: 'choose_front', articleId, detail: { slot, until: until.toISOString() } };
  });
}

/** Gives a place back to freshness. A place nobody filled stays as it is, and nothing is recorded. */
export function clearFront(actor: Actor, { portalId, slot }: VerbInputOf<'clearFront'>): Promise<void> {
  return change(actor, portalId, async (tx) => {
    const [gone] = await tx
      .delete(frontChoices)
      .where(and(eq(frontChoices.portalId, portalId), eq(frontChoices.slot, slot)))
      .returning({ articleId: frontChoices.articleId });
    return gone && { verb: 'clear_front', articleId: gone.articleId, detail: { slot } };
  });
}

type Changed = { verb: EventVerb; articleId: ArticleId; detail: Record<string, unknown> } | undefined;

function change(
  actor: Actor,
  portalId: PortalId,
  work: (tx: Transaction, at: Date) => Promise<Changed>,
): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    requireDesk(asked, portalId);
    const changed = await work(tx, now());
    if (changed === undefined) return;
    await raiseGeneration(tx, portalId, [generationNames.front]);
    await recordEvent(tx, {
      portalId,
      actorId: asked.userId,
      actorRole: isManagingEditor(asked, portalId) ? 'managing_editor' : 'editor',
      ...changed,
    });
  });
}

/** For everyone else the front page's desk does not exist. */
function requireDesk(actor: Actor, portal: PortalId): void {
  if (!isEditor(actor, portal)) throw notFound('front_desk');
}

/** What may stand at the top of the front page while readers see it. */
const news = and(eq(editions.state, 'published'), inArray(editions.kind, [...newsKinds]));

async function requireCandidate(tx: Transaction, portal: PortalId, article: ArticleId, at: Date): Promise<void> {
  const [found] = await tx
    .select({ id: articles.id })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), isPublic(at), news, eq(articles.id, article)));
  if (found === undefined) {
    const text = 'Artikel ini tidak sedang terbit. Pilih artikel lain.';
    throw invalid([{ field: 'articleId', code: 'not_published', text }]);
  }
}

/**
 * The portals whose front page this person arranges, at least one.
 *
 * @throws not_found for everyone but editors
 */
export async function frontDeskPortals(actor: Actor): Promise<[PublicPortal, ...PublicPortal[]]> {
  const [first, ...others] = (await allPortals()).filter((portal) => isEditor(actor, portal.id));
  if (first === undefined) throw notFound('front_desk');
  return [first, ...others];
}

/** The places at the top of the front page as they stand now. */
export async function frontDesk(actor: Actor, portal: PortalId): Promise<FrontPlace[]> {
  requireDesk(actor, portal);
  const [{ lead, seconds }, unchosen, choices] = await Promise.all([
    frontPage(portal),
    unchosenTop(portal),
    database()
      .select({
        slot: frontChoices.slot,
        articleId: frontChoices.articleId,
        until: frontChoices.until,
        by: users.name,
      })
      .from(frontChoices)
      .innerJoin(users, eq(users.id, frontChoices.chosenBy))
      .where(and(eq(frontChoices.portalId, portal), gt(frontChoices.until, now()))),
  ]);
  const shown = [...(lead === null ? [] : [lead]), ...seconds];
  const titles = await liveTitles(
    portal,
    choices.map(({ articleId }) => articleId),
  );
  return frontSlots.map((slot, index) => {
    const choice = choices.find((one) => one.slot === slot);
    const place = named(shown[index]);
    return {
      slot,
      shown: place,
      unchosen: named(unchosen[index]),
      choice:
        choice === undefined
          ? null
          : {
              article: titles.find(({ id }) => id === choice.articleId) ?? { id: choice.articleId, title: '' },
              until: choice.until,
              by: choice.by,
              isShown: place?.id === choice.articleId,
            },
    };
  });
}

const named = (card: { articleId: ArticleId; title: string } | undefined): NamedArticle | null =>
  card === undefined ? null : { id: card.articleId, title: card.title };

const mostCandidates = 20;

/** Published articles whose title holds the text, newest first; all of them for an empty text. */
export async function frontCandidates(actor: Actor, portal: PortalId, text: string): Promise<FrontCandidate[]> {
  requireDesk(actor, portal);
  const found = await publicByTitle(portal, text.trim().slice(0, 100), { fits: news, limit: mostCandidates });
  if (found.length === 0) return [];
  return database()
    .select({
      id: articles.id,
      title: editions.title,
      agencyName: agencies.shortName,
      firstPublishedAt: articles.firstPublishedAt,
    })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(agencies, eq(agencies.id, articles.agencyId))
    .where(inArray(editions.id, found))
    .orderBy(byPublication);
}
