import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { agencies, portals } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { dateFormat } from '#lib/date-format.ts';
import { notAllowed, notFound } from '#lib/errors.ts';
import type { AgencyId, ArticleId, PortalId } from '#lib/ids.ts';
import { emptyWords, type Words } from './article-input.ts';
import { type Begun, beginWith } from './drafting.ts';
import { currentEditionId, type EditionRecord, readEdition, wordsOf } from './edition-record.ts';
import { isWriter, maySee } from './policy.ts';
import { liveRowsOf } from './public.ts';
import { linkedWords } from './reader-lines.ts';
import { eventLead, eventOutline } from './templates.ts';

/**
 * Begins an article about an event of the agenda: its title, day, place and regency are there, and
 * the event is named in the text and beneath it.
 *
 * @throws not_found for an event readers cannot see, or an agency the actor does not write for
 */
export function draftFromEvent(actor: Actor, input: { agencyId: AgencyId; eventId: ArticleId }): Promise<Begun> {
  return transaction(async (tx) => {
    const [event] = await liveRowsOf(tx, [input.eventId]);
    if (event === undefined || event.edition.kind !== 'agenda_event' || event.article.slug === null)
      throw notFound('event');
    const { id, slug, portalId } = event.article;
    const { kind, title, details, datelinePlace, regencyCodes, sectionId, topicIds } = event.edition;
    const timeZone = await timeZoneOf(tx, portalId);
    const { when, venue = '' } = linkedWords({ kind, slug, title, details }, timeZone);
    const words: Words = {
      ...emptyWords(),
      ...{ title, datelinePlace, regencyCodes, sectionId, topicIds, relatedIds: [id] },
      lead: eventLead(venue),
      eventDate: details.startsAt === undefined ? null : dayOf(new Date(details.startsAt), timeZone),
      body: eventOutline({
        type: 'agendaEvent',
        attrs: { articleId: id, title, ...(when !== undefined && { when }), ...(venue !== '' && { venue }) },
      }),
    };
    if ((await portalOfAgency(tx, input.agencyId)) !== portalId) throw notFound('agency');
    return beginWith(tx, actor, { agencyId: input.agencyId, words, detail: { event: id } });
  });
}

/**
 * Begins an article with the words of another one the actor writes. What belongs to that
 * publication alone stays behind: its note, its embargo, the day of its event.
 *
 * @throws not_found for an article the actor may not see; not_allowed for one of another agency, and
 * for a confidential one, whose copy the whole agency would read
 */
export function copyArticle(actor: Actor, input: { articleId: ArticleId }): Promise<Begun> {
  return transaction(async (tx) => {
    const { article, facts, edition } = await seenRecord(tx, actor, input.articleId);
    if (article.isConfidential)
      throw notAllowed('Naskah rahasia tidak dapat disalin: salinannya akan terbaca oleh seluruh perangkat daerah.');
    if (!isWriter(actor, facts) || edition.purgedAt !== null)
      throw notAllowed('Hanya penulis naskah ini yang dapat menyalinnya sebagai naskah baru.');
    const { embargoUntil: _embargo, ...details } = edition.details;
    const words: Words = { ...wordsOf(edition), details, publicNote: '', eventDate: null };
    return beginWith(tx, actor, { agencyId: article.agencyId, words, detail: { copiedFrom: article.id } });
  });
}

async function seenRecord(tx: Transaction, actor: Actor, id: ArticleId): Promise<EditionRecord> {
  const current = await currentEditionId(tx, id);
  const record = current === undefined ? undefined : await readEdition(tx, current);
  if (record === undefined || !maySee(actor, record.facts)) throw notFound('article');
  return record;
}

async function portalOfAgency(tx: Transaction, id: AgencyId): Promise<PortalId | undefined> {
  const [agency] = await tx.select({ portalId: agencies.portalId }).from(agencies).where(eq(agencies.id, id));
  return agency?.portalId;
}

async function timeZoneOf(tx: Transaction, portal: PortalId): Promise<string> {
  const [row] = await tx.select({ timeZone: portals.timeZone }).from(portals).where(eq(portals.id, portal));
  return row?.timeZone ?? 'UTC';
}

/** The day of a moment where the portal is, as `2026-01-14`. */
function dayOf(at: Date, timeZone: string): string {
  return dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
