import { eq } from 'drizzle-orm';
import { transaction } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { portals } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { changeDetail, changesNothing } from '#lib/record/changed-fields.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import type { AdministrationInput } from './administration-input.ts';
import { keepSettings, portalToChange, recordArranged, recount } from './arrangement.ts';

/**
 * Changes what a portal is called, where it is reached, and the zone of its clock. Its hosts are the operator's.
 *
 * @throws conflict when somebody changed it since this version was read
 */
export function editPortal(actor: Actor, input: AdministrationInput<'editPortal'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, version, witnessEmail, ...wanted } = input;
    const { portal, settings } = await portalToChange(tx, actor, portalId, version);
    const former = { ...portal, witnessEmail: settings.witnessEmail };
    const detail = changeDetail(`portal:${portalId}`, former, { ...wanted, witnessEmail });
    if (changesNothing(detail)) return;
    await tx
      .update(portals)
      .set({ ...wanted, deskSettings: { ...portal.deskSettings, witnessEmail }, version: version + 1 })
      .where(eq(portals.id, portalId));
    if (portal.timeZone !== wanted.timeZone) await recount(tx, portalId);
    // The name is painted on pictures of shared links; the job that looks for it draws them anew.
    if (portal.name !== wanted.name || portal.timeZone !== wanted.timeZone) await addJob(tx, 'heed_portal_names', {});
    await raiseGeneration(tx, portalId, [generationNames.site]);
    await recordArranged(tx, actor, portalId, { verb: 'edit_portal', detail });
  });
}

/** Sets the hours of each weekday. */
export function setWeek(actor: Actor, input: AdministrationInput<'setWeek'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, version, week } = input;
    const arranged = await portalToChange(tx, actor, portalId, version);
    const detail = changeDetail(`settings:${portalId}:week`, { ...arranged.settings.week }, { ...week });
    await keepSettings(tx, actor, arranged, { week }, { verb: 'set_service_hours', detail });
  });
}

/** Sets the targets of a kind, or of all kinds that have none of their own. */
export function setTargets(actor: Actor, input: AdministrationInput<'setTargets'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, version, kind, ...minutes } = input;
    const arranged = await portalToChange(tx, actor, portalId, version);
    const { targets, otherKinds } = arranged.settings;
    const wanted = kind === 'other' ? { otherKinds: minutes } : { targets: { ...targets, [kind]: minutes } };
    const detail = changeDetail(`settings:${portalId}:targets`, { ...targets, other: otherKinds }, { [kind]: minutes });
    await keepSettings(tx, actor, arranged, wanted, { verb: 'set_targets', detail });
  });
}

/** Takes the targets of a kind away, so that it follows those of the other kinds. */
export function followOtherKinds(actor: Actor, input: AdministrationInput<'followOtherKinds'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, version, kind } = input;
    const arranged = await portalToChange(tx, actor, portalId, version);
    const { targets } = arranged.settings;
    const detail = changeDetail(`settings:${portalId}:targets`, targets, { [kind]: null });
    const wanted = { targets: without(targets, kind) };
    await keepSettings(tx, actor, arranged, wanted, { verb: 'set_targets', detail });
  });
}

function without<Value>(values: Partial<Record<ArticleKind, Value>>, kind: ArticleKind) {
  const { [kind]: _taken, ...rest } = values;
  return rest;
}

/** Sets how long after its target a lateness is carried to the managing editor, and to the agency's leader. */
export function setEscalation(actor: Actor, input: AdministrationInput<'setEscalation'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, version, ...escalateAfter } = input;
    const arranged = await portalToChange(tx, actor, portalId, version);
    const detail = changeDetail(`settings:${portalId}:escalation`, arranged.settings.escalateAfter, escalateAfter);
    await keepSettings(tx, actor, arranged, { escalateAfter }, { verb: 'set_escalation', detail });
  });
}
