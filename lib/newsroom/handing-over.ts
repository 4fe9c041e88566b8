import { eq, sql } from 'drizzle-orm';
import { transaction } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { requireNamed } from './confidence-policy.ts';
import { deskEditorIds } from './desk-editors.ts';
import { handOverRefusal } from './desk-policy.ts';
import { keepRevision } from './history.ts';
import { stateLabels } from './labels.ts';
import { signingRole } from './policy.ts';
import { openEdition, type Target, type VerbResult } from './transition.ts';

export type HandOverInput = Target & { toId: UserId; note: string };

/**
 * Gives an edition somebody holds to another editor, who holds it from then on. Words of the former
 * holder that come too late are kept as theirs, as when it is taken over.
 *
 * @throws not_found, not_allowed for anyone but its holder, conflict when it is no longer held or has
 * changed meanwhile, invalid for somebody who is no editor of the portal
 */
export function handOver(actor: Actor, { editionId, version, toId, note }: HandOverInput): Promise<VerbResult> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const record = await openEdition(tx, editionId, asked);
    const { edition, article, facts } = record;
    if (edition.state !== 'in_editing') {
      throw conflict(
        `Naskah ini sekarang berstatus “${stateLabels[edition.state]}”. Muat ulang untuk melihat keadaan terbaru.`,
      );
    }
    const refusal = handOverRefusal(asked, facts);
    if (refusal) throw notAllowed(refusal.text);
    if (edition.version !== version) {
      throw conflict('Naskah ini baru saja diubah. Muat ulang, lalu serahkan lagi.');
    }
    const others = await deskEditorIds(tx, article.portalId, [asked.userId]);
    requireNamed(facts, toId);
    if (!others.includes(toId)) {
      throw invalid([{ field: 'toId', code: 'editor_unknown', text: 'Pilih redaktur lain yang menerimanya.' }]);
    }
    const at = now();
    const by = asked.userId;
    await tx
      .update(editions)
      .set({ claimedBy: toId, claimedAt: at, lastTypedAt: null, version: sql`${editions.version} + 1` })
      .where(eq(editions.id, editionId));
    const { words } = record;
    await keepRevision(tx, { editionId, words, contentHash: facts.currentHash, by, verb: 'hand_over', at });
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: by,
      actorRole: signingRole(asked, 'release', facts),
      verb: 'hand_over',
      articleId: article.id,
      editionId,
      agencyId: article.agencyId,
      subjectId: toId,
      detail: { contentHash: facts.currentHash, ...(note === '' ? {} : { note }) },
    });
    return { editionId, articleId: article.id, version: version + 1, state: edition.state };
  });
}
