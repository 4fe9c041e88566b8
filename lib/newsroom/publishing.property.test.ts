import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { liveStates, workingStates } from '#db/schema/enums.ts';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anAgency, anOffice, aPerson, type Office, readyWords, withRole } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { addressOf } from './addresses.ts';
import { addCoWriter, removeCoWriter, saveWords } from './drafting.ts';
import { readEdition } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { allowedVerbs } from './policy.ts';
import { articlePage } from './public-article.ts';
import {
  approve,
  claim,
  confirm,
  discard,
  place,
  publish,
  publishNow,
  reject,
  release,
  restore,
  retract,
  returnEdition,
  secondReview,
  startEdition,
  submit,
  takeOver,
  undiscard,
  verify,
  withdraw,
} from './publishing.ts';
import type { Target } from './transition.ts';
import type { Verb } from './workflow.ts';

testDatabase();

const reason = 'Alasan yang cukup panjang.';
type Coin = { heads: boolean; office: Office };

/** The verbs as the screens send them. */
const calls = {
  submit: (by: Actor, to: Target) => submit(by, to),
  withdraw: (by: Actor, to: Target) => withdraw(by, to),
  verify: (by: Actor, to: Target) => verify(by, to),
  claim: (by: Actor, to: Target, { heads }: Coin) => claim(by, heads ? { ...to, reason } : to),
  release: (by: Actor, to: Target) => release(by, to),
  take_over: (by: Actor, to: Target) => takeOver(by, to),
  return: (by: Actor, to: Target) => returnEdition(by, { ...to, reasonCode: 'language', note: reason }),
  reject: (by: Actor, to: Target) => reject(by, { ...to, reasonCode: 'duplicate', note: reason }),
  approve: (by: Actor, to: Target, { heads }: Coin) => approve(by, { ...to, outcome: heads ? 'publish' : 'wait' }),
  confirm: (by: Actor, to: Target) => confirm(by, to),
  publish: (by: Actor, to: Target) => publish(by, to),
  publish_now: (by: Actor, to: Target) => publishNow(by, { ...to, fastLaneReason: 'disaster', reason }),
  second_review: (by: Actor, to: Target) => secondReview(by, to),
  start_edition: (by: Actor, to: Target, { heads }: Coin) =>
    startEdition(by, { ...to, changeType: heads ? 'minor' : 'correction', publicNote: heads ? '' : 'Jam diralat.' }),
  retract: (by: Actor, to: Target, { heads }: Coin) => retract(by, { ...to, reason, hidesTitle: heads }),
  restore: (by: Actor, to: Target) => restore(by, to),
  discard: (by: Actor, to: Target) => discard(by, to),
  undiscard: (by: Actor, to: Target) => undiscard(by, to),
  place: (by: Actor, to: Target, { heads, office }: Coin) =>
    place(by, {
      ...to,
      slug: heads ? 'imunisasi' : 'imunisasi-sabtu',
      sectionId: office.sectionId,
      topicIds: [],
      relatedIds: [],
    }),
};
type Called = keyof typeof calls;
const called = Object.keys(calls).filter((name): name is Called => name in calls);

type Step =
  | { kind: 'verb'; who: number; verb: Called; pick: number; guided: boolean; heads: boolean; stale: boolean }
  | { kind: 'save'; who: number; title: string; stale: boolean }
  | { kind: 'co_writer'; who: number; heads: boolean }
  | { kind: 'wait'; minutes: number };

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

/** What readers and auditors must find after every step. */
async function lookAround(office: Office, article: ArticleId): Promise<string[]> {
  const rows = await database().query.articles.findFirst({ where: (table, { eq: is }) => is(table.id, article) });
  const all = await database().select().from(editions).where(eq(editions.articleId, article));
  const live = all.filter((one) => liveStates.some((state) => state === one.state));
  expect(live.length).toBeLessThan(2);
  expect(all.filter((one) => workingStates.some((state) => state === one.state)).length).toBeLessThan(2);
  const slug = rows?.slug ?? null;
  expect(slug === null).toBe(live.length === 0);
  if (slug !== null) {
    const isUp = live[0]?.state !== 'retracted';
    expect(await addressOf(office.portalId, slug)).toMatchObject({ kind: isUp ? 'live' : 'gone' });
    // Throws when hash, seal or signatures do not fit.
    expect((await articlePage(office.portalId, slug))?.editionNumber).toBe(isUp ? live[0]?.number : undefined);
  }
  expect((await verifyChain(database())).brokenAt).toBeNull();
  return all.map((one) => one.state);
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
          const { editionId, version } = await current(articleId);
          const before = await fingerprint(articleId);
          const outcome = await attempt(step, people, office, { editionId, version }, at());
          if (outcome !== 'none') expect([outcome, await fingerprint(articleId)]).toEqual([outcome, before]);
          else done += 1;
          for (const state of await lookAround(office, articleId)) reached.add(state);
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
      return act.by === undefined ? 'none' : refusal(calls[act.verb](act.by, seen, { heads: step.heads, office }));
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
