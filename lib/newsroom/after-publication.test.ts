import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { type ChangeType, changeTypes } from '#db/schema/enums.ts';
import { articles, coWriters, events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { issuesOf } from '#lib/errors.ts';
import type { AgencyId, ArticleId, EditionId, PortalId } from '#lib/ids.ts';
import { changesSince, generations } from '#lib/record/generation.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { addressOf } from './addresses.ts';
import { amendmentPage } from './amendments.ts';
import type { Words } from './article-input.ts';
import { checkCode } from './authenticity.ts';
import { myDesk } from './desk.ts';
import { readEdition } from './edition-record.ts';
import { editionForActor } from './edition-view.ts';
import { checkLive } from './live-check.ts';
import { moveToAgency } from './move-to-agency.ts';
import { articlePage } from './public-article.ts';
import { agencyPage, kindPage } from './public-lists.ts';
import { approve, claim, confirm, discard, place, startEdition, submit, undiscard } from './publishing.ts';

testDatabase();

type Live = { articleId: ArticleId; editionId: EditionId; version: number };

/** The next edition of a live article, in the editor's hands after the contributor submitted it. */
async function nextInEditing(
  office: Office,
  live: Live,
  options: { changeType?: ChangeType; publicNote?: string; words?: Partial<Words>; by?: Actor } = {},
) {
  const { changeType = 'update', publicNote = 'Jadwal ditambah.', words = {}, by = office.contributor } = options;
  const draft = await startEdition(by, { ...live, changeType, publicNote });
  const version = await type(by, draft.editionId, readyWords(office, { publicNote, ...words }));
  const submitted = await submit(by, { editionId: draft.editionId, version });
  return claim(office.editor, submitted);
}

const generationOf = async (portal: PortalId) => (await generations(database())).get(portal) ?? 0;
const slugOf = async (id: ArticleId) =>
  (await database().select().from(articles).where(eq(articles.id, id)))[0]?.slug ?? '';

describe('every change of a live article', () => {
  test.each(changeTypes.map((changeType) => ({ changeType })))(
    '$changeType goes out by two signatures, with a public note where readers are told of it',
    async ({ changeType }) => {
      const office = await anOffice();
      const live = await aPublishedArticle(office);
      const publicNote = changeType === 'minor' ? '' : 'Jam buka diralat menjadi pukul 08.00.';
      const editing = await nextInEditing(office, live, { changeType, publicNote, words: { title: 'Jam buka baru' } });
      expect((await articlePage(office.portalId, live.slug))?.title).not.toBe('Jam buka baru');
      const published = await approve(office.editor, { ...editing, outcome: 'publish' });
      expect(published.state).toBe('published');
      expect((await editionRow(live.editionId)).state).toBe('superseded');
      const page = await articlePage(office.portalId, live.slug);
      expect(page?.title).toBe('Jam buka baru');
      expect(new Set(page?.signedBy.map(({ act }) => act))).toEqual(new Set(['submit', 'approve']));
      expect(page?.publicNotes.map((note) => [note.changeType, note.note])).toEqual(
        changeType === 'minor' ? [] : [[changeType, publicNote]],
      );
      const register = (await amendmentPage(office.portalId, 1))?.amendments ?? [];
      const isAmendment = changeType === 'correction' || changeType === 'right_of_reply';
      expect(register.map((one) => one.note)).toEqual(isAmendment ? [publicNote] : []);
    },
  );

  test('another address answers for the former one', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const { sectionId } = await editionRow(live.editionId);
    if (sectionId === null) throw new Error('The article stands in a section.');
    await place(office.editor, { ...live, slug: 'jam-buka', sectionId, topicIds: [], relatedIds: [] });
    expect(await addressOf(office.portalId, live.slug)).toMatchObject({ kind: 'moved' });
    expect((await articlePage(office.portalId, 'jam-buka'))?.articleId).toBe(live.articleId);
  });
});

describe('another kind', () => {
  test('comes with a new edition, asks for its own fields and moves between the lists', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const draft = await startEdition(office.contributor, { ...live, changeType: 'update', publicNote: 'Kini rilis.' });
    const words = readyWords(office, { kind: 'press_release', publicNote: 'Kini rilis.' });
    const unfilled = await type(office.contributor, draft.editionId, words);
    const refused = await submit(office.contributor, { editionId: draft.editionId, version: unfilled }).catch(issuesOf);
    expect(refused).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'details.contactName' })]));
    const filled = {
      ...words,
      details: { releaseNumber: '100/HMS/2026', contactName: 'Humas', contactPhone: '0541-000000' },
    };
    const version = await type(office.contributor, draft.editionId, filled);
    const submitted = await submit(office.contributor, { editionId: draft.editionId, version });
    await approve(office.editor, { ...(await claim(office.editor, submitted)), outcome: 'publish' });
    expect((await kindPage(office.portalId, 'press_release', 1))?.cards.map((card) => card.articleId)).toEqual([
      live.articleId,
    ]);
    expect((await kindPage(office.portalId, 'news', 1))?.cards ?? []).toEqual([]);
    expect((await articlePage(office.portalId, live.slug))?.kind).toBe('press_release');
    expect((await checkLive()).findings).toEqual([]);
  });
});

describe('another agency', () => {
  const moved = async () => {
    const office = await anOffice();
    const other = await anAgency(office.portalId);
    const receiver = await aPerson({
      name: 'Rina Penerima',
      role: 'contributor',
      portalId: office.portalId,
      agencyId: other.agencyId,
    });
    return { office, other, receiver };
  };
  const agencyCards = async (office: Office, slug: string) =>
    (await agencyPage(office.portalId, slug, 1))?.cards.map((card) => card.articleId) ?? [];

  test('takes a live article over when its edition goes live, and what was signed before still holds', async () => {
    const { office, other, receiver } = await moved();
    const live = await aPublishedArticle(office);
    const codeBefore = (await editionRow(live.editionId)).contentHash ?? '';
    expect(await refusal(editionForActor(receiver, live.articleId))).toBe('not_found');
    const editing = await nextInEditing(office, live);
    const { agencyId } = other;
    const ready = await moveToAgency(office.editor, { ...editing, agencyId });

    // Both agencies see what is under way; readers still have what was signed.
    expect((await editionForActor(receiver, live.articleId)).agency.id).toBe(agencyId);
    expect((await editionForActor(office.colleague, live.articleId)).agency.id).toBe(agencyId);
    expect(await agencyCards(office, office.agencySlug)).toEqual([live.articleId]);

    // The contributor signed for another agency: somebody has to sign these words as well.
    const approved = await approve(office.editor, { ...ready, outcome: 'publish' });
    expect(approved.state).toBe('approved');
    const before = await generationOf(office.portalId);
    expect((await confirm(office.contributor, approved)).state).toBe('published');

    expect(await agencyCards(office, office.agencySlug)).toEqual([]);
    expect(await agencyCards(office, other.agencySlug)).toEqual([live.articleId]);
    const renewed = (await changesSince(database(), office.portalId, before)).names;
    expect(renewed).toEqual(expect.arrayContaining([`agency:${office.agencySlug}`, `agency:${other.agencySlug}`]));
    expect((await articlePage(office.portalId, live.slug))?.agency.slug).toBe(other.agencySlug);
    expect((await checkLive()).findings).toEqual([]);
    expect((await editionRow(live.editionId)).agencyId).toBe(office.agencyId);
    expect((await checkCode(office.portalId, codeBefore)).kind).toBe('superseded');
    const former = await readEdition(database(), live.editionId);
    expect(former?.facts.currentHash).toBe(codeBefore);
  });

  test('takes a draft at once before readers ever had it; whoever wrote it goes on writing', async () => {
    const { office, other, receiver } = await moved();
    const draft = await aDraft(office);
    const { version } = await moveToAgency(office.editor, { ...draft, agencyId: other.agencyId });
    const [article] = await database().select().from(articles).where(eq(articles.id, draft.articleId));
    expect(article?.agencyId).toBe(other.agencyId);
    expect((await editionRow(draft.editionId)).agencyId).toBeNull();
    expect(await database().select().from(coWriters).where(eq(coWriters.editionId, draft.editionId))).toMatchObject([
      { userId: office.contributor.userId },
    ]);
    await type(office.contributor, draft.editionId, readyWords(office, { title: 'Masih saya tulis' }));
    await type(receiver, draft.editionId, readyWords(office, { title: 'Kini juga saya' }));
    expect(await refusal(editionForActor(office.colleague, draft.articleId))).toBe('not_found');
    const [event] = await database()
      .select()
      .from(events)
      .where(and(eq(events.editionId, draft.editionId), eq(events.verb, 'move_to_agency')));
    expect(event).toMatchObject({ agencyId: other.agencyId, detail: { from: office.agencyId, to: other.agencyId } });
    expect(await refusal(moveToAgency(office.editor, { ...draft, version, agencyId: office.agencyId }))).toBe(
      'conflict',
    );
  });

  test('is chosen by writers only among agencies they write for, by nobody for words that are out of hand', async () => {
    const { office, other, receiver } = await moved();
    const draft = await aDraft(office);
    const to = (agencyId: AgencyId, of: Live = draft) => ({ ...of, agencyId });
    expect(await refusal(moveToAgency(office.contributor, to(other.agencyId)))).toBe('not_allowed');
    expect(await refusal(moveToAgency(receiver, to(other.agencyId)))).toBe('not_found');
    expect(await refusal(moveToAgency(office.auditor, to(other.agencyId)))).toBe('not_allowed');
    expect(await refusal(moveToAgency(office.editor, to(office.agencyId)))).toBe('invalid');
    const elsewhere = await anOffice();
    expect(await refusal(moveToAgency(office.editor, to(elsewhere.agencyId)))).toBe('invalid');
    const editing = await anArticleInEditing(office);
    expect(await refusal(moveToAgency(office.otherEditor, to(other.agencyId, editing)))).toBe('not_allowed');
    const live = await aPublishedArticle(office);
    expect(await refusal(moveToAgency(office.editor, to(other.agencyId, live)))).toBe('not_allowed');
  });

  test('going back before it goes live leaves nothing behind', async () => {
    const { office, other } = await moved();
    const live = await aPublishedArticle(office);
    const editing = await nextInEditing(office, live);
    const there = await moveToAgency(office.editor, { ...editing, agencyId: other.agencyId });
    const back = await moveToAgency(office.editor, { ...there, agencyId: office.agencyId });
    expect((await editionRow(editing.editionId)).agencyId).toBeNull();
    expect((await approve(office.editor, { ...back, outcome: 'publish' })).state).toBe('published');
  });

  test('is no partner in its own story, and a draft from before the move goes on under the new one', async () => {
    const { office, other, receiver } = await moved();
    const live = await aPublishedArticle(office);
    const thrown = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const gone = await discard(office.contributor, thrown);
    const draft = await startEdition(office.contributor, {
      ...live,
      version: live.version + 1,
      changeType: 'minor',
      publicNote: '',
    });
    const joint = await type(
      office.contributor,
      draft.editionId,
      readyWords(office, { jointAgencyIds: [other.agencyId] }),
    );
    const away = await moveToAgency(office.editor, {
      editionId: draft.editionId,
      version: joint,
      agencyId: other.agencyId,
    });
    expect((await editionRow(draft.editionId)).jointAgencyIds).toEqual([]);
    const submitted = await submit(receiver, away);
    await approve(office.editor, { ...(await claim(office.editor, submitted)), outcome: 'publish' });
    expect((await editionRow(thrown.editionId)).agencyId).toBe(office.agencyId);
    expect((await undiscard(receiver, gone)).state).toBe('draft');
    expect((await editionRow(thrown.editionId)).agencyId).toBeNull();
    expect((await myDesk(receiver)).drafts.map((row) => row.articleId)).toEqual([]);
    expect(await slugOf(live.articleId)).toBe(live.slug);
  });
});
