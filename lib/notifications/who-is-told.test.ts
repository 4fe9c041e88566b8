import { asc, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { articles, events, namedPeople, notifications } from '#db/schema/index.ts';
import { comment, reply } from '#lib/newsroom/comments.ts';
import { onTheWhole } from '#lib/newsroom/conversation-shapes.ts';
import {
  claim,
  confirm,
  publishNow,
  reject,
  retract,
  returnEdition,
  submit,
  takeOver,
  verify,
} from '#lib/newsroom/publishing.ts';
import { recordEvent } from '#lib/record/events.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
} from '#lib/testing/newsroom.ts';
import { newsGroups, newsKindNames, usualMail } from './kinds.ts';
import { tellPeople } from './tell-people.ts';

testConfiguration();
testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

/** Who was told of the last event of this verb, and of what. */
async function told(verb: string): Promise<Record<string, string>> {
  await tellPeople();
  const [event] = await database()
    .select()
    .from(events)
    .where(eq(events.verb, verb))
    .orderBy(desc(events.seq))
    .limit(1);
  const rows = await database()
    .select()
    .from(notifications)
    .where(eq(notifications.eventSeq, event?.seq ?? 0))
    .orderBy(asc(notifications.id));
  return Object.fromEntries(rows.map(({ userId, kind }) => [nameOf(userId), kind]));
}

function nameOf(userId: string): string {
  const found = Object.entries(office).find(([, person]) => typeof person === 'object' && person.userId === userId);
  return found?.[0] ?? userId;
}

describe('who is told of what', () => {
  it('a submitted article: the desk where nobody verifies, never whoever submitted', async () => {
    await aSubmittedArticle(office);
    expect(await told('submit')).toEqual({ editor: 'to_edit', otherEditor: 'to_edit', managingEditor: 'to_edit' });
  });

  it('a submitted article of an agency that verifies: its verifiers first, the desk once it is verified', async () => {
    const verifying = await anOffice({ hasVerification: true });
    office = verifying;
    const article = await aSubmittedArticle(verifying);
    expect(await told('submit')).toEqual({ verifier: 'to_verify' });
    await verify(verifying.verifier, article);
    expect(await told('verify')).toEqual({ editor: 'to_edit', otherEditor: 'to_edit', managingEditor: 'to_edit' });
    office = await anOffice();
  });

  it('a return and a rejection: the writers', async () => {
    const article = await anArticleInEditing(office);
    await returnEdition(office.editor, { ...article, reasonCode: 'incomplete_facts', note: 'Tambahkan angka.' });
    expect(await told('return')).toEqual({ contributor: 'returned' });
    const other = await anArticleInEditing(office);
    await reject(office.editor, { ...other, reasonCode: 'not_our_authority', note: 'Bukan urusan kita.' });
    expect(await told('reject')).toEqual({ contributor: 'rejected' });
  });

  it('an approval with changes: whoever may confirm; the confirmation: whoever approved', async () => {
    const article = await anArticleAwaitingConfirmation(office);
    expect(await told('approve')).toEqual({ contributor: 'to_confirm', verifier: 'to_confirm' });
    await confirm(office.contributor, article);
    expect(await told('confirm')).toEqual({ editor: 'confirmed' });
    expect(await told('publish')).toEqual({ editor: 'published', leader: 'published' });
  });

  it('a publication: writers, signers and the leader, but not the one who has just signed', async () => {
    await aPublishedArticle(office);
    expect(await told('publish')).toEqual({ contributor: 'published', leader: 'published' });
  });

  it('the fast lane: managing editors, second reviewers and the writer', async () => {
    const draft = await aDraft(office);
    await publishNow(office.editor, { ...draft, fastLaneReason: 'disaster', reason: 'Banjir malam ini.' });
    expect(await told('publish_now')).toEqual({
      managingEditor: 'fast_lane',
      otherEditor: 'second_review',
      verifier: 'second_review',
      contributor: 'published',
      leader: 'published',
    });
  });

  it('an article taken over: whoever had it', async () => {
    const article = await anArticleInEditing(office);
    await takeOver(office.managingEditor, article);
    expect(await told('take_over')).toEqual({ editor: 'taken_over' });
  });

  it('a retraction: authors, managing editors and the leader', async () => {
    const article = await aPublishedArticle(office);
    await retract(office.editor, { ...article, reason: 'Data tertukar.', hidesTitle: false });
    expect(await told('retract')).toEqual({
      contributor: 'retracted',
      managingEditor: 'retracted',
      leader: 'retracted',
    });
  });

  it('a remark: who was called by name hears so, the writers of a comment, the thread of an answer', async () => {
    const { editionId } = await aSubmittedArticle(office);
    const id = await comment(office.editor, {
      ...{ editionId, text: 'Angka ini dari mana?', anchor: onTheWhole },
      mentions: [office.colleague.userId],
    });
    expect(await told('comment')).toEqual({ colleague: 'mention', contributor: 'comment' });
    await reply(office.contributor, { editionId, commentId: id, text: 'Dari BPS.', mentions: [] });
    expect(await told('reply')).toEqual({ editor: 'reply' });
  });

  it('a confidential draft: only those named', async () => {
    const draft = await aDraft(office);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, draft.articleId));
    const named = [office.contributor, office.editor, office.otherEditor].map(({ userId }) => userId);
    await database()
      .insert(namedPeople)
      .values(named.map((userId) => ({ articleId: draft.articleId, userId })));
    const { version } = await submit(office.contributor, draft);
    const claimed = await claim(office.editor, { ...draft, version });
    await returnEdition(office.editor, {
      ...{ editionId: draft.editionId, version: claimed.version },
      ...{ reasonCode: 'incomplete_facts', note: 'Lengkapi.' },
    });
    expect(await told('return')).toEqual({ contributor: 'returned' });
    const row = await editionRow(draft.editionId);
    await submit(office.contributor, { editionId: draft.editionId, version: row.version });
    // Nobody else of the agency; a managing editor shares the confidence once it was sent on.
    expect(Object.keys(await told('submit'))).toEqual(['editor', 'otherEditor', 'managingEditor']);
  });

  it('a late article: whoever the watch of the desk chose', async () => {
    const { articleId, editionId } = await aSubmittedArticle(office);
    const event = {
      portalId: office.portalId,
      actorId: null,
      actorRole: null,
      verb: 'escalate',
      articleId,
      editionId,
    } as const;
    const detail = { level: 1, to: [office.managingEditor.userId] };
    await transaction((tx) => recordEvent(tx, { ...event, detail }));
    expect(await told('escalate')).toEqual({ managingEditor: 'escalated' });
    await transaction((tx) => recordEvent(tx, { ...event, detail: { level: 2 } }));
    expect(await told('escalate')).toEqual({ leader: 'escalated' });
  });

  it('each event is told once, however often the job runs', async () => {
    await aSubmittedArticle(office);
    await Promise.all([tellPeople(), tellPeople()]);
    await tellPeople();
    expect(Object.keys(await told('submit'))).toHaveLength(3);
  });
});

describe('kinds of news', () => {
  it('each stands in the settings exactly once', () => {
    const shown = newsGroups.flatMap(({ kinds }) => kinds);
    expect(shown.toSorted()).toEqual([...newsKindNames].toSorted());
  });

  it('somebody with several roles gets the most telling way', () => {
    expect(usualMail('published', ['editor'])).toBe('none');
    expect(usualMail('published', ['editor', 'contributor'])).toBe('digest');
    expect(usualMail('returned', [])).toBe('immediate');
  });
});
