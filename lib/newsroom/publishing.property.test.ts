import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { workingStates } from '#db/schema/enums.ts';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anAgency, anOffice, aPerson, type Office, readyWords, withRole } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { type Called, called, calls } from '#lib/testing/verb-calls.ts';
import { expectWhole } from '#lib/testing/whole-article.ts';
import { addCoWriter, removeCoWriter, saveWords } from './drafting.ts';
import { heedSchedule, publishDue } from './due.ts';
import { readEdition } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { allowedVerbs } from './policy.ts';
import type { Target } from './transition.ts';
import type { Verb } from './workflow.ts';

testDatabase();

type Step =
  | { kind: 'verb'; who: number; verb: Called; pick: number; guided: boolean; heads: boolean; stale: boolean }
  | { kind: 'save'; who: number; title: string; stale: boolean }
  | { kind: 'co_writer'; who: number; heads: boolean }
  | { kind: 'wait'; minutes: number }
  | { kind: 'due' };

const often = fc.nat({ max: 4 }).map((side) => side > 0);
const seldom = fc.nat({ max: 9 }).map((side) => side === 0);
const who = fc.nat({ max: 8 });
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(31, 241) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'due' as const }) },
);

/** Everything a refused verb might have touched, as one fingerprint. */
async function fingerprint(article: ArticleId): Promise<string> {
  const [row] = await database().execute(sql`
    select md5(concat(
      (select string_agg(editions::text, '|' order by id) from editions where article_id = ${article}),
      (select articles::text from articles where id = ${article}),
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

async function choose(step: Extract<Step, { kind: 'verb' }>, people: readonly Actor[], edition: EditionId, at: Date) {
  const blind = { by: people[step.who], verb: step.verb };
  const record = step.guided ? await readEdition(database(), edition) : undefined;
  if (record === undefined) return blind;
  const ends: readonly Verb[] = ['reject', 'discard', 'publish_now'];
  const open = people.flatMap((by) =>
    allowedVerbs(by, record.facts, at)
      .filter((verb): verb is Called => verb in calls && (!ends.includes(verb) || step.pick % 5 === 0))
      .map((verb) => ({ by, verb })),
  );
  return open[step.pick % Math.max(1, open.length)] ?? blind;
}

test('whatever people send in whatever order, the database stays whole and readers see what was signed', {
  timeout: 60_000,
}, async () => {
  const office = await anOffice({ hasVerification: true });
  const { agencyId } = await anAgency(office.portalId);
  const place = { portalId: office.portalId, agencyId };
  const people = [
    office.contributor,
    office.colleague,
    office.verifier,
    office.leader,
    office.editor,
    await withRole(office.otherEditor, 'contributor', office),
    office.managingEditor,
    await aPerson({ name: 'Tamu', role: 'contributor', ...place }),
    (await anOffice()).editor,
  ];
  const reached = new Set<string>();
  let done = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 30, size: 'max' }), async (steps) => {
      const { articleId } = await aDraft(office);
      let minutes = 0;
      const at = () => new Date(Date.now() + minutes * 60_000);
      const putBack = useClock(at);
      try {
        for (const step of steps) {
          if (step.kind === 'wait') {
            minutes += step.minutes;
            continue;
          }
          if (step.kind === 'due') {
            await publishDue();
            await heedSchedule();
            for (const state of await expectWhole(office.portalId, articleId)) reached.add(state);
            continue;
          }
          const { editionId, version } = await current(articleId);
          const before = await fingerprint(articleId);
          const outcome = await attempt(step, people, office, { editionId, version }, at());
          if (outcome !== 'none') expect([outcome, await fingerprint(articleId)]).toEqual([outcome, before]);
          else done += 1;
          for (const state of await expectWhole(office.portalId, articleId)) reached.add(state);
          expect((await verifyChain(database())).brokenAt).toBeNull();
        }
      } finally {
        putBack();
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );

  expect((await checkLive()).findings).toEqual([]);
  expect(done).toBeGreaterThan(20);
  expect(reached.size).toBeGreaterThan(3);
});

/** `none` when something was done, else the code of the refusal. */
async function attempt(step: Step, people: readonly Actor[], office: Office, to: Target, at: Date): Promise<string> {
  const by = 'who' in step ? people[step.who] : undefined;
  if (by === undefined) return 'none';
  switch (step.kind) {
    case 'verb': {
      const act = await choose(step, people, to.editionId, at);
      const seen = { ...to, version: step.stale ? to.version - 1 : to.version };
      return act.by === undefined
        ? 'none'
        : refusal(calls[act.verb](act.by, seen, { heads: step.heads, sectionId: office.sectionId }));
    }
    case 'save': {
      const words = readyWords(office, { title: step.title });
      const baseVersion = step.stale ? to.version + 1 : to.version;
      try {
        const saved = await saveWords(by, { editionId: to.editionId, baseVersion, saveId: randomUUID(), words });
        return saved.outcome === 'conflict' ? 'conflict' : 'none';
      } catch (error) {
        const code = domainErrorCode(error);
        if (code === undefined) throw error;
        return code;
      }
    }
    case 'co_writer': {
      const change = step.heads ? addCoWriter : removeCoWriter;
      return refusal(change(office.contributor, { editionId: to.editionId, userId: by.userId }));
    }
    default:
      return 'none';
  }
}
