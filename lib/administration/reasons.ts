import { and, eq } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { returnReasons } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { changedMeanwhile, requireAdmin } from '#lib/accounts/administration.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { type ListedReason, listedReasons } from '#lib/newsroom/return-reasons.ts';
import { changeDetail } from '#lib/record/changed-fields.ts';
import type { AdministrationInput } from './administration-input.ts';
import { portalToChange, recordArranged } from './arrangement.ts';

/** The reasons of a portal in its order, those out of use too. */
export async function reasonsToAdminister(actor: Actor, portalId: PortalId): Promise<ListedReason[]> {
  requireAdmin(actor, portalId);
  return listedReasons(database(), portalId);
}

/** All reasons of a portal have one history. */
export const aboutReasons = (portalId: PortalId) => `reasons:${portalId}`;

/** Adds a reason of the portal's own at the end of the list. */
export function addReason(actor: Actor, input: AdministrationInput<'addReason'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, label } = input;
    await portalToChange(tx, actor, portalId);
    const listed = await listedReasons(tx, portalId);
    requireFreeLabel(listed, label);
    const code = codeOf(label, listed);
    await tx.insert(returnReasons).values({ portalId, code, label, position: listed.length });
    const detail = changeDetail(aboutReasons(portalId), {}, { [code]: { label, isActive: true } });
    await recordArranged(tx, actor, portalId, { verb: 'add_reason', detail });
  });
}

/**
 * Words a reason anew, takes it out of use or back into it. Notes written with it keep it, in its new words.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function editReason(actor: Actor, input: AdministrationInput<'editReason'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, code, version, label, isActive } = input;
    await portalToChange(tx, actor, portalId);
    const listed = await listedReasons(tx, portalId);
    const before = listed.find((reason) => reason.code === code);
    if (before === undefined) throw notFound('reason');
    if (before.version !== version) throw changedMeanwhile();
    const others = listed.filter((reason) => reason.code !== code);
    requireFreeLabel(others, label);
    if (!isActive && others.every((reason) => !reason.isActive)) {
      throw notAllowed(
        'Ini alasan terakhir yang dipakai. Pakai alasan lain lebih dulu, supaya naskah tetap bisa dikembalikan.',
      );
    }
    await keep(tx, portalId, { ...before, label, isActive });
    const detail = changeDetail(
      aboutReasons(portalId),
      { [code]: { label: before.label, isActive: before.isActive } },
      { [code]: { label, isActive } },
    );
    await recordArranged(tx, actor, portalId, { verb: 'edit_reason', detail });
  });
}

/** Moves a reason one place up or down; at the end of the list nothing happens. */
export function moveReason(actor: Actor, input: AdministrationInput<'moveReason'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, code, direction } = input;
    await portalToChange(tx, actor, portalId);
    const listed = await listedReasons(tx, portalId);
    const from = listed.findIndex((reason) => reason.code === code);
    if (from < 0) throw notFound('reason');
    const order = listed.map((reason) => reason.code);
    const to = direction === 'up' ? from - 1 : from + 1;
    const neighbour = order[to];
    if (neighbour === undefined) return;
    order[from] = neighbour;
    order[to] = code;
    await arrange(tx, actor, portalId, listed, order);
  });
}

/** Puts the reasons in this order again; those it does not name keep their place behind. */
export function orderReasons(actor: Actor, portalId: PortalId, codes: readonly string[]): Promise<void> {
  return transaction(async (tx) => {
    await portalToChange(tx, actor, portalId);
    const listed = await listedReasons(tx, portalId);
    const known = codes.filter((code) => listed.some((reason) => reason.code === code));
    const rest = listed.map((reason) => reason.code).filter((code) => !known.includes(code));
    await arrange(tx, actor, portalId, listed, [...known, ...rest]);
  });
}

async function arrange(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  listed: readonly ListedReason[],
  order: readonly string[],
): Promise<void> {
  for (const reason of listed) {
    const position = order.indexOf(reason.code);
    if (position !== reason.position) await keep(tx, portalId, { ...reason, position });
  }
  const former = listed.map((reason) => reason.code);
  const detail = changeDetail(aboutReasons(portalId), { order: former }, { order: [...order] });
  await recordArranged(tx, actor, portalId, { verb: 'move_reason', detail });
}

/** A built-in reason gets a row of its own with its first change. */
async function keep(
  tx: Transaction,
  portalId: PortalId,
  { code, label, position, isActive, version }: ListedReason,
): Promise<void> {
  const row = { label, position, isActive, version: version + 1 };
  if (version === 0) await tx.insert(returnReasons).values({ portalId, code, ...row });
  else {
    await tx
      .update(returnReasons)
      .set(row)
      .where(and(eq(returnReasons.portalId, portalId), eq(returnReasons.code, code)));
  }
}

function requireFreeLabel(listed: readonly ListedReason[], label: string): void {
  const same = listed.find((reason) => reason.label.toLowerCase() === label.toLowerCase());
  if (same === undefined) return;
  const text = same.isActive
    ? 'Alasan ini sudah ada di daftar.'
    : 'Alasan ini sudah ada di daftar, tetapi tidak dipakai. Pakai lagi alasan itu.';
  throw invalid([{ field: 'label', code: 'reason_listed', text }]);
}

/** A code from the words, as reports count it; it stays whatever the words become. */
function codeOf(label: string, listed: readonly ListedReason[]): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const base = `own_${words === '' ? 'reason' : words.slice(0, 40)}`;
  const isTaken = (code: string) => listed.some((reason) => reason.code === code);
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}_${number}`;
    if (!isTaken(code)) return code;
  }
}
