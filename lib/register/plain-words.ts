import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { plainWords } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { PlainWordId } from '#lib/ids.ts';
import { requireKeeper } from './register-access.ts';
import { changedMeanwhile, recordChange, unlessThere, written } from './register-change.ts';
import type { RegisterInput } from './register-input.ts';

const taken = 'Ungkapan ini sudah ada di daftar. Ubah padanannya di entri itu.';

/** Adds an expression that can be said more plainly, besides the list that comes along. */
export function addPlainWord(
  actor: Actor,
  { portalId, ...fields }: RegisterInput<'addPlainWord'>,
): Promise<{ plainWordId: PlainWordId }> {
  return transaction(async (tx) => {
    const role = requireKeeper(actor, portalId);
    const rows = tx
      .insert(plainWords)
      .values({ portalId, ...fields })
      .returning({ id: plainWords.id });
    const { id } = written(await unlessThere(rows, 'expression', taken));
    await recordChange(tx, { actor, role, portalId, verb: 'add_plain_word', detail: { plainWordId: id, ...fields } });
    return { plainWordId: id };
  });
}

/** Corrects an expression, what to say instead, or its note. */
export function editPlainWord(
  actor: Actor,
  { plainWordId, version, ...fields }: RegisterInput<'editPlainWord'>,
): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId } = await plainWordToChange(tx, actor, plainWordId, version);
    await unlessThere(
      tx
        .update(plainWords)
        .set({ ...fields, version: version + 1 })
        .where(eq(plainWords.id, plainWordId)),
      'expression',
      taken,
    );
    await recordChange(tx, { actor, role, portalId, verb: 'edit_plain_word', detail: { plainWordId, ...fields } });
  });
}

/** Takes an expression out of the portal's own list. */
export function removePlainWord(
  actor: Actor,
  { plainWordId, version }: RegisterInput<'removePlainWord'>,
): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId, expression } = await plainWordToChange(tx, actor, plainWordId, version);
    await tx.delete(plainWords).where(eq(plainWords.id, plainWordId));
    const detail = { plainWordId, expression };
    await recordChange(tx, { actor, role, portalId, verb: 'remove_plain_word', detail });
  });
}

async function plainWordToChange(tx: Transaction, actor: Actor, id: PlainWordId, version: number) {
  const [row] = await tx.select().from(plainWords).where(eq(plainWords.id, id)).for('update');
  if (row === undefined) throw notFound('plain word');
  const role = requireKeeper(actor, row.portalId);
  if (row.version !== version) throw changedMeanwhile();
  return { role, ...row };
}
