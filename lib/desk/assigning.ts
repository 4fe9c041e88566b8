import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import type { Priority } from '#db/schema/enums.ts';
import { editions } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed } from '#lib/errors.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { requireNamed } from '#lib/newsroom/confidence-policy.ts';
import { deskEditorIds } from '#lib/newsroom/desk-editors.ts';
import { assignmentRefusal, isUnderWay } from '#lib/newsroom/desk-policy.ts';
import type { EditionRecord } from '#lib/newsroom/edition-record.ts';
import { stateLabels } from '#lib/newsroom/labels.ts';
import { signingRole } from '#lib/newsroom/policy.ts';
import { openEdition } from '#lib/newsroom/transition.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';

/**
 * Who sees to an item of the queue, by when and how soon. None of it raises the edition's version: whoever
 * types in it meanwhile is not disturbed. What is compared instead is who it was assigned to.
 */

/** The item, and who it was assigned to when the person decided. */
export type Assigned = { editionId: EditionId; seenAssigneeId: UserId | null };

export type AssignInput = Assigned & {
  assigneeId: UserId;
  dueAt: Date | null;
  /** Undefined leaves it as it is. */
  priority?: Priority | undefined;
  note: string;
};

/**
 * Gives an item to an editor of the portal, with a date, a priority and a note where they are wanted.
 *
 * @throws not_found, not_allowed for anyone but editors, conflict when it left the queue or was
 * assigned to somebody else meanwhile, invalid for somebody who is no editor here
 */
export function assign(actor: Actor, input: AssignInput): Promise<void> {
  return arrange(actor, input.editionId, async ({ tx, record, asked }) => {
    const { edition, article } = record;
    refuseUnlessSeen(edition.assignedTo, input.seenAssigneeId);
    requireNamed(record.facts, input.assigneeId);
    if (!(await deskEditorIds(tx, article.portalId)).includes(input.assigneeId)) {
      throw invalid([{ field: 'assigneeId', code: 'editor_unknown', text: 'Pilih redaktur portal ini.' }]);
    }
    const at = now();
    const priority = input.priority ?? edition.priority;
    await tx
      .update(editions)
      .set({
        ...{ assignedTo: input.assigneeId, assignedBy: asked.userId, assignedAt: at },
        ...{ dueAt: input.dueAt, priority },
      })
      .where(eq(editions.id, edition.id));
    return {
      verb: 'assign',
      subjectId: input.assigneeId,
      detail: {
        dueAt: input.dueAt?.toISOString() ?? null,
        priority,
        ...(input.note === '' ? {} : { note: input.note }),
      },
    };
  });
}

/** Takes an item from whoever it was assigned to; its date goes with the assignment. */
export function unassign(actor: Actor, input: Assigned): Promise<void> {
  return arrange(actor, input.editionId, async ({ tx, record }) => {
    const { edition } = record;
    refuseUnlessSeen(edition.assignedTo, input.seenAssigneeId);
    if (edition.assignedTo === null) throw conflict('Naskah ini memang belum ditugaskan kepada siapa pun.');
    await tx
      .update(editions)
      .set({ assignedTo: null, assignedBy: null, assignedAt: null, dueAt: null })
      .where(eq(editions.id, edition.id));
    return { verb: 'unassign', subjectId: edition.assignedTo, detail: {} };
  });
}

/** Says how soon an item should be seen to. Saying what stands already changes and records nothing. */
export function setPriority(actor: Actor, input: { editionId: EditionId; priority: Priority }): Promise<void> {
  return arrange(actor, input.editionId, async ({ tx, record }) => {
    const before = record.edition.priority;
    if (before === input.priority) return undefined;
    await tx.update(editions).set({ priority: input.priority }).where(eq(editions.id, input.editionId));
    return { verb: 'set_priority', detail: { before, after: input.priority } };
  });
}

type Arranging = { tx: Transaction; record: EditionRecord; asked: Actor };
type Arranged = { verb: EventVerb; subjectId?: UserId; detail: Record<string, unknown> };

function arrange(
  actor: Actor,
  editionId: EditionId,
  change: (arranging: Arranging) => Promise<Arranged | undefined>,
): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const record = await openEdition(tx, editionId, asked);
    const { article, facts } = record;
    const refusal = assignmentRefusal(asked, facts);
    if (refusal) throw notAllowed(refusal.text);
    if (!isUnderWay(facts)) {
      throw conflict(`Naskah ini sekarang berstatus “${stateLabels[facts.state]}” dan tidak lagi ada di antrean.`);
    }
    const done = await change({ tx, record, asked });
    if (done === undefined) return;
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: asked.userId,
      actorRole: signingRole(asked, 'claim', facts),
      articleId: article.id,
      editionId,
      agencyId: article.agencyId,
      ...done,
    });
  });
}

function refuseUnlessSeen(assigned: UserId | null, seen: UserId | null): void {
  if (assigned === seen) return;
  throw conflict('Penugasan naskah ini baru saja diubah orang lain. Muat ulang, lalu ulangi bila masih perlu.');
}
