import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { changesSince, generations } from '#lib/record/generation.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  aFastLaneArticle,
  anOffice,
  aPublishedArticle,
  editionRow,
  type Office,
} from '#lib/testing/newsroom.ts';
import { chooseFront } from './front-desk.ts';
import { frontPage } from './front-page.ts';
import { archive, place, publishNow, restore, retract, secondReview, unarchive } from './publishing.ts';
import { siteFrame } from './site-frame.ts';

testDatabase();

const reason = 'Warga perlu tahu sekarang juga.';

/** What stood on the front page after an act, and which pages it made anew. */
async function after<T>(office: Office, act: () => Promise<T>) {
  const before = (await generations(database())).get(office.portalId) ?? 0;
  const result = await act();
  const { names } = await changesSince(database(), office.portalId, before);
  const front = await frontPage(office.portalId);
  const shown = [front.lead, ...front.seconds, ...front.river].flatMap((card) => (card === null ? [] : [card.title]));
  return { result, names, shown };
}

test('the front page follows every act upon a live article at once', async () => {
  const office = await anOffice();
  await aPublishedArticle(office, { words: { title: 'Yang lama' } });
  const draft = await aDraft(office, { words: { title: 'Yang baru' } });

  const out = await after(office, () => publishNow(office.editor, { ...draft, fastLaneReason: 'disaster', reason }));
  expect(out.shown).toEqual(['Yang baru', 'Yang lama']);
  const reviewed = await after(office, () => secondReview(office.otherEditor, out.result));
  expect(reviewed.names).toContain('front');
  const archived = await after(office, () => archive(office.editor, reviewed.result));
  expect(archived.shown).toEqual(['Yang lama']);
  const back = await after(office, () => unarchive(office.editor, archived.result));
  expect(back.shown).toEqual(['Yang baru', 'Yang lama']);
  const gone = await after(office, () => retract(office.editor, { ...back.result, reason, hidesTitle: false }));
  expect(gone.shown).toEqual(['Yang lama']);
  const restored = await after(office, () => restore(office.managingEditor, gone.result));
  expect(restored.shown).toEqual(['Yang baru', 'Yang lama']);
  for (const { names } of [out, reviewed, archived, back, gone, restored]) expect(names).toContain('front');
});

test('a pin and a choice of editors go with the article that carries them', async () => {
  const office = await anOffice();
  const old = await aPublishedArticle(office, { words: { title: 'Disematkan' } });
  await aFastLaneArticle(office);
  const { slug } = old;
  const { sectionId } = await editionRow(old.editionId);
  if (sectionId === null) throw new Error('The article stands in a section.');
  const until = new Date(Date.now() + 3_600_000);
  const pinned = await after(office, () =>
    place(office.editor, { ...old, slug, sectionId, topicIds: [], relatedIds: [], pinnedUntil: until }),
  );
  expect(pinned.shown[0]).toBe('Disematkan');
  expect(pinned.names).toContain('front');
  await chooseFront(office.editor, { portalId: office.portalId, slot: 'lead', articleId: old.articleId, until });
  const gone = await after(office, () => retract(office.editor, { ...pinned.result, reason, hidesTitle: false }));
  expect(gone.shown).not.toContain('Disematkan');
});

test('a banner stands on every page from its minute on, says that it waits for its second review, and goes at once', async () => {
  const office = await anOffice();
  const draft = await aDraft(office, {
    words: {
      ...{ kind: 'banner', title: 'Jembatan ditutup malam ini' },
      details: { bannerUntil: new Date(Date.now() + 3_600_000).toISOString() },
    },
  });
  const banner = async () => (await siteFrame(office.portalId)).banner;
  const out = await after(office, () => publishNow(office.editor, { ...draft, fastLaneReason: 'disaster', reason }));
  expect(out.names).toContain('site');
  expect(await banner()).toMatchObject({ text: 'Jembatan ditutup malam ini', awaitsSecondReview: true });
  const reviewed = await after(office, () => secondReview(office.otherEditor, out.result));
  expect(reviewed.names).toContain('site');
  expect(await banner()).toMatchObject({ text: 'Jembatan ditutup malam ini', awaitsSecondReview: false });
  const gone = await after(office, () => retract(office.editor, { ...reviewed.result, reason, hidesTitle: false }));
  expect(gone.names).toContain('site');
  expect(await banner()).toBeNull();
});
