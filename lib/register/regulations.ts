import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { regulations } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { RegulationId } from '#lib/ids.ts';
import { requireKeeper } from './register-access.ts';
import { changedMeanwhile, recordChange, unlessThere, written } from './register-change.ts';
import type { RegisterInput } from './register-input.ts';

const taken = 'Peraturan dengan jenis, nomor, dan tahun ini sudah ada di daftar. Ubah entri itu.';

/** Adds a regulation; unless somebody has seen its text it stands as belum terverifikasi. */
export function addRegulation(
  actor: Actor,
  { portalId, ...fields }: RegisterInput<'addRegulation'>,
): Promise<{ regulationId: RegulationId }> {
  return transaction(async (tx) => {
    const role = requireKeeper(actor, portalId);
    const rows = tx
      .insert(regulations)
      .values({ portalId, ...fields })
      .returning({ id: regulations.id });
    const { id } = written(await unlessThere(rows, 'number', taken));
    await recordChange(tx, { actor, role, portalId, verb: 'add_regulation', detail: { regulationId: id, ...fields } });
    return { regulationId: id };
  });
}

/** Corrects a regulation, or marks it as verified. */
export function editRegulation(
  actor: Actor,
  { regulationId, version, ...fields }: RegisterInput<'editRegulation'>,
): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId } = await regulationToChange(tx, actor, regulationId, version);
    await unlessThere(
      tx
        .update(regulations)
        .set({ ...fields, version: version + 1 })
        .where(eq(regulations.id, regulationId)),
      'number',
      taken,
    );
    await recordChange(tx, { actor, role, portalId, verb: 'edit_regulation', detail: { regulationId, ...fields } });
  });
}

/** Takes a regulation out of the register. */
export function removeRegulation(
  actor: Actor,
  { regulationId, version }: RegisterInput<'removeRegulation'>,
): Promise<void> {
  return transaction(async (tx) => {
    const { role, portalId, kind, number, year } = await regulationToChange(tx, actor, regulationId, version);
    await tx.delete(regulations).where(eq(regulations.id, regulationId));
    const detail = { regulationId, kind, number, year };
    await recordChange(tx, { actor, role, portalId, verb: 'remove_regulation', detail });
  });
}

async function regulationToChange(tx: Transaction, actor: Actor, id: RegulationId, version: number) {
  const [row] = await tx.select().from(regulations).where(eq(regulations.id, id)).for('update');
  if (row === undefined) throw notFound('regulation');
  const role = requireKeeper(actor, row.portalId);
  if (row.version !== version) throw changedMeanwhile();
  return { role, ...row };
}
