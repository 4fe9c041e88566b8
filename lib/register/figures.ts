import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { figures } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { FigureId } from '#lib/ids.ts';
import { requireKeeper } from './register-access.ts';
import { changedMeanwhile, recordChange, unlessThere, written } from './register-change.ts';
import type { RegisterInput } from './register-input.ts';

const taken = 'Angka dengan nama ini sudah ada di daftar. Ubah nilainya di entri itu.';

/** Adds a figure with the day it holds for and who counted. */
export function addFigure(
  actor: Actor,
  { portalId, ...fields }: RegisterInput<'addFigure'>,
): Promise<{ figureId: FigureId }> {
  return transaction(async (tx) => {
    const role = requireKeeper(actor, portalId);
    const rows = tx
      .insert(figures)
      .values({ portalId, ...fields })
      .returning({ id: figures.id });
    const { id } = written(await unlessThere(rows, 'label', taken));
    await recordChange(tx, { actor, role, portalId, verb: 'add_figure', detail: { figureId: id, ...fields } });
    return { figureId: id };
  });
}

/** Writes down a newer value, or corrects an entry; the log keeps the former value. */
export function editFigure(actor: Actor, { figureId, version, ...fields }: RegisterInput<'editFigure'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId, value, asOf } = await figureToChange(tx, actor, figureId, version);
    await unlessThere(
      tx
        .update(figures)
        .set({ ...fields, version: version + 1 })
        .where(eq(figures.id, figureId)),
      'label',
      taken,
    );
    const detail = { figureId, former: { value, asOf }, ...fields };
    await recordChange(tx, { actor, role, portalId, verb: 'edit_figure', detail });
  });
}

/** Takes a figure out of the register. */
export function removeFigure(actor: Actor, { figureId, version }: RegisterInput<'removeFigure'>): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId, label } = await figureToChange(tx, actor, figureId, version);
    await tx.delete(figures).where(eq(figures.id, figureId));
    await recordChange(tx, { actor, role, portalId, verb: 'remove_figure', detail: { figureId, label } });
  });
}

async function figureToChange(tx: Transaction, actor: Actor, id: FigureId, version: number) {
  const [row] = await tx.select().from(figures).where(eq(figures.id, id)).for('update');
  if (row === undefined) throw notFound('figure');
  const role = requireKeeper(actor, row.portalId);
  if (row.version !== version) throw changedMeanwhile();
  return { role, ...row };
}
