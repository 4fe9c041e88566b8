import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, coWriters, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { queuePage } from '#lib/desk/queue.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  aFastLaneArticle,
  anAgency,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  readyWords,
  type,
  withRole,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { deskLength, findLiveArticles, myDesk, publishedList, putAside } from './desk.ts';
import { addCoWriter, saveWords } from './drafting.ts';
import { editionForActor, formChoices, writableAgencies } from './edition-view.ts';
import { claim, discard, reject, retract, returnEdition, secondReview, submit } from './publishing.ts';
import { canFollow } from './workflow.ts';

testDatabase();

const reason = 'Sumber belum disebut di teras.';
const ids = (rows: readonly { editionId: string }[]) => rows.map((row) => row.editionId).toSorted();
const queueOf = async (actor: Actor) => (await queuePage(actor, {})).rows;
const of = (...begun: { editionId: string }[]) => begun.map((one) => one.editionId).toSorted();

describe('my desk', () => {
  test('a writer sees drafts, what came back and why, what is under way, and words that came too late', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const editing = await anArticleInEditing(office);
    const returned = await returnEdition(office.editor, {
      ...(await anArticleInEditing(office)),
      reasonCode: 'source_or_quote',
      note: reason,
    });
    const submitted = await aSubmittedArticle(office);
    await saveWords(office.contributor, {
      editionId: submitted.editionId,
      baseVersion: 1,
      saveId: '00000000-0000-4000-8000-000000000001',
      words: readyWords(office, { title: 'Ketikan terakhir' }),
    });
    const desk = await myDesk(office.contributor);
    expect(ids(desk.drafts)).toEqual(of(draft));
    expect(ids(desk.returned)).toEqual(of(returned));
    expect(desk.returned[0]?.note).toMatchObject({ text: reason, reasonCode: 'source_or_quote', by: 'Eko Redaktur' });
    expect(ids(desk.underWay)).toEqual(of(editing, submitted));
    expect(desk.underWay.find((row) => row.editionId === editing.editionId)?.claimedBy).toBe('Eko Redaktur');
    expect(desk.stranded.map((one) => one.title)).toEqual(['Ketikan terakhir']);
    expect(desk.waitingForMe).toEqual([]);
  });

  test('drafts are those one began, wrote in or was invited to, not all of the agency', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const guest = await aPerson({ name: 'Gita', role: 'contributor', portalId: office.portalId, agencyId });
    const [begun, written, invited] = [await aDraft(office), await aDraft(office), await aDraft(office)];
    await type(office.colleague, written.editionId, readyWords(office, { title: 'Dilanjutkan rekan' }));
    await addCoWriter(office.contributor, { editionId: invited.editionId, userId: guest.userId });
    expect(ids((await myDesk(office.contributor)).drafts)).toEqual(of(begun, written, invited));
    expect(ids((await myDesk(office.colleague)).drafts)).toEqual(of(written));
    expect(ids((await myDesk(guest)).drafts)).toEqual(of(invited));
    expect((await myDesk(office.verifier)).drafts).toEqual([]);
  });

  test('a verifier finds what is to be verified, except what they wrote', async () => {
    const office = await anOffice({ hasVerification: true });
    const waiting = await aSubmittedArticle(office);
    const own = await aDraft(office, { by: office.verifier });
    await submit(office.contributor, own);
    const desk = await myDesk(office.verifier);
    expect(ids(desk.waitingForMe)).toEqual(of(waiting));
    expect(ids(desk.underWay)).toEqual(of(own));
  });

  test('who can confirm finds what awaits a second signature; the approver does not', async () => {
    const office = await anOffice();
    const awaiting = await anArticleAwaitingConfirmation(office);
    for (const who of [office.contributor, office.verifier, office.otherEditor, office.managingEditor]) {
      const desk = await myDesk(who);
      expect(ids(desk.waitingForMe)).toEqual(of(awaiting));
      expect(desk.waitingForMe[0]).toMatchObject({ awaitsConfirmation: true });
      expect(desk.waitingForMe[0]?.allowed).toContain('confirm');
      expect(desk.underWay).toEqual([]);
    }
    for (const who of [office.editor, office.colleague, office.leader]) {
      expect((await myDesk(who)).waitingForMe).toEqual([]);
    }
  });

  test('an editor finds what they hold and what awaits review, and not as their own what they sent back', async () => {
    const office = await anOffice();
    const held = await anArticleInEditing(office);
    const fast = await aFastLaneArticle(office);
    const edited = await anArticleInEditing(office);
    const version = await type(
      office.editor,
      edited.editionId,
      readyWords(office, { title: 'Disunting lalu dikembalikan' }),
    );
    await returnEdition(office.editor, { ...edited, version, reasonCode: 'title_or_lead', note: reason });
    const mine = await myDesk(office.editor);
    expect([ids(mine.waitingForMe), mine.returned, mine.drafts]).toEqual([of(held), [], []]);
    const other = await myDesk(office.otherEditor);
    expect(ids(other.waitingForMe)).toEqual(of(fast));
    expect(other.waitingForMe[0]?.secondReviewDueAt).not.toBeNull();
    await secondReview(office.otherEditor, fast);
    expect((await myDesk(office.otherEditor)).waitingForMe).toEqual([]);
  });

  test('nothing that waits is pushed out by all that is under way', async () => {
    const office = await anOffice();
    const awaiting = await anArticleAwaitingConfirmation(office);
    const own = await aDraft(office);
    const createdBy = office.colleague.userId;
    const begun = await database()
      .insert(articles)
      .values(Array.from({ length: 230 }, () => ({ portalId: office.portalId, agencyId: office.agencyId, createdBy })))
      .returning({ articleId: articles.id });
    await database()
      .insert(editions)
      .values(begun.map(({ articleId }) => ({ articleId, number: 1, body: emptyDocument(), createdBy })));
    expect(ids((await myDesk(office.otherEditor)).waitingForMe)).toEqual(of(awaiting));
    expect(ids((await myDesk(office.contributor)).drafts)).toEqual(of(own));
  });

  test('what was taken down owes no review on anybody’s desk', async () => {
    const office = await anOffice();
    const fast = await aFastLaneArticle(office);
    await retract(office.otherEditor, { ...fast, reason, hidesTitle: false });
    expect((await myDesk(office.otherEditor)).waitingForMe).toEqual([]);
  });
});

describe('lists of the desk', () => {
  test('published: what owes a review comes first', async () => {
    const office = await anOffice();
    const fast = await aFastLaneArticle(office);
    const plain = await aPublishedArticle(office);
    const gone = await aPublishedArticle(office);
    await retract(office.editor, { ...gone, reason, hidesTitle: false });
    const { rows, hasMore } = await publishedList(office.editor, 1);
    expect(rows.map((row) => row.editionId)).toEqual([fast.editionId, gone.editionId, plain.editionId]);
    expect([hasMore, (await publishedList(office.editor, 2)).rows]).toEqual([false, []]);
  });

  test('put aside: rejected and discarded, each with what may still be done', async () => {
    const office = await anOffice();
    const discarded = await discard(office.contributor, await aDraft(office));
    const rejected = await reject(office.editor, {
      ...(await aSubmittedArticle(office)),
      reasonCode: 'duplicate',
      note: reason,
    });
    const { rows } = await putAside(office.contributor);
    expect(ids(rows)).toEqual(of(discarded, rejected));
    expect(rows.find((row) => row.editionId === discarded.editionId)?.allowed).toEqual(['undiscard']);
    expect(rows.find((row) => row.editionId === rejected.editionId)?.allowed).toEqual([]);
  });

  test('put aside: page by page, the newest first, each once', async () => {
    const office = await anOffice();
    const { portalId, agencyId, contributor } = office;
    const createdBy = contributor.userId;
    const begun = await database()
      .insert(articles)
      .values(Array.from({ length: deskLength + 5 }, () => ({ portalId, agencyId, createdBy })))
      .returning({ articleId: articles.id });
    const made = await database()
      .insert(editions)
      .values(
        begun.map(({ articleId }) => ({
          ...{ articleId, number: 1, body: emptyDocument(), createdBy },
          state: 'rejected' as const,
        })),
      )
      .returning({ editionId: editions.id });
    const first = await putAside(office.editor);
    const second = await putAside(office.editor, first.olderThan ?? undefined);
    expect([first.rows.length, second.rows.length, second.olderThan]).toEqual([deskLength, 5, null]);
    const shown = [...first.rows, ...second.rows].map((row) => row.editionId);
    expect(shown).toEqual(made.map((row) => row.editionId).toSorted((one, other) => (one < other ? 1 : -1)));
  });

  test('published: of all that somebody has to do with, whichever way, and of nothing else', async () => {
    const office = await anOffice();
    const partner = await anAgency(office.portalId);
    const shared = await aPublishedArticle(office, { words: { jointAgencyIds: [partner.agencyId] } });
    const invited = await aPublishedArticle(office);
    const retracted = await retract(office.editor, { ...(await aPublishedArticle(office)), reason, hidesTitle: false });
    const placed = { portalId: office.portalId, agencyId: partner.agencyId };
    const neighbour = await aPerson({ name: 'Nia', role: 'contributor', ...placed });
    const guest = await aPerson({ name: 'Gita', role: 'contributor', ...placed });
    await database()
      .insert(coWriters)
      .values({ editionId: invited.editionId, userId: guest.userId, addedBy: office.contributor.userId });
    const listOf = async (actor: Actor) => ids((await publishedList(actor, 1)).rows);
    expect(await listOf(office.contributor)).toEqual(of(shared, invited, retracted));
    expect(await listOf(office.editor)).toEqual(of(shared, invited, retracted));
    expect(await listOf(neighbour)).toEqual(of(shared));
    expect(await listOf(guest)).toEqual(of(shared, invited));
    expect(await listOf((await anOffice()).editor)).toEqual([]);
  });

  test('related articles are found by their title, as it is written', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, { words: { title: 'Hasil 100% imunisasi' } });
    await aSubmittedArticle(office, { words: { title: '100% naskah' } });
    expect(await findLiveArticles(office.editor, office.portalId, '100% IMUN')).toEqual([
      { id: live.articleId, title: 'Hasil 100% imunisasi' },
    ]);
    expect(await findLiveArticles(office.editor, office.portalId, '1__%')).toEqual([]);
    expect(await findLiveArticles((await anOffice()).editor, office.portalId, 'imunisasi')).toEqual([]);
  });
});

describe('what is offered', () => {
  test('only verbs that follow the state, to everybody, in every list', async () => {
    const office = await anOffice({ hasVerification: true });
    const all = [
      await aDraft(office),
      await aSubmittedArticle(office),
      await aFastLaneArticle(office),
      await discard(office.contributor, await aDraft(office)),
    ];
    const people: Actor[] = [
      office.contributor,
      office.verifier,
      office.leader,
      office.editor,
      office.managingEditor,
      office.auditor,
    ];
    for (const who of people) {
      for (const one of all) {
        const view = await editionForActor(who, one.articleId);
        for (const verb of view.allowed) expect(canFollow(verb, view.state)).toBe(true);
        if (who === office.leader || who === office.auditor) expect(view.allowed).toEqual([]);
      }
    }
    expect((await queueOf(office.leader)).flatMap((row) => row.allowed)).toEqual([]);
  });

  test('to a managing editor past a verifier only with a reason, and the screen knows', async () => {
    const office = await anOffice({ hasVerification: true });
    const submitted = await aSubmittedArticle(office);
    const forManaging = await editionForActor(office.managingEditor, submitted.articleId);
    expect([forManaging.claimNeedsReason, forManaging.allowed.includes('claim')]).toEqual([true, true]);
    const forEditor = await editionForActor(office.editor, submitted.articleId);
    expect([forEditor.claimNeedsReason, forEditor.allowed.includes('claim')]).toEqual([false, false]);
  });

  test('to a submitter who holds their own words: why they cannot approve them', async () => {
    const office = await anOffice();
    const both = await withRole(office.editor, 'contributor', office);
    const own = await claim(both, await aSubmittedArticle(office, { by: both }));
    const view = await editionForActor(both, own.articleId);
    expect(view.approveRefusal).toBe('Anda yang mengajukan naskah ini. Persetujuan harus oleh redaktur lain.');
    expect(view.allowed).toEqual(expect.not.arrayContaining(['approve']));
    const editing = await anArticleInEditing(office);
    expect((await editionForActor(office.editor, editing.articleId)).approveRefusal).toBeNull();
    expect((await editionForActor(office.otherEditor, editing.articleId)).approveRefusal).toBeNull();
  });
});

describe('agency A never sees agency B', () => {
  test('in no list, by no number, by no choice', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const elsewhere = { ...office, agencyId };
    const rival = await aPerson({ name: 'Rian', role: 'contributor', portalId: office.portalId, agencyId });
    const rivals = [
      rival,
      await aPerson({ name: 'Vina', role: 'verifier', portalId: office.portalId, agencyId }),
      await aPerson({ name: 'Lia', role: 'leader', portalId: office.portalId, agencyId }),
    ];
    const own = await aDraft(elsewhere, { by: rival });
    const [draft] = [
      await aDraft(office),
      await aSubmittedArticle(office),
      await anArticleAwaitingConfirmation(office),
    ];
    await aPublishedArticle(office);
    await discard(office.contributor, await aDraft(office));
    for (const who of rivals) {
      const { waitingForMe, returned, drafts, underWay, stranded } = await myDesk(who);
      expect([waitingForMe, returned, underWay, stranded]).toEqual([[], [], [], []]);
      expect(ids(drafts)).toEqual(who === rival ? of(own) : []);
      expect([await queueOf(who), (await publishedList(who, 1)).rows, (await putAside(who)).rows]).toEqual([
        [],
        [],
        [],
      ]);
      expect(await refusal(editionForActor(who, draft.articleId))).toBe('not_found');
      expect(await refusal(editionForActor(who, draft.articleId, 1))).toBe('not_found');
    }
    expect((await writableAgencies(rival)).map((agency) => agency.id)).toEqual([agencyId]);
    expect(await writableAgencies(office.editor)).toEqual([]);
    expect((await formChoices(office.portalId)).people.map((one) => one.name)).toContain('Rian');
  });

  test('unless the article is shared with it', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const partner = await aPerson({ name: 'Pia', role: 'contributor', portalId: office.portalId, agencyId });
    const shared = await aSubmittedArticle(office, { words: { jointAgencyIds: [agencyId] } });
    expect(ids(await queueOf(partner))).toEqual(of(shared));
    expect((await editionForActor(partner, shared.articleId)).allowed).toEqual([]);
  });

  test('nor a colleague what is confidential', async () => {
    const office = await anOffice();
    const secret = await aDraft(office);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, secret.articleId));
    await database().insert(namedPeople).values({ articleId: secret.articleId, userId: office.contributor.userId });
    expect(ids((await myDesk(office.contributor)).drafts)).toEqual(of(secret));
    for (const who of [office.colleague, office.verifier, office.leader, office.editor]) {
      expect(await refusal(editionForActor(who, secret.articleId))).toBe('not_found');
    }
    await submit(office.contributor, secret);
    expect(ids(await queueOf(office.managingEditor))).toEqual(of(secret));
    expect(await queueOf(office.editor)).toEqual([]);
    expect(await queueOf(office.verifier)).toEqual([]);
  });
});
