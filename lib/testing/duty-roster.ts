import type { Person } from '#lib/newsroom/policy.ts';
import { type Verb, type VerbInput, verbs } from '#lib/newsroom/workflow.ts';
import { designAllows } from './design-table.ts';
import { isWorking, type ModelArticle, perform, waited } from './model-newsroom.ts';
import { minutesAfter } from './paper-newsroom.ts';

export type WayOut = { how: string[]; end: ModelArticle };

/** Verbs that need to be told more, in the ways that matter for finding a way. */
function inputsFor(verb: Verb, at: Date): VerbInput[] {
  if (verb === 'claim') return [{ reason: 'verifikator cuti' }];
  if (verb === 'approve') return [{ outcome: 'publish' }];
  if (verb === 'schedule') return [{ scheduledFor: minutesAfter(60, at) }];
  if (verb === 'publish_now') return [{ fastLaneReason: 'immediate_information', reason: 'mendesak sekali' }];
  return [{}];
}

/**
 * The shortest way by which the people on duty, and nobody else, bring the edition under way to
 * one of the given ends.
 *
 * @param waits minutes they may let pass, again and again
 * @param without verbs they do without
 */
export function wayOut(
  from: ModelArticle,
  onDuty: readonly Person[],
  options: { ends: readonly string[]; waits?: readonly number[]; without?: readonly Verb[] },
): WayOut | undefined {
  const working = from.editions.find(isWorking);
  if (working === undefined) return { how: [], end: from };
  const { number } = working;
  const stateOf = (article: ModelArticle) => article.editions.find((one) => one.number === number)?.road.state ?? '';
  const seen = new Set<string>();
  let front: WayOut[] = [{ how: [], end: from }];
  for (let steps = 0; steps < 12 && front.length > 0; steps += 1) {
    const next: WayOut[] = [];
    for (const { how, end } of front) {
      for (const [name, after] of moves(end, number, onDuty, options)) {
        const way = { how: [...how, name], end: after };
        if (options.ends.includes(stateOf(after))) return way;
        const key = keyOf(after, number);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(way);
      }
    }
    front = next;
  }
  return undefined;
}

/** What matters for going on; the hours are left out, or waiting would never end. */
function keyOf(article: ModelArticle, number: number): string {
  const edition = article.editions.find((one) => one.number === number);
  if (edition === undefined) return '';
  const { state, submittedBy, claimedBy, claimedFrom, claimedHash, claimableAtOnce, approvalOutcome } = edition.road;
  const signatures = edition.signatures.map(({ userId, role, contentHash }) => [userId, role, contentHash]);
  return JSON.stringify([
    state,
    submittedBy,
    claimedBy,
    claimedFrom,
    claimedHash,
    claimableAtOnce,
    approvalOutcome,
    signatures,
  ]);
}

function moves(
  article: ModelArticle,
  number: number,
  onDuty: readonly Person[],
  { waits = [], without = [] }: { waits?: readonly number[]; without?: readonly Verb[] },
): [string, ModelArticle][] {
  const state = article.editions.find((one) => one.number === number)?.road.state;
  const open = verbs.filter((verb) => state !== undefined && designAllows(verb, state) && !without.includes(verb));
  const acts = onDuty.flatMap((by, index) =>
    open.flatMap((verb) =>
      inputsFor(verb, article.at).map((input): [string, ModelArticle | undefined] => [
        `${index}: ${verb}`,
        perform(article, { by, verb, number, input }),
      ]),
    ),
  );
  // Whoever waits comes back to a later hour: the same article otherwise, so only one wait counts between acts.
  const later = waits.flatMap((minutes) =>
    onDuty.flatMap((by, index) =>
      open.flatMap((verb) =>
        inputsFor(verb, article.at).map((input): [string, ModelArticle | undefined] => [
          `wait ${minutes}, ${index}: ${verb}`,
          perform(waited(article, minutes), { by, verb, number, input }),
        ]),
      ),
    ),
  );
  return [...acts, ...later].flatMap(([name, after]) => (after === undefined ? [] : [[name, after]]));
}
