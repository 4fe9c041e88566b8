import { and, asc, count, eq, max } from 'drizzle-orm';
import { database, sqlState, type Transaction, transaction } from '#db/client.ts';
import { savedViews } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { SavedViewId } from '#lib/ids.ts';
import { type DeskInputOf, mostViews } from './desk-inputs.ts';
import { filtersOfQuery, queryOf } from './queue-filters.ts';

/** A person's own choice of filters, under a name. */
export type SavedView = { id: SavedViewId; name: string; query: string; isDefault: boolean };

/** The views of this person, in the order in which they were kept. Nobody else sees or changes them. */
export function savedViewsOf(actor: Actor): Promise<SavedView[]> {
  return database()
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      isDefault: savedViews.isDefault,
    })
    .from(savedViews)
    .where(eq(savedViews.userId, actor.userId))
    .orderBy(asc(savedViews.position), asc(savedViews.id));
}

/**
 * Keeps the filters of an address under a name.
 *
 * @throws invalid for a name that is taken, and when there are too many
 */
export function saveView(actor: Actor, input: DeskInputOf<'saveView'>): Promise<SavedViewId> {
  return withFreeName(() =>
    transaction(async (tx) => {
      const { userId } = await actorNow(tx, actor);
      const [held] = await tx
        .select({ views: count(), last: max(savedViews.position) })
        .from(savedViews)
        .where(eq(savedViews.userId, userId));
      if ((held?.views ?? 0) >= mostViews) {
        throw invalid([
          {
            field: 'name',
            code: 'too_many_views',
            text: `Anda sudah menyimpan ${mostViews} tampilan. Hapus satu yang tidak terpakai lebih dulu.`,
          },
        ]);
      }
      if (input.isDefault) await forgetDefault(tx, actor);
      const [row] = await tx
        .insert(savedViews)
        .values({
          userId,
          name: input.name,
          // Read and written anew, so that only what the queue knows is kept.
          query: queryOf(filtersOfQuery(input.query)),
          position: (held?.last ?? -1) + 1,
          isDefault: input.isDefault,
        })
        .returning({ id: savedViews.id });
      if (row === undefined) throw new Error('A view was not kept.');
      return row.id;
    }),
  );
}

export function renameView(actor: Actor, { viewId, name }: DeskInputOf<'renameView'>): Promise<void> {
  return withFreeName(() =>
    transaction(async (tx) => {
      const renamed = await tx
        .update(savedViews)
        .set({ name })
        .where(own(actor, viewId))
        .returning({ id: savedViews.id });
      if (renamed.length === 0) throw notFound('view');
    }),
  );
}

export async function removeView(actor: Actor, { viewId }: DeskInputOf<'removeView'>): Promise<void> {
  const removed = await database().delete(savedViews).where(own(actor, viewId)).returning({ id: savedViews.id });
  if (removed.length === 0) throw notFound('view');
}

/** Makes one view what the queue opens with; null makes it open whole again. */
export function chooseView(actor: Actor, { viewId }: DeskInputOf<'chooseView'>): Promise<void> {
  return transaction(async (tx) => {
    await forgetDefault(tx, actor);
    if (viewId === null) return;
    const chosen = await tx
      .update(savedViews)
      .set({ isDefault: true })
      .where(own(actor, viewId))
      .returning({ id: savedViews.id });
    if (chosen.length === 0) throw notFound('view');
  });
}

const own = (actor: Actor, viewId: SavedViewId) => and(eq(savedViews.userId, actor.userId), eq(savedViews.id, viewId));

async function forgetDefault(tx: Transaction, actor: Actor): Promise<void> {
  await tx
    .update(savedViews)
    .set({ isDefault: false })
    .where(and(eq(savedViews.userId, actor.userId), eq(savedViews.isDefault, true)));
}

async function withFreeName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw invalid([{ field: 'name', code: 'name_taken', text: 'Anda sudah punya tampilan dengan nama ini.' }]);
  }
}
