import { transaction } from '#db/client.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { isManagingEditor, mayWrite, signingRole } from './policy.ts';
import { keepSeat, seatIn } from './presence.ts';
import { askedFor, kept, mayTakeTurn, type Seat, seatOf } from './seat.ts';
import { openEdition } from './transition.ts';

export type TurnTarget = { editionId: EditionId };

/** Asks whoever writes for the turn. Asking is not recorded; taking and giving are. */
export function askForTurn(actor: Actor, target: TurnTarget): Promise<void> {
  return changeSeat(actor, target, (seat, at) => ({ seat: askedFor(seat, actor.userId, at) }));
}

/** The holder goes on writing. */
export function keepTurn(actor: Actor, target: TurnTarget): Promise<void> {
  return changeSeat(actor, target, (seat) => {
    refuseUnlessHolder(seat, actor.userId);
    return { seat: kept(seat) };
  });
}

/** The holder gives the turn to whoever asked for it. */
export function giveTurn(actor: Actor, target: TurnTarget): Promise<void> {
  return changeSeat(actor, target, (seat, at) => {
    refuseUnlessHolder(seat, actor.userId);
    if (seat.askedBy === null) throw conflict('Permintaan giliran itu sudah tidak ada.');
    return { seat: seatOf(seat.askedBy, at), event: { verb: 'give_turn', subjectId: seat.askedBy } };
  });
}

/**
 * Takes the turn: from somebody who has gone or rests; a managing editor who writes here from anybody.
 *
 * @throws not_allowed while the holder writes
 */
export function takeTurn(actor: Actor, target: TurnTarget): Promise<void> {
  return changeSeat(actor, target, (seat, at, isManaging) => {
    if (seat.holderId === actor.userId) return { seat };
    if (!mayTakeTurn(seat, { userId: actor.userId, isManagingEditor: isManaging }, at)) {
      throw notAllowed('Naskah ini sedang ditulis. Mintalah giliran, atau tunggu sampai penulisnya berhenti 2 menit.');
    }
    return { seat: seatOf(actor.userId, at), event: { verb: 'take_turn', subjectId: seat.holderId } };
  });
}

type Change = { seat: Seat; event?: { verb: 'give_turn' | 'take_turn'; subjectId: UserId } };

function changeSeat(
  actor: Actor,
  { editionId }: TurnTarget,
  change: (seat: Seat, at: Date, isManagingEditor: boolean) => Change,
): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { facts, article } = await openEdition(tx, editionId, asked);
    if (facts.state === 'in_editing') {
      throw conflict('Naskah ini sekarang disunting redaktur. Muat ulang halaman ini.');
    }
    if (!mayWrite(asked, facts)) throw notAllowed('Hanya penulis naskah ini yang dapat melakukannya.');
    const at = now();
    const seat = (await seatIn(tx, editionId, true)) ?? seatOf(asked.userId, at);
    const changed = change(seat, at, isManagingEditor(asked, article.portalId));
    await keepSeat(tx, editionId, changed.seat);
    if (changed.event === undefined) return;
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: asked.userId,
      actorRole: signingRole(asked, 'edit', facts),
      articleId: article.id,
      editionId,
      agencyId: article.agencyId,
      ...changed.event,
    });
  });
}

function refuseUnlessHolder(seat: Seat, userId: UserId): void {
  if (seat.holderId !== userId) throw conflict('Giliran menulis sudah tidak pada Anda.');
}
