import { asc, eq } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { topics } from '#db/schema/index.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { PortalId, TopicId } from '#lib/ids.ts';
import { changeDetail } from '#lib/record/changed-fields.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { slugify, topicPath } from '#lib/urls.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { changedMeanwhile, holdPortal, requireAdmin, unlessTaken } from './administration.ts';

export type TopicRow = typeof topics.$inferSelect;

/** The topics of a portal by name. */
export async function topicsToAdminister(actor: Actor, portalId: PortalId): Promise<TopicRow[]> {
  requireAdmin(actor, portalId);
  return database()
    .select()
    .from(topics)
    .where(eq(topics.portalId, portalId))
    .orderBy(asc(topics.name), asc(topics.id));
}

/** The name under which the audit log keeps what became of a topic. */
export const aboutTopic = (topicId: TopicId) => `topic:${topicId}`;

/** Adds a topic. Its address comes from the name unless one is given, and stays. */
export async function createTopic(actor: Actor, input: AccountInput<'createTopic'>): Promise<{ topicId: TopicId }> {
  requireAdmin(actor, input.portalId);
  return transaction(async (tx) => {
    const slug = input.slug || slugify(input.name);
    await holdPortal(tx, input.portalId);
    const [row] = await unlessTaken(
      tx
        .insert(topics)
        .values({ ...input, slug })
        .returning({ id: topics.id }),
      () => slugTaken(slug),
    );
    if (row === undefined) throw new Error('The new topic was not returned.');
    const detail = changeDetail(aboutTopic(row.id), null, { name: input.name, slug });
    await readersSee(tx, actor, input.portalId, 'create_topic', { topicId: row.id, ...detail });
    return { topicId: row.id };
  });
}

/**
 * Renames a topic. Its address stays.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function renameTopic(actor: Actor, input: AccountInput<'renameTopic'>): Promise<void> {
  return transaction(async (tx) => {
    const { topicId, version, name } = input;
    const [found] = await tx.select().from(topics).where(eq(topics.id, topicId));
    if (found === undefined) throw notFound('topic');
    requireAdmin(actor, found.portalId);
    await holdPortal(tx, found.portalId);
    const [before] = await tx.select().from(topics).where(eq(topics.id, topicId));
    if (before?.version !== version) throw changedMeanwhile();
    await tx
      .update(topics)
      .set({ name, version: version + 1 })
      .where(eq(topics.id, topicId));
    const detail = changeDetail(aboutTopic(topicId), before, { name });
    await readersSee(tx, actor, before.portalId, 'rename_topic', { topicId, ...detail });
  });
}

async function readersSee(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  verb: EventVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  await raiseGeneration(tx, portalId, [generationNames.site]);
  await recordEvent(tx, { portalId, actorId: actor.userId, actorRole: 'admin', verb, detail });
}

function slugTaken(slug: string): Error {
  const text = `Alamat ${topicPath(slug)} sudah dipakai topik lain. Tulis alamat lain.`;
  return invalid([{ field: 'slug', code: 'slug_taken', text }]);
}
