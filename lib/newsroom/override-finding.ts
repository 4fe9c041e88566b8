import { transaction } from '#db/client.ts';
import { findingOverrides } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import { recordEvent } from '#lib/record/events.ts';
import { checksOfRecord } from './check-edition.ts';
import { awaitingJudgement, subjectOf } from './judgement.ts';
import { isEditor, signingRole } from './policy.ts';
import { openEdition } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';

/**
 * Lets something pass that the checks left to judgement (a child, personal data, gambling words), with a
 * reason on record. It holds for these words in this article.
 *
 * @throws not_found when the actor may not see the edition, not_allowed for anyone but editors,
 * conflict when nothing of the kind is found in the words any more
 */
export function overrideFinding(actor: Actor, input: VerbInputOf<'overrideFinding'>): Promise<void> {
  const { editionId, rule, subject, reason } = input;
  return transaction(async (tx) => {
    const record = await openEdition(tx, editionId, actor);
    const { article, facts } = record;
    if (!isEditor(actor, article.portalId)) throw notAllowed('Hanya redaktur yang dapat meloloskan temuan.');
    const { findings, overrides } = await checksOfRecord(tx, record);
    const isOpen = awaitingJudgement(findings, overrides).some(
      (finding) => finding.rule === rule && subjectOf(finding) === subject,
    );
    if (!isOpen) throw conflict('Temuan ini sudah tidak ada di naskah, atau sudah diloloskan. Muat ulang halaman.');
    await tx
      .insert(findingOverrides)
      .values({ articleId: article.id, editionId, rule, subject, reason, by: actor.userId, at: now() });
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: actor.userId,
      actorRole: signingRole(actor, 'approve', facts),
      verb: 'override_finding',
      articleId: article.id,
      editionId,
      agencyId: article.agencyId,
      detail: { rule, reason },
    });
  });
}
