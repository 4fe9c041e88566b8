import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import { handovers, memberships, portals, users } from '#db/schema/index.ts';
import { type Actor, actorNow, loadActor } from '#lib/accounts/actor.ts';
import { acceptingPortals, administeredPortals } from '#lib/accounts/administration.ts';
import { openAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { conflict, domainErrorCode, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { HandoverId, PortalId, UserId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { type HandoverInput, type HandTicked, handTicked } from './handover-input.ts';
import { type Between, type HandoverLine, handoverLines } from './handover-lines.ts';

/** Begins the handover of an account: an admin or managing editor, for somebody of their portal. */
export function beginHandover(
  actor: Actor,
  { portalId, fromUserId, toUserId, reason }: HandoverInput<'begin'>,
): Promise<{ handoverId: HandoverId }> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    if (!acceptingPortals(asked).includes(portalId)) throw notFound('administration');
    if (fromUserId === asked.userId) throw notAllowed('Akun Anda sendiri diserahterimakan oleh orang lain.');
    if (toUserId === fromUserId) throw wrong('toUserId', 'Penerus harus orang lain.');
    await requireMember(tx, portalId, fromUserId, 'fromUserId');
    if (toUserId !== null) await requireMember(tx, portalId, toUserId, 'toUserId');
    await tx.select({ id: users.id }).from(users).where(eq(users.id, fromUserId)).for('no key update');
    const [open] = await tx
      .select({ id: handovers.id })
      .from(handovers)
      .where(and(eq(handovers.fromUserId, fromUserId), eq(handovers.portalId, portalId), isNull(handovers.finishedAt)));
    if (open !== undefined) throw conflict('Serah terima akun ini sudah dimulai. Buka dari daftar.');
    const [row] = await tx
      .insert(handovers)
      .values({ portalId, fromUserId, toUserId, reason, begunBy: asked.userId, begunAt: now() })
      .returning({ id: handovers.id });
    if (row === undefined) throw new Error('The new handover was not returned.');
    await tell(tx, asked, { portalId, fromUserId }, 'begin_handover', { handoverId: row.id, toUserId, reason });
    return { handoverId: row.id };
  });
}

/** Ticks what no row can tell. */
export function tickHandover(actor: Actor, input: HandoverInput<'tick'>): Promise<void> {
  return transaction(async (tx) => {
    const { row } = await openHandover(tx, await actorNow(tx, actor), input.handoverId, input.version);
    const ticked = handTickedNames.filter((name) => input[name]);
    await tx
      .update(handovers)
      .set({ ticked, version: row.version + 1 })
      .where(eq(handovers.id, row.id));
  });
}

/**
 * Ends a handover: when nothing is left and all is ticked, or with the reason why something stays.
 *
 * @throws invalid without a reason while something is left
 */
export function finishHandover(actor: Actor, input: HandoverInput<'finish'>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { row, between } = await openHandover(tx, asked, input.handoverId, input.version);
    const lines = await handoverLines(tx, asked, between);
    const unticked = handTickedNames.filter((name) => !row.ticked.includes(name));
    const left = lines.length + unticked.length;
    if (left > 0 && input.reason.length < 10) {
      throw wrong('reason', `Masih ada ${left} hal yang belum selesai. Selesaikan, atau tulis mengapa tetap ditutup.`);
    }
    const at = now();
    await tx
      .update(handovers)
      .set({ finishedAt: at, finishedBy: asked.userId, version: row.version + 1 })
      .where(eq(handovers.id, row.id));
    await tell(tx, asked, row, 'finish_handover', {
      handoverId: row.id,
      left: lines.map((line) => line.key),
      unticked,
      ...(input.reason === '' ? {} : { reason: input.reason }),
    });
  });
}

const handTickedNames: readonly HandTicked[] = ['device', 'mailbox', 'briefing'];

type Row = typeof handovers.$inferSelect;

/**
 * A handover under way, for who may settle it; its row is held until the transaction ends.
 *
 * @throws not_found outside one's portals, conflict once it is finished or was changed meanwhile
 */
export async function openHandover(
  tx: Transaction,
  actor: Actor,
  id: HandoverId,
  seenVersion?: number,
): Promise<{ row: Row; between: Between }> {
  const [row] = await tx.select().from(handovers).where(eq(handovers.id, id)).for('update');
  if (row === undefined || !acceptingPortals(actor).includes(row.portalId)) throw notFound('handover');
  if (row.finishedAt !== null) throw conflict('Serah terima ini sudah selesai. Muat ulang halaman.');
  if (seenVersion !== undefined && seenVersion !== row.version) {
    throw conflict('Serah terima ini baru saja diubah orang lain. Muat ulang, lalu ulangi.');
  }
  return { row, between: await betweenOf(tx, row) };
}

async function betweenOf(queryable: Queryable, row: Row): Promise<Between> {
  return {
    portalId: row.portalId,
    from: row.fromUserId,
    to: row.toUserId === null ? null : await personOrNull(queryable, row.toUserId),
  };
}

async function personOrNull(queryable: Queryable, id: UserId): Promise<Actor | null> {
  try {
    return await loadActor(id, queryable);
  } catch (error) {
    if (domainErrorCode(error) === 'not_found') return null;
    throw error;
  }
}

async function requireMember(tx: Transaction, portalId: PortalId, userId: UserId, field: string): Promise<void> {
  const [member] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.portalId, portalId), openAt(now())))
    .limit(1);
  if (member === undefined) throw wrong(field, 'Orang ini tidak memegang peran di portal ini.');
}

/** One handover as its page shows it. */
export type HandoverView = {
  handoverId: HandoverId;
  version: number;
  fromUserId: UserId;
  from: string;
  to: string | null;
  reason: string;
  begunBy: string;
  begunAt: Date;
  finished: { by: string; at: Date } | null;
  timeZone: string;
  lines: HandoverLine[];
  ticks: { name: HandTicked; label: string; isTicked: boolean }[];
};

/** @throws not_found for who is neither admin nor managing editor of its portal */
export async function handoverForActor(actor: Actor, id: HandoverId): Promise<HandoverView> {
  const [found] = await handoverRows(and(eq(handovers.id, id), ofPortals(actor)));
  if (found === undefined) throw notFound('handover');
  const { row, from, to, begunBy, finishedBy, timeZone } = found;
  const between = await betweenOf(database(), row);
  return {
    ...{ handoverId: row.id, version: row.version, fromUserId: row.fromUserId, from, to, reason: row.reason },
    ...{ begunBy, begunAt: row.begunAt, timeZone },
    finished: row.finishedAt === null ? null : { by: finishedBy ?? 'sistem', at: row.finishedAt },
    lines: row.finishedAt === null ? await handoverLines(database(), actor, between) : [],
    ticks: handTickedNames.map((name) => ({ name, label: handTicked[name], isTicked: row.ticked.includes(name) })),
  };
}

/** A line of the list of handovers. */
export type HandoverEntry = {
  handoverId: HandoverId;
  from: string;
  to: string | null;
  begunAt: Date;
  finishedAt: Date | null;
  timeZone: string;
};

/** The handovers of the actor's portals, those under way first; for everyone but admins and managing editors not found. */
export async function handoversToSee(actor: Actor): Promise<HandoverEntry[]> {
  if (acceptingPortals(actor).length === 0) throw notFound('administration');
  const rows = await handoverRows(ofPortals(actor));
  const entries = rows.map(({ row, from, to, timeZone }) => ({
    ...{ handoverId: row.id, from, to, begunAt: row.begunAt, finishedAt: row.finishedAt, timeZone },
  }));
  return [...entries.filter((one) => one.finishedAt === null), ...entries.filter((one) => one.finishedAt !== null)];
}

const ofPortals = (actor: Actor) => {
  const portalIds = acceptingPortals(actor);
  return portalIds.length === 0 ? undefined : inArray(handovers.portalId, portalIds);
};

function handoverRows(where: ReturnType<typeof and>) {
  const from = alias(users, 'from_users');
  const to = alias(users, 'to_users');
  const beginner = alias(users, 'beginners');
  const finisher = alias(users, 'finishers');
  return database()
    .select({
      row: handovers,
      from: from.name,
      to: to.name,
      begunBy: beginner.name,
      finishedBy: finisher.name,
      timeZone: portals.timeZone,
    })
    .from(handovers)
    .innerJoin(from, eq(from.id, handovers.fromUserId))
    .leftJoin(to, eq(to.id, handovers.toUserId))
    .innerJoin(beginner, eq(beginner.id, handovers.begunBy))
    .leftJoin(finisher, eq(finisher.id, handovers.finishedBy))
    .innerJoin(portals, eq(portals.id, handovers.portalId))
    .where(where)
    .orderBy(desc(handovers.begunAt))
    .limit(200);
}

/** Tells the audit log of a step of a handover. */
export function tell(
  tx: Transaction,
  actor: Actor,
  { portalId, fromUserId }: Pick<Row, 'portalId' | 'fromUserId'>,
  verb: EventVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  const actorRole = administeredPortals(actor).includes(portalId) ? 'admin' : 'managing_editor';
  return recordEvent(tx, { portalId, actorId: actor.userId, actorRole, verb, subjectId: fromUserId, detail });
}

function wrong(field: string, text: string): Error {
  return invalid([{ field, code: 'handover_wrong', text }]);
}
