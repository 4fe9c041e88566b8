import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, frontChoices, generationChanges } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { chooseFront, clearFront, frontCandidates, frontDesk, frontDeskPortals } from './front-desk.ts';
import { retract } from './publishing.ts';

testDatabase();

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** A portal with four articles, the newest last. */
async function aSite() {
  const office = await anOffice();
  const published = [];
  for (const title of ['Satu', 'Dua', 'Tiga', 'Empat'])
    published.push(await aPublishedArticle(office, { words: { title } }));
  const [one, two, three, four] = published;
  if (!one || !two || !three || !four) throw new Error('Four articles were expected.');
  return { office, one, two, three, four };
}

const top = async ({ editor, portalId }: Office) =>
  (await frontDesk(editor, portalId)).map(({ shown }) => shown?.title ?? null);

test('an editor’s choice stands in its place until its end, the rest goes by freshness', async () => {
  const { office, one, two } = await aSite();
  const { editor, portalId } = office;
  expect(await top(office)).toEqual(['Empat', 'Tiga', 'Dua']);

  const until = inAnHour();
  await chooseFront(editor, { portalId, slot: 'lead', articleId: one.articleId, until });
  await chooseFront(editor, { portalId, slot: 'second_2', articleId: two.articleId, until });
  expect(await top(office)).toEqual(['Satu', 'Empat', 'Dua']);
  const [lead, second] = await frontDesk(editor, portalId);
  expect(lead).toMatchObject({
    choice: { article: { title: 'Satu' }, until, by: editor.name, isShown: true },
    unchosen: { title: 'Empat' },
  });
  expect(second?.choice).toBeNull();

  const restore = useClock(() => new Date(until.getTime() + 1));
  try {
    expect(await top(office)).toEqual(['Empat', 'Tiga', 'Dua']);
    expect((await frontDesk(editor, portalId)).every(({ choice }) => choice === null)).toBe(true);
  } finally {
    restore();
  }
});

test('each change is recorded and renews the front page, in one transaction', async () => {
  const { office, one } = await aSite();
  const { editor, managingEditor, portalId } = office;
  await chooseFront(editor, { portalId, slot: 'lead', articleId: one.articleId, until: inAnHour() });
  await clearFront(managingEditor, { portalId, slot: 'lead' });
  const log = await database().select().from(events).where(eq(events.portalId, portalId)).orderBy(events.seq);
  expect(log.slice(-2)).toMatchObject([
    { verb: 'choose_front', actorId: editor.userId, actorRole: 'editor', articleId: one.articleId },
    { verb: 'clear_front', actorId: managingEditor.userId, actorRole: 'managing_editor', detail: { slot: 'lead' } },
  ]);
  const changes = await database()
    .select()
    .from(generationChanges)
    .where(eq(generationChanges.portalId, portalId))
    .orderBy(generationChanges.generation);
  expect(changes.slice(-2).map(({ names }) => names)).toEqual([['front'], ['front']]);
  await clearFront(editor, { portalId, slot: 'lead' });
  expect(await database().$count(events, eq(events.portalId, portalId))).toBe(log.length);
});

test('an article stands in one place: choosing it again moves it, and another takes a filled place', async () => {
  const { office, one, two } = await aSite();
  const { editor, portalId } = office;
  const until = inAnHour();
  await chooseFront(editor, { portalId, slot: 'lead', articleId: one.articleId, until });
  await chooseFront(editor, { portalId, slot: 'second_1', articleId: one.articleId, until });
  await chooseFront(editor, { portalId, slot: 'second_1', articleId: two.articleId, until });
  const rows = await database().select().from(frontChoices).where(eq(frontChoices.portalId, portalId));
  expect(rows.map(({ slot, articleId }) => [slot, articleId])).toEqual([['second_1', two.articleId]]);
});

test('only what is published in this portal can be chosen, and only until a moment to come', async () => {
  const { office, one } = await aSite();
  const { editor, portalId } = office;
  const draft = await aDraft(office);
  const foreign = await aPublishedArticle(await anOffice());
  const choose = (articleId: typeof one.articleId, until = inAnHour()) =>
    chooseFront(editor, { portalId, slot: 'lead', articleId, until });
  expect(await issueCodes(choose(draft.articleId))).toEqual(['not_published']);
  expect(await issueCodes(choose(foreign.articleId))).toEqual(['not_published']);
  expect(await issueCodes(choose(one.articleId, new Date(Date.now() - 1)))).toEqual(['past']);
  await choose(one.articleId);
  await retract(editor, { ...one, reason: 'Datanya keliru semua.', hidesTitle: false });
  expect(await top(office)).toEqual(['Empat', 'Tiga', 'Dua']);
  expect((await frontDesk(editor, portalId))[0]?.choice).toMatchObject({ isShown: false });
});

test('the candidates are the published articles, newest first, found by a part of their title', async () => {
  const { office } = await aSite();
  const { editor, portalId } = office;
  await aDraft(office, { words: { title: 'Draf' } });
  const found = async (text: string) => (await frontCandidates(editor, portalId, text)).map(({ title }) => title);
  expect(await found('')).toEqual(['Empat', 'Tiga', 'Dua', 'Satu']);
  expect(await found(' TI')).toEqual(['Tiga']);
  expect(await found('%')).toEqual([]);
});

test('for everyone but the editors of this portal none of it exists', async () => {
  const { office, one } = await aSite();
  const { portalId } = office;
  const stranger = (await anOffice()).editor;
  const { contributor, verifier, leader, admin, auditor } = office;
  for (const who of [contributor, verifier, leader, admin, auditor, stranger]) {
    const attempts = [
      () => frontDesk(who, portalId),
      () => frontCandidates(who, portalId, ''),
      () => chooseFront(who, { portalId, slot: 'lead', articleId: one.articleId, until: inAnHour() }),
      () => clearFront(who, { portalId, slot: 'lead' }),
    ];
    for (const attempt of attempts) expect(await refusal(attempt())).toBe('not_found');
  }
  expect(await refusal(frontDeskPortals(contributor))).toBe('not_found');
  expect((await frontDeskPortals(office.editor)).map(({ id }) => id)).toEqual([portalId]);
});
