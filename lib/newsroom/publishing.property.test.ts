import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { liveStates, workingStates } from '#db/schema/enums.ts';
import { editions, events, memberships, signatures } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { now, useClock } from '#lib/clock.ts';
import type { AgencyId, ArticleId, EditionId } from '#lib/ids.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  withRole,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { type Called, called, calls } from '#lib/testing/verb-calls.ts';
import { expectOnSite } from '#lib/testing/whole-article.ts';
import type { Words } from './article-input.ts';
import { addCoWriter, removeCoWriter, saveWords } from './drafting.ts';
import { heedSchedule, publishDue } from './due.ts';
import { readEdition } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { mergeEditions } from './merge-editions.ts';
import { moveToAgency } from './move-to-agency.ts';
import { allowedVerbs } from './policy.ts';
import type { Target } from './transition.ts';
import type { Verb } from './workflow.ts';

testDatabase();

/** How many days are walked through: `WALKS=200 npx vitest run lib/newsroom/publishing.property.test.ts`. */
const walks = Number(process.env.WALKS ?? 5);

type Step =
  | { kind: 'verb'; who: number; verb: Called; pick: number; guided: boolean; heads: boolean; stale: boolean }
  | { kind: 'save'; who: number; title: string; stale: boolean }
  | { kind: 'co_writer'; who: number; heads: boolean }
  | { kind: 'embargo'; who: number; heads: boolean }
  | { kind: 'move'; who: number; guided: boolean; heads: boolean }
  | { kind: 'merge'; who: number; guided: boolean }
  | { kind: 'wait'; minutes: number }
  | { kind: 'due' };

const often = fc.nat({ max: 4 }).map((side) => side > 0);
const seldom = fc.nat({ max: 9 }).map((side) => side === 0);
const who = fc.nat({ max: 9 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('verb' as const),
      who,
      verb: fc.constantFrom(...called),
      pick: fc.nat(),
      guided: often,
      heads: fc.boolean(),
      stale: seldom,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      who,
      title: fc.constantFrom('Satu', 'Dua', ''),
      stale: seldom,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('co_writer' as const), who, heads: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('embargo' as const), who, heads: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), who, guided: often, heads: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), who, guided: often }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(31, 241) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'due' as const }) },
);

const minute = 60_000;

/** Where a walk goes: one article, another agency's version of the same story, and everybody around. */
type Walk = {
  office: Office;
  otherAgency: AgencyId;
  people: readonly Actor[];
  articleId: ArticleId;
  other: EditionId;
};

/** Everything a refused verb might have touched, as one fingerprint. */
async function fingerprint({ articleId, other }: Walk): Promise<string> {
  const [row] = await database().execute(sql`
    select md5(concat(
      (select string_agg(editions::text, '|' order by id) from editions where article_id = ${articleId} or id = ${other}),
      (select articles::text from articles where id = ${articleId}),
      (select count(*) from events), (select count(*) from signatures), (select count(*) from revisions),
      (select count(*) from decision_notes), (select count(*) from co_writers), (select count(*) from redirects),
      (select sum(generation) from portals))) as print`);
  return String(row?.print);
}

/** The edition people would act on: the working one, else the newest. */
async function current(article: ArticleId): Promise<{ editionId: EditionId; version: number }> {
  const rows = await database().select().from(editions).where(eq(editions.articleId, article)).orderBy(editions.number);
  const row = rows.find((one) => workingStates.some((state) => state === one.state)) ?? rows.at(-1);
  if (row === undefined) throw new Error('The article has no edition.');
  return { editionId: row.id, version: row.version };
}

async function choose(step: Extract<Step, { kind: 'verb' }>, { people }: Walk, edition: EditionId, at: Date) {
  const blind = { by: people[step.who], verb: step.verb };
  const record = step.guided ? await readEdition(database(), edition) : undefined;
  if (record === undefined) return blind;
  const open = (await asTheyAre(people)).flatMap((by) =>
    allowedVerbs(by, record.facts, at)
      .filter((verb): verb is Called => verb in calls && (!backwards.includes(verb) || step.pick % 5 === 0))
      .map((verb) => ({ by, verb })),
  );
  // First which verb, then by whom: what many may do would else be done most.
  const verbs = [...new Set(open.map(({ verb }) => verb))];
  const verb = verbs[step.pick % Math.max(1, verbs.length)];
  const able = open.filter((one) => one.verb === verb);
  return able[step.who % Math.max(1, able.length)] ?? blind;
}

/** Nearly always open, and no way to anywhere: a walk that took them often would not get far. */
const backwards: readonly Verb[] = ['reject', 'discard', 'publish_now', 'withdraw', 'return', 'release', 'take_over'];

/** Whoever stands in is asked anew what they hold: their days begin and end on the walk. */
const asTheyAre = (people: readonly Actor[]) =>
  Promise.all(people.map((one) => (one.roles.some(({ delegated }) => delegated) ? loadActor(one.userId) : one)));

/** An editor for some hours of every walk, and a contributor for good. The roles are as in those hours. */
async function aStandIn(office: Office, from: Date, until: Date): Promise<Actor> {
  const { userId } = await aPerson({ name: 'Pengganti', role: 'contributor', ...office });
  await database()
    .insert(memberships)
    .values({
      ...{ userId, portalId: office.portalId, role: 'editor', effectiveAt: now() },
      ...{ delegation: 'leave', inPlaceOf: office.managingEditor.userId, startsAt: from, endsAt: until },
    });
  const putBack = useClock(() => from);
  return loadActor(userId).finally(putBack);
}

/** Two accounts on exactly the words that readers have, one as an editor, or the fast lane on record: asked of the rows alone. */
async function expectSigned(article: ArticleId): Promise<void> {
  const rows = await database().select().from(editions).where(eq(editions.articleId, article));
  for (const edition of rows.filter(({ state }) => liveStates.some((live) => live === state))) {
    const all = await database().select().from(signatures).where(eq(signatures.editionId, edition.id));
    const here = all.filter(({ contentHash }) => contentHash === edition.contentHash);
    const isByTwo = new Set(here.map((one) => one.userId)).size > 1 && here.some(({ role }) => /editor$/.test(role));
    if (!isByTwo) {
      expect(edition).toMatchObject({ fastLaneBy: expect.any(String), secondReviewDueAt: expect.any(Date) });
      expect(here.map(({ act }) => act)).toContain('publish_now');
    }
  }
}

/** Nothing was signed or done with a role outside its hours. */
async function expectWithinHours({ userId }: Actor, from: Date, until: Date): Promise<void> {
  const acts = await database()
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.actorId, userId), eq(events.actorRole, 'editor')));
  const signed = await database()
    .select({ at: signatures.at })
    .from(signatures)
    .where(and(eq(signatures.userId, userId), eq(signatures.role, 'editor')));
  for (const { at } of [...acts, ...signed]) expect(at >= from && at < until).toBe(true);
}

test('whatever people send in whatever order, the database stays whole and readers see what was signed', {
  timeout: 15_000 * walks,
}, async () => {
  const office = await anOffice({ hasVerification: true });
  const { agencyId } = await anAgency(office.portalId);
  const place = { portalId: office.portalId, agencyId };
  const guest = await aPerson({ name: 'Tamu', role: 'contributor', ...place });
  const start = Date.now();
  const hours = [new Date(start + 45 * minute), new Date(start + 300 * minute)] as const;
  const standIn = await aStandIn(office, ...hours);
  const people = [
    office.contributor,
    office.colleague,
    office.verifier,
    office.leader,
    office.editor,
    await withRole(office.otherEditor, 'contributor', office),
    office.managingEditor,
    guest,
    (await anOffice()).editor,
    standIn,
  ];
  const reached = new Set<string>();
  let done = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 30, size: 'max' }), async (steps) => {
      let minutes = 0;
      const at = () => new Date(start + minutes * minute);
      const putBack = useClock(at);
      try {
        const { articleId } = await aDraft(office);
        const { editionId: other } = await aSubmittedArticle({ ...office, agencyId }, { by: guest });
        const walk: Walk = { office, otherAgency: agencyId, people, articleId, other };
        for (const step of steps) {
          if (step.kind === 'wait') {
            minutes += step.minutes;
            continue;
          }
          if (step.kind === 'due') {
            await publishDue();
            await heedSchedule();
          } else {
            const before = await fingerprint(walk);
            const outcome = await attempt(step, walk, at());
            if (outcome !== 'none') expect([outcome, await fingerprint(walk)]).toEqual([outcome, before]);
            else done += 1;
          }
          for (const state of await expectOnSite(office.portalId, articleId)) reached.add(state);
          await expectSigned(articleId);
        }
      } finally {
        putBack();
      }
    }),
    { numRuns: walks, endOnFailure: true },
  );

  await expectWithinHours(standIn, ...hours);
  expect((await verifyChain(database())).brokenAt).toBeNull();
  expect((await checkLive()).findings).toEqual([]);
  expect(done).toBeGreaterThan(20);
  expect(reached.size).toBeGreaterThan(3);
});

/** `none` when something was done, else the code of the refusal. */
async function attempt(step: Step, walk: Walk, at: Date): Promise<string> {
  const { office, otherAgency, people, other } = walk;
  const by = 'who' in step ? people[step.who] : undefined;
  if (by === undefined) return 'none';
  const to = await current(walk.articleId);
  /** Whoever may, in a guided step, or whoever was drawn. */
  const holder = async () => {
    const { claimedBy } = await editionRow(to.editionId);
    const found = people.find(({ userId }) => userId === claimedBy);
    return 'guided' in step && step.guided && found !== undefined ? loadActor(found.userId) : by;
  };
  switch (step.kind) {
    case 'verb': {
      const act = await choose(step, walk, to.editionId, at);
      const seen = { ...to, version: step.stale ? to.version - 1 : to.version };
      return act.by === undefined
        ? 'none'
        : refusal(calls[act.verb](act.by, seen, { heads: step.heads, sectionId: office.sectionId }));
    }
    case 'save':
      return saving(by, to, readyWords(office, { title: step.title }), step.stale ? 1 : 0);
    case 'embargo': {
      const embargoUntil = step.heads ? { embargoUntil: new Date(at.getTime() + 60 * minute).toISOString() } : {};
      return saving(await holder(), to, readyWords(office, { details: embargoUntil }));
    }
    case 'move':
      return refusal(moveToAgency(await holder(), { ...to, agencyId: step.heads ? otherAgency : office.agencyId }));
    case 'merge': {
      const { version: otherVersion } = await editionRow(other);
      return refusal(mergeEditions(await holder(), { ...to, otherId: other, otherVersion }));
    }
    case 'co_writer': {
      const change = step.heads ? addCoWriter : removeCoWriter;
      return refusal(change(office.contributor, { editionId: to.editionId, userId: by.userId }));
    }
    default:
      return 'none';
  }
}

async function saving(by: Actor, { editionId, version }: Target, words: Words, behind = 0): Promise<string> {
  const baseVersion = version + behind;
  let isConflict = false;
  const save = async () => {
    const saved = await saveWords(by, { editionId, baseVersion, saveId: randomUUID(), words });
    isConflict = saved.outcome === 'conflict';
  };
  const outcome = await refusal(save());
  return isConflict ? 'conflict' : outcome;
}
