import { asc, eq } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { sections } from '#db/schema/index.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { PortalId, SectionId } from '#lib/ids.ts';
import { type ChangeDetail, changeDetail } from '#lib/record/changed-fields.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { sectionPath, slugify } from '#lib/urls.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { changedMeanwhile, holdPortal, requireAdmin, unlessTaken } from './administration.ts';

export type SectionRow = typeof sections.$inferSelect;

/** The sections of a portal in the order readers see them. */
export async function sectionsToAdminister(actor: Actor, portalId: PortalId): Promise<SectionRow[]> {
  requireAdmin(actor, portalId);
  return database()
    .select()
    .from(sections)
    .where(eq(sections.portalId, portalId))
    .orderBy(asc(sections.position), asc(sections.id));
}

/** The name under which the audit log keeps what became of a section. */
export const aboutSection = (sectionId: SectionId) => `section:${sectionId}`;

/** Adds a section at the end. Its address comes from the name unless one is given, and stays. */
export async function createSection(
  actor: Actor,
  input: AccountInput<'createSection'>,
): Promise<{ sectionId: SectionId }> {
  requireAdmin(actor, input.portalId);
  return transaction(async (tx) => {
    const slug = input.slug || slugify(input.name);
    await holdPortal(tx, input.portalId);
    const position = (await inOrder(tx, input.portalId)).length;
    const [row] = await unlessTaken(
      tx
        .insert(sections)
        .values({ ...input, slug, position })
        .returning({ id: sections.id }),
      () => slugTaken(slug),
    );
    if (row === undefined) throw new Error('The new section was not returned.');
    await readersSee(
      tx,
      actor,
      input.portalId,
      'create_section',
      row.id,
      changeDetail(aboutSection(row.id), null, { name: input.name, slug }),
    );
    return { sectionId: row.id };
  });
}

/**
 * Renames a section, opens or closes it. Its address stays.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function editSection(actor: Actor, input: AccountInput<'editSection'>): Promise<void> {
  return transaction(async (tx) => {
    const { sectionId, version, name, isActive } = input;
    const before = await sectionToChange(tx, actor, sectionId, version);
    await tx
      .update(sections)
      .set({ name, isActive, version: version + 1 })
      .where(eq(sections.id, sectionId));
    await readersSee(
      tx,
      actor,
      before.portalId,
      'edit_section',
      sectionId,
      changeDetail(aboutSection(sectionId), before, { name, isActive }),
    );
  });
}

/** Moves a section one place up or down among all of the portal; at the end of the row nothing happens. */
export function moveSection(actor: Actor, input: AccountInput<'moveSection'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId } = await sectionToChange(tx, actor, input.sectionId, input.version);
    const row = await inOrder(tx, portalId);
    const from = row.findIndex((section) => section.id === input.sectionId);
    const to = input.direction === 'up' ? from - 1 : from + 1;
    const [moved, neighbour] = [row[from], row[to]];
    if (moved === undefined || neighbour === undefined) return;
    row[from] = neighbour;
    row[to] = moved;
    for (const [position, section] of row.entries()) {
      if (section.position === position) continue;
      const version = section.version + 1;
      await tx.update(sections).set({ position, version }).where(eq(sections.id, section.id));
    }
    const detail = changeDetail(aboutSection(input.sectionId), { position: from + 1 }, { position: to + 1 });
    await readersSee(tx, actor, portalId, 'move_section', input.sectionId, detail);
  });
}

async function sectionToChange(
  tx: Transaction,
  actor: Actor,
  sectionId: SectionId,
  version: number,
): Promise<SectionRow> {
  const [found] = await tx.select().from(sections).where(eq(sections.id, sectionId));
  if (found === undefined) throw notFound('section');
  requireAdmin(actor, found.portalId);
  await holdPortal(tx, found.portalId);
  const now = (await inOrder(tx, found.portalId)).find((section) => section.id === sectionId);
  if (now?.version !== version) throw changedMeanwhile();
  return now;
}

/** All sections of the portal in the order readers see them; the caller holds the portal. */
function inOrder(tx: Transaction, portalId: PortalId): Promise<SectionRow[]> {
  return tx
    .select()
    .from(sections)
    .where(eq(sections.portalId, portalId))
    .orderBy(asc(sections.position), asc(sections.id));
}

async function readersSee(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  verb: EventVerb,
  sectionId: SectionId,
  detail: ChangeDetail,
): Promise<void> {
  await raiseGeneration(tx, portalId, [generationNames.site]);
  await recordEvent(tx, {
    portalId,
    actorId: actor.userId,
    actorRole: 'admin',
    verb,
    detail: { sectionId, ...detail },
  });
}

function slugTaken(slug: string): Error {
  const text = `Alamat ${sectionPath(slug)} sudah dipakai kanal lain. Tulis alamat lain.`;
  return invalid([{ field: 'slug', code: 'slug_taken', text }]);
}
