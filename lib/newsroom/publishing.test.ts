import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { decisionNotes, redirects, signatures } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { issuesOf } from '#lib/errors.ts';
import { verifyChain } from '#lib/record/events.ts';
import { changesSince, generations } from '#lib/record/generation.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  aFastLaneArticle,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { verbsOf } from '#lib/testing/recorded-verbs.ts';
import { refusal } from '#lib/testing/refusals.ts';
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

testDatabase();

const reason = 'Alasan yang cukup panjang untuk dicatat.';

describe('the ordinary road', () => {
  test('two people and two signatures bring a draft to readers', async () => {
    const office = await anOffice();
    const article = await aPublishedArticle(office);
    const row = await editionRow(article.editionId);
    expect(row.state).toBe('published');
    expect(article.slug).toBe('puskesmas-buka-layanan-imunisasi-sabtu-pagi');
    const signed = await database().select().from(signatures).where(eq(signatures.editionId, article.editionId));
    expect(signed.map(({ userId, act, contentHash }) => ({ userId, act, contentHash }))).toEqual([
      { userId: office.contributor.userId, act: 'submit', contentHash: row.contentHash },
      { userId: office.editor.userId, act: 'approve', contentHash: row.contentHash },
    ]);
    expect(await verbsOf(article.editionId)).toEqual(['create', 'submit', 'claim', 'approve', 'publish']);
  });

  test('an editor who changed a word needs a second person, and then what was chosen happens', async () => {
    const office = await anOffice();
    const waiting = await anArticleAwaitingConfirmation(office);
    expect((await editionRow(waiting.editionId)).state).toBe('approved');
    expect(await refusal(confirm(office.editor, waiting))).toBe('not_allowed');
    expect(await refusal(publish(office.editor, waiting))).toBe('not_allowed');
    const done = await confirm(office.contributor, waiting);
    expect(done.state).toBe('published');
  });

  test.each(['colleague', 'leader', 'admin', 'auditor'] as const)('a %s cannot confirm', async (who) => {
    const office = await anOffice();
    expect(await refusal(confirm(office[who], await anArticleAwaitingConfirmation(office)))).toMatch(
      /not_allowed|not_found/,
    );
  });

  test.each(['verifier', 'otherEditor', 'managingEditor'] as const)('a %s can confirm', async (who) => {
    const office = await anOffice();
    expect((await confirm(office[who], await anArticleAwaitingConfirmation(office))).state).toBe('published');
  });

  test('waiting leaves it approved until an editor publishes', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    const approved = await approve(office.editor, { ...editing, outcome: 'wait' });
    expect(approved.state).toBe('approved');
    expect((await publish(office.otherEditor, approved)).state).toBe('published');
  });

  test('the submitter cannot approve, even as an editor', async () => {
    const office = await anOffice();
    const article = await aSubmittedArticle(office);
    const { memberships } = await import('#db/schema/index.ts');
    await database().insert(memberships).values({
      userId: office.contributor.userId,
      portalId: office.portalId,
      role: 'editor',
      effectiveAt: new Date(),
    });
    const { loadActor } = await import('#lib/accounts/actor.ts');
    const both = await loadActor(office.contributor.userId);
    const claimed = await claim(both, article);
    expect(await refusal(approve(both, { ...claimed, outcome: 'publish' }))).toBe('not_allowed');
  });

  test('a missing title, section or lead stops the submission and says where', async () => {
    const office = await anOffice();
    const draft = await aDraft(office, {
      words: { title: ' ', sectionId: null, body: { type: 'doc', content: [{ type: 'paragraph' }] } },
    });
    const failed = await submit(office.contributor, draft).catch((error: unknown) => error);
    expect(issuesOf(failed).map((issue) => issue.field)).toEqual(['title', 'body', 'sectionId']);
    expect((await editionRow(draft.editionId)).state).toBe('draft');
  });

  test('information that is exempt never goes out, by no road', async () => {
    const office = await anOffice();
    const draft = await aDraft(office, { words: { infoClass: 'exempt' } });
    expect(await refusal(submit(office.contributor, draft))).toBe('invalid');
    expect(await refusal(publishNow(office.editor, { ...draft, fastLaneReason: 'disaster', reason }))).toBe('invalid');
  });
});

describe('the way back', () => {
  test('return says why, and the writer submits again', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    const returned = await returnEdition(office.editor, {
      ...editing,
      reasonCode: 'source_or_quote',
      note: reason,
      place: 'lead',
    });
    expect(returned.state).toBe('returned');
    const [note] = await database().select().from(decisionNotes).where(eq(decisionNotes.editionId, editing.editionId));
    expect(note).toMatchObject({
      reasonCode: 'source_or_quote',
      text: reason,
      place: 'lead',
      by: office.editor.userId,
    });
    expect((await submit(office.contributor, returned)).state).toBe('submitted');
  });

  test('release without edits leads back; after edits the words are submitted and free to claim', async () => {
    const office = await anOffice({ hasVerification: true });
    const submitted = await aSubmittedArticle(office);
    const verified = await verify(office.verifier, submitted);
    const back = await release(office.editor, await claim(office.editor, verified));
    expect(back.state).toBe('verified');
    const claimed = await claim(office.editor, back);
    const version = await type(office.editor, claimed.editionId, readyWords(office, { title: 'Judul lain' }));
    const loose = await release(office.editor, { ...claimed, version });
    expect(loose.state).toBe('submitted');
    expect((await claim(office.otherEditor, loose)).state).toBe('in_editing');
  });

  test('withdraw, reject, discard and undiscard', async () => {
    const office = await anOffice();
    const withdrawn = await withdraw(office.contributor, await aSubmittedArticle(office));
    expect(withdrawn.state).toBe('draft');
    const discarded = await discard(office.colleague, withdrawn);
    expect(discarded.state).toBe('discarded');
    expect((await undiscard(office.contributor, discarded)).state).toBe('draft');
    const rejected = await reject(office.editor, {
      ...(await aSubmittedArticle(office)),
      reasonCode: 'duplicate',
      note: reason,
    });
    expect(rejected.state).toBe('rejected');
  });

  test('nothing is brought back after thirty days', async () => {
    const office = await anOffice();
    const discarded = await discard(office.contributor, await aDraft(office));
    const later = new Date(Date.now() + 31 * 24 * 3_600_000);
    const putBack = useClock(() => later);
    try {
      expect(await refusal(undiscard(office.contributor, discarded))).toBe('not_allowed');
    } finally {
      putBack();
    }
  });
});

describe('the verifier', () => {
  test('signs before the desk; nobody of the writers does', async () => {
    const office = await anOffice({ hasVerification: true });
    const submitted = await aSubmittedArticle(office);
    expect(await refusal(verify(office.contributor, submitted))).toBe('not_allowed');
    expect(await refusal(claim(office.editor, submitted))).toBe('not_allowed');
    expect((await verify(office.verifier, submitted)).state).toBe('verified');
  });

  test('a verifier who wrote does not count as one, so the desk goes on', async () => {
    const office = await anOffice({ hasVerification: true });
    const draft = await aDraft(office, { by: office.verifier });
    const submitted = await submit(office.verifier, draft);
    expect(await refusal(verify(office.verifier, submitted))).toBe('not_allowed');
    expect((await claim(office.editor, submitted)).state).toBe('in_editing');
  });

  test('on leave: after the set time any editor claims, a managing editor at once with a reason', async () => {
    const office = await anOffice({ hasVerification: true });
    const submitted = await aSubmittedArticle(office);
    expect(await refusal(claim(office.managingEditor, submitted))).toBe('not_allowed');
    const past = await claim(office.managingEditor, { ...submitted, reason });
    expect(past.state).toBe('in_editing');

    const other = await aSubmittedArticle(office);
    const { verifyDueAt } = await editionRow(other.editionId);
    const putBack = useClock(() => verifyDueAt ?? new Date());
    try {
      expect((await claim(office.editor, other)).state).toBe('in_editing');
    } finally {
      putBack();
    }
  });
});

describe('the seat', () => {
  test('a managing editor takes over at once, another editor after thirty minutes of silence', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    expect(await refusal(takeOver(office.otherEditor, editing))).toBe('not_allowed');
    const taken = await takeOver(office.managingEditor, editing);
    expect((await editionRow(editing.editionId)).claimedBy).toBe(office.managingEditor.userId);
    const later = new Date(Date.now() + 31 * 60_000);
    const putBack = useClock(() => later);
    try {
      expect((await takeOver(office.otherEditor, taken)).state).toBe('in_editing');
    } finally {
      putBack();
    }
  });
});

describe('the fast lane', () => {
  test('one editor publishes; the record says so; the second review is by somebody else', async () => {
    const office = await anOffice();
    const article = await aFastLaneArticle(office);
    const row = await editionRow(article.editionId);
    expect(row).toMatchObject({
      state: 'published',
      fastLaneReason: 'immediate_information',
      fastLaneBy: office.editor.userId,
    });
    expect(row.secondReviewDueAt?.getTime()).toBe((row.publishedAt?.getTime() ?? 0) + 2 * 3_600_000);
    expect(await refusal(secondReview(office.editor, article))).toBe('not_allowed');
    await secondReview(office.otherEditor, article);
    expect((await editionRow(article.editionId)).secondReviewedAt).not.toBeNull();
  });

  test('words that somebody else signed before owe no review', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    await publishNow(office.editor, { ...submitted, fastLaneReason: 'disaster', reason });
    expect((await editionRow(submitted.editionId)).secondReviewDueAt).toBeNull();
  });

  test('a contributor has no fast lane', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    expect(await refusal(publishNow(office.contributor, { ...draft, fastLaneReason: 'disaster', reason }))).toBe(
      'not_allowed',
    );
  });
});

describe('after publication', () => {
  test('the next edition supersedes the live one only when it is published', async () => {
    const office = await anOffice();
    const first = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, {
      ...first,
      changeType: 'correction',
      publicNote: 'Jam layanan diralat.',
    });
    expect(begun.editionId).not.toBe(first.editionId);
    expect(
      await refusal(
        startEdition(office.editor, { ...first, version: first.version + 1, changeType: 'minor', publicNote: '' }),
      ),
    ).toBe('not_allowed');
    const version = await type(
      office.contributor,
      begun.editionId,
      readyWords(office, { title: 'Jam imunisasi berubah', publicNote: 'Jam layanan diralat.' }),
    );
    const submitted = await submit(office.contributor, { ...begun, version });
    expect((await editionRow(first.editionId)).state).toBe('published');
    const done = await approve(office.editor, { ...(await claim(office.editor, submitted)), outcome: 'publish' });
    expect(done.state).toBe('published');
    expect((await editionRow(first.editionId)).state).toBe('superseded');
    expect(await editionRow(done.editionId)).toMatchObject({ number: 2, changeType: 'correction' });
  });

  test('retract gives the reason, restore is for the managing editor', async () => {
    const office = await anOffice();
    const article = await aPublishedArticle(office);
    const retracted = await retract(office.editor, { ...article, reason, hidesTitle: false });
    expect(retracted.state).toBe('retracted');
    expect(await refusal(restore(office.editor, retracted))).toBe('not_allowed');
    expect((await restore(office.managingEditor, retracted)).state).toBe('published');
  });

  test('another address leaves a redirect behind, and an address is never given twice', async () => {
    const office = await anOffice();
    const [one, two] = [await aPublishedArticle(office), await aPublishedArticle(office)];
    expect(two.slug).toBe(`${one.slug}-2`);
    const where = { sectionId: office.sectionId, topicIds: [], relatedIds: [] };
    await place(office.editor, { ...one, ...where, slug: 'imunisasi-sabtu' });
    const [old] = await database()
      .select()
      .from(redirects)
      .where(and(eq(redirects.portalId, office.portalId), eq(redirects.oldSlug, one.slug)));
    expect(old?.articleId).toBe(one.articleId);
    expect(await refusal(place(office.editor, { ...two, ...where, slug: one.slug }))).toBe('invalid');
  });

  test('every change that readers see raises the generation and names it', async () => {
    const office = await anOffice();
    const before = (await generations(database())).get(office.portalId) ?? 0;
    const article = await aPublishedArticle(office);
    const { generation, names } = await changesSince(database(), office.portalId, before);
    expect(generation).toBe(before + 1);
    expect(names.toSorted()).toEqual(
      [
        ...['front', 'all', 'kind:news', `article:${article.slug}`],
        ...[`agency:${office.agencySlug}`, `section:${office.sectionSlug}`],
      ].toSorted(),
    );
  });
});

describe('who may not even know', () => {
  test.each<[keyof Awaited<ReturnType<typeof anOffice>>, string]>([
    ['admin', 'not_found'],
    ['leader', 'not_allowed'],
    ['auditor', 'not_allowed'],
  ])('%s is answered %s', async (who, code) => {
    const office = await anOffice();
    expect(await refusal(submit(office[who] as Actor, await aDraft(office)))).toBe(code);
  });

  test('an editor of another portal finds nothing', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const submitted = await aSubmittedArticle(office);
    for (const stranger of [elsewhere.editor, elsewhere.contributor, elsewhere.verifier, elsewhere.auditor]) {
      expect(await refusal(claim(stranger, submitted))).toBe('not_found');
    }
  });
});

test('the audit chain of all of this holds', async () => {
  expect((await verifyChain(database())).brokenAt).toBeNull();
});
