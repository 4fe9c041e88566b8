import fc from 'fast-check';
import { type ApprovalOutcome, approvalOutcomes, type Role, roles } from '#db/schema/enums.ts';
import { allowedVerbs, type HeldRole, type Person } from '#lib/newsroom/policy.ts';
import { type Verb, type VerbInput, verbs } from '#lib/newsroom/workflow.ts';
import {
  type Act,
  addCoWriter,
  beginArticle,
  factsOf,
  isWorking,
  type ModelArticle,
  perform,
  typeWords,
  voidSignatures,
  waited,
} from './model-newsroom.ts';
import { heldRole, minutesAfter, otherAgency, person, userNumber } from './paper-newsroom.ts';

/** Random newsrooms and random days in them. */

const anyRole: fc.Arbitrary<HeldRole> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...roles).map((role) => heldRole(role)) },
  { weight: 1, arbitrary: fc.constantFrom<Role>('contributor', 'verifier').map((role) => heldRole(role, otherAgency)) },
);
const anyRoles = fc.array(anyRole, { maxLength: 3 });

export type Manner = Pick<ModelArticle, 'hasVerification' | 'isConfidential' | 'namedIds'>;
export const anyManner: fc.Arbitrary<Manner> = fc.record({
  hasVerification: fc.boolean(),
  isConfidential: fc.nat({ max: 3 }).map((side) => side === 0),
  namedIds: fc.subarray([1, 2, 3].map(userNumber), { minLength: 1 }),
});

/** Eight accounts: the usual desk, each perhaps with more roles, and people with any roles at all. */
export const anyPeople: fc.Arbitrary<readonly [Person, ...Person[]]> = fc
  .tuple(anyRoles, anyRoles, anyRoles, anyRoles, anyRoles, anyRoles)
  .map(([one, two, three, four, five, six]) => [
    person(1, 'contributor', ...one),
    person(2, 'verifier', ...two),
    person(3, 'editor', ...three),
    person(4, 'editor', ...four),
    person(5, 'managing_editor'),
    person(6, ...five),
    person(7, ...six),
    person(8, 'contributor', 'editor', 'managing_editor', 'verifier'),
  ]);

/** One thing that happens. `pick` chooses among what is open at that moment, so that walks get far. */
export type Happening =
  | { kind: 'verb'; who: number; verb: Verb; back: number; pick: number; guided: boolean; outcome: ApprovalOutcome }
  | { kind: 'type'; who: number; back: number; words: string }
  | { kind: 'wait'; minutes: number }
  | { kind: 'roles'; who: number; roles: HeldRole[] }
  | { kind: 'void'; who: number }
  | { kind: 'invite'; who: number; back: number }
  /** The jobs come round. */
  | { kind: 'system' };

const who = fc.nat({ max: 7 });
const back = fc.nat({ max: 2 });

export const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('verb' as const),
      who,
      verb: fc.constantFrom(...verbs),
      back,
      pick: fc.nat(),
      guided: fc.integer({ min: 0, max: 3 }).map((side) => side > 0),
      outcome: fc.constantFrom(...approvalOutcomes),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('type' as const), who, back, words: fc.constantFrom('a', 'b', 'c') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 31, 241, 50_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roles' as const), who, roles: anyRoles }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('invite' as const), who, back }) },
  {
    weight: 2,
    arbitrary: fc.constant({ kind: 'system' as const }),
  },
);

/** What one happening did: the verb that was tried, and the article before and after (the same when refused). */
export type Moment = { act: Act | undefined; before: ModelArticle; after: ModelArticle; done: boolean };

/** Lives through the happenings, telling every moment. */
export function walk(
  people: readonly [Person, ...Person[]],
  manner: Manner,
  happenings: readonly Happening[],
  look: (moment: Moment) => void,
): ModelArticle {
  let article = beginArticle(people, manner);
  for (const happening of happenings) {
    const act = actOf(article, happening);
    const result = act === undefined ? otherwise(article, happening) : perform(article, act);
    look({ act, before: article, after: result ?? article, done: result !== undefined });
    article = result ?? article;
  }
  return article;
}

/** Nearly always open, and soon the end of the walk. */
const rarely: readonly Verb[] = ['publish_now', 'reject', 'discard', 'unschedule'];

const numberAt = (article: ModelArticle, steps: number) => article.editions.at(-1 - steps)?.number ?? 1;

function actOf(article: ModelArticle, happening: Happening): Act | undefined {
  if (happening.kind === 'system') {
    const edition = article.editions.find(isWorking);
    const verb = edition?.road.state === 'scheduled' ? 'publish_due' : 'publish';
    return { by: 'system', verb, number: edition?.number ?? 1 };
  }
  if (happening.kind !== 'verb') return undefined;
  const by = article.people[happening.who];
  if (by === undefined) return undefined;
  const input: VerbInput = {
    reason: 'alasan yang cukup',
    fastLaneReason: 'disaster',
    outcome: happening.outcome,
    scheduledFor: minutesAfter(30, article.at),
  };
  const blind: Act = { by, verb: happening.verb, number: numberAt(article, happening.back), input };
  if (!happening.guided) return blind;
  const isTakenOften = (verb: Verb) => !rarely.includes(verb) || happening.pick % 7 === 0;
  const open = article.people.flatMap((one) =>
    article.editions.flatMap((edition) =>
      allowedVerbs(one, factsOf(article, edition), article.at, input)
        .filter((verb) => verb !== 'edit' && isTakenOften(verb))
        .map((verb): Act => ({ by: one, verb, number: edition.number, input })),
    ),
  );
  return open[happening.pick % Math.max(1, open.length)] ?? blind;
}

function otherwise(article: ModelArticle, happening: Happening): ModelArticle | undefined {
  switch (happening.kind) {
    case 'wait':
      return waited(article, happening.minutes);
    case 'void':
      return voidSignatures(article, userNumber(happening.who + 1));
    case 'invite':
      return addCoWriter(article, numberAt(article, happening.back), userNumber(happening.who + 1));
    case 'roles':
      return {
        ...article,
        people: article.people.map((one, index) =>
          index === happening.who ? { ...one, roles: happening.roles } : one,
        ),
      };
    case 'type': {
      const by = article.people[happening.who];
      return by && typeWords(article, by, numberAt(article, happening.back), happening.words);
    }
    default:
      return undefined;
  }
}
