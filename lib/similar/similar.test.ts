import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { queuePage } from '#lib/desk/queue.ts';
import type { EditionId } from '#lib/ids.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { discard } from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { storyGroups } from '#lib/testing/story-pairs.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { keepSimilar, similarCounts, similarForActor } from './similar-reads.ts';

testDatabase();

const bridge = storyGroups.find((group) => group.name === 'jembatan');
if (bridge === undefined) throw new Error('The pairs have the bridge.');
const wordsOf = ({ title, lead, eventDate, datelinePlace }: typeof bridge.own): Partial<Words> => ({
  ...{ title, lead, eventDate, datelinePlace },
});
const own = wordsOf(bridge.own);
const other = wordsOf(bridge.others[0] ?? bridge.own);
const elsewise = wordsOf(bridge.else[0] ?? bridge.own);

/** A second agency of the same portal, as an office to write in. */
async function neighbour(office: Office): Promise<Office> {
  const { agencyId, agencySlug } = await anAgency(office.portalId);
  const person = (name: string) => aPerson({ name, role: 'contributor', portalId: office.portalId, agencyId });
  return {
    ...office,
    agencyId,
    agencySlug,
    contributor: await person('Tono Tetangga'),
    colleague: await person('Tini'),
  };
}

describe('what tells the same story', () => {
  test('is found among work under way and what is live, with its reason; another event is not', async () => {
    const office = await anOffice();
    const next = await neighbour(office);
    const underWay = await aSubmittedArticle(next, { by: next.contributor, words: other });
    const live = await aPublishedArticle(office, {
      words: { ...other, title: 'Jembatan Sei Contoh ditutup malam hari' },
    });
    await aSubmittedArticle(next, { by: next.contributor, words: elsewise });
    const mine = await aDraft(office, { words: own });
    const found = await similarForActor(office.editor, mine.articleId);
    expect(new Set(found.map((one) => one.article?.id))).toEqual(new Set([underWay.articleId, live.articleId]));
    expect(found[0]?.reason).toMatch(/^Acara yang sama: Selasa \(12\/5\/2026\), Samarinda\. \d+ kata penting sama\.$/);
    expect(found.find((one) => one.live !== null)?.live?.slug).toBe(live.slug);
  });

  test('is told to a writer of another agency without its words, and not at all where that would tell a secret', async () => {
    const office = await anOffice();
    const next = await neighbour(office);
    const mine = await aDraft(office, { words: own });
    const draft = await aDraft(next, { by: next.contributor, words: other });
    expect(await similarForActor(office.contributor, mine.articleId)).toEqual([]);

    const theirs = await aSubmittedArticle(next, { by: next.contributor, words: other });
    const [told, ...more] = await similarForActor(office.contributor, mine.articleId);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ article: null, live: null, kind: 'news' });
    expect(JSON.stringify(told)).not.toContain(other.title);

    const embargo = new Date(Date.now() + 3_600_000);
    await database().update(editions).set({ embargoUntil: embargo }).where(eq(editions.id, theirs.editionId));
    expect(await similarForActor(office.contributor, mine.articleId)).toEqual([]);
    await database().update(editions).set({ embargoUntil: null }).where(eq(editions.id, theirs.editionId));
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, theirs.articleId));
    expect(await similarForActor(office.contributor, mine.articleId)).toEqual([]);
    await database().insert(namedPeople).values({ articleId: theirs.articleId, userId: office.contributor.userId });
    expect((await similarForActor(office.contributor, mine.articleId))[0]?.article?.id).toBe(theirs.articleId);
    expect(await refusal(similarForActor(office.contributor, draft.articleId))).toBe('not_found');
  });

  test('has its time: what went live long ago is another story', async () => {
    const office = await anOffice();
    const back = useClock(() => new Date(Date.now() - 40 * 24 * 3_600_000));
    await aPublishedArticle(office, { words: other });
    back();
    const mine = await aDraft(office, { words: own });
    expect(await similarForActor(office.editor, mine.articleId)).toEqual([]);
  });

  test('is told between news and releases, not between an announced event and the news of it', async () => {
    const office = await anOffice();
    await aSubmittedArticle(office, { words: other });
    const mine = await aDraft(office, { words: own });
    const kinds = async (kind: 'press_release' | 'agenda_event') => {
      await database().update(editions).set({ kind }).where(eq(editions.id, mine.editionId));
      return (await similarForActor(office.editor, mine.articleId)).length;
    };
    expect([await kinds('press_release'), await kinds('agenda_event')]).toEqual([1, 0]);
  });

  test('stays within its portal', async () => {
    const elsewhere = await anOffice();
    await aSubmittedArticle(elsewhere, { words: other });
    const office = await anOffice();
    const mine = await aDraft(office, { words: own });
    expect(await similarForActor(office.editor, mine.articleId)).toEqual([]);
  });
});

describe('the marks of the queue', () => {
  test('count both ways what was found at submission, as long as it stands', async () => {
    const office = await anOffice();
    const next = await neighbour(office);
    const first = await aSubmittedArticle(office, { words: own });
    const second = await aSubmittedArticle(next, { by: next.contributor, words: other });
    expect(await takeJobs('find_similar')).toEqual(
      expect.arrayContaining([expect.objectContaining({ editionId: second.editionId })]),
    );
    await Promise.all([keepSimilar(second.editionId), keepSimilar(second.editionId)]);
    const counts = async (ids: EditionId[]) => [...(await similarCounts(ids)).values()];
    expect(await counts([first.editionId, second.editionId])).toEqual([1, 1]);
    const marks = async (actor: Actor) => (await queuePage(actor, {})).rows.map((row) => row.similar);
    expect(await marks(office.editor)).toEqual([1, 1]);
    expect(await marks(office.contributor)).toEqual([0]);
    await database().update(editions).set({ state: 'returned' }).where(eq(editions.id, second.editionId));
    const { version } = await editionRow(second.editionId);
    await discard(next.contributor, { ...second, version });
    expect(await counts([first.editionId])).toEqual([0]);
    expect(await counts([])).toEqual([]);
  });
});
