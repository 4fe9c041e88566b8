import { and, asc, eq, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import {
  agencies,
  figures,
  heldPosts,
  houseNames,
  plainWords,
  portals,
  regencies,
  registeredPeople,
  registerVersions,
  regulations,
} from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId, RegisteredPersonId } from '#lib/ids.ts';
import { emptyReference, type HeldPost, type Reference, type RegisteredPerson } from '#lib/language/reference.ts';
import { processWide } from '#lib/process-wide.ts';
import { isHeldOn, postName } from '#lib/register/post-text.ts';
import { dayIn } from '#lib/time-zone.ts';

/** Somebody who may be quoted, with the post they hold now; empty without one. */
export type Speaker = { name: string; post: string };

/**
 * What the checks compare a portal's texts with: its register, places and lists, and what day it is
 * there. The dictionary is empty. As long as nothing of it changes the same object is answered, so
 * that a checker keeps what it found.
 *
 * @param queryable the transaction that asks, which must not wait for a second connection
 * @throws not_found for a portal that is not there
 */
export async function referenceFor(
  portalId: PortalId,
  at: Date = now(),
  queryable: Queryable = database(),
): Promise<Reference> {
  const [state] = await queryable
    .select({
      timeZone: portals.timeZone,
      // Agencies, which admins change, raise the portal's own number.
      generation: portals.generation,
      register: registerVersions.version,
    })
    .from(portals)
    .leftJoin(registerVersions, eq(registerVersions.portalId, portals.id))
    .where(eq(portals.id, portalId));
  if (state === undefined) throw notFound('portal');
  const today = dayIn(at, state.timeZone);
  const key = `${state.register}/${state.generation}/${today}`;
  const kept = references().get(portalId);
  if (kept?.key === key) return kept.reference;
  const reference = await readReference(queryable, portalId, today);
  references().set(portalId, { key, reference });
  return reference;
}

/**
 * The same for a portal by its short name, as operators know it.
 *
 * @throws not_found for a portal that is not there
 */
export async function referenceOfPortal(slug: string): Promise<Reference> {
  const [portal] = await database().select({ id: portals.id }).from(portals).where(eq(portals.slug, slug));
  if (portal === undefined) throw notFound('portal');
  return referenceFor(portal.id);
}

/** Who may be quoted: everyone of the register, by name, once for each post they hold today. */
export async function speakersOf(portalId: PortalId, at: Date = now()): Promise<Speaker[]> {
  const { people, today } = await referenceFor(portalId, at);
  return people.flatMap(({ name, posts }) => {
    const held = posts.filter(({ from, until }) => isHeldOn({ fromDay: from, untilDay: until }, today));
    return held.length === 0 ? [{ name, post: '' }] : held.map((post) => ({ name, post: postName(post) }));
  });
}

/** A few portals, each with its last reference: made anew when the number it was made from has passed. */
function references() {
  return processWide('references', () => new Map<PortalId, { key: string; reference: Reference }>()).value;
}

async function readReference(db: Queryable, portalId: PortalId, today: string): Promise<Reference> {
  const [people, agencyRows, regulationRows, figureRows, placeRows, nameRows, wordRows] = await Promise.all([
    readPeople(db, portalId),
    db
      .select({ name: agencies.name, shortName: agencies.shortName })
      .from(agencies)
      .where(and(eq(agencies.portalId, portalId), eq(agencies.isActive, true)))
      .orderBy(asc(agencies.name)),
    db
      .select({
        kind: regulations.kind,
        number: regulations.number,
        year: regulations.year,
        subject: regulations.subject,
        isVerified: regulations.isVerified,
      })
      .from(regulations)
      .where(eq(regulations.portalId, portalId)),
    db
      .select({ label: figures.label, value: figures.value, asOf: figures.asOf, source: figures.source })
      .from(figures)
      .where(eq(figures.portalId, portalId)),
    db.select({ name: regencies.name }).from(regencies).where(eq(regencies.portalId, portalId)).orderBy(regencies.code),
    db
      .select({ word: houseNames.word })
      .from(houseNames)
      .where(and(eq(houseNames.portalId, portalId), eq(houseNames.state, 'approved'))),
    db
      .select({ expression: plainWords.expression, plain: plainWords.plain, note: plainWords.note })
      .from(plainWords)
      .where(eq(plainWords.portalId, portalId)),
  ]);
  return {
    ...emptyReference(today),
    people,
    agencies: agencyRows,
    regulations: regulationRows,
    figures: figureRows,
    places: placeRows.map((row) => row.name),
    houseNames: nameRows.map((row) => row.word),
    plainWords: wordRows,
  };
}

async function readPeople(db: Queryable, portalId: PortalId): Promise<RegisteredPerson[]> {
  const rows = await db
    .select({ id: registeredPeople.id, name: registeredPeople.name, post: heldPosts, agency: agencies.shortName })
    .from(registeredPeople)
    .leftJoin(heldPosts, eq(heldPosts.personId, registeredPeople.id))
    .leftJoin(agencies, eq(agencies.id, heldPosts.agencyId))
    .where(eq(registeredPeople.portalId, portalId))
    .orderBy(asc(sql`lower(${registeredPeople.name})`), asc(registeredPeople.id), asc(heldPosts.id));
  const people = new Map<RegisteredPersonId, { name: string; posts: HeldPost[] }>();
  for (const { id, name, post, agency } of rows) {
    const person = people.get(id) ?? { name, posts: [] };
    people.set(id, person);
    if (post === null) continue;
    const { title, isActing, fromDay, untilDay } = post;
    person.posts.push({ title, agency: agency ?? '', isActing, from: fromDay, until: untilDay });
  }
  return [...people.values()];
}
