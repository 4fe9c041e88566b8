import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { comments, events } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anAgency, anOffice, aPerson, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { comment, commentAsGuest, markSeen, reopenComment, reply, resolveComment } from './comments.ts';
import { conversationForActor } from './conversation.ts';
import { onTheWhole } from './conversation-shapes.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const remark = (text: string, mentions: Office['contributor']['userId'][] = []) => ({
  ...{ text, mentions, anchor: onTheWhole },
});

describe('a comment', () => {
  test('is made by everyone who sees the edition, leaders too, and the record has no words of it', async () => {
    const { editionId } = await aDraft(office);
    for (const who of [office.contributor, office.verifier, office.leader, office.editor, office.managingEditor])
      await comment(who, { editionId, ...remark(`Dari ${who.name}`) });
    const { threads } = await conversationForActor(office.auditor, editionId);
    expect(threads.map(({ by }) => by)).toContain(office.leader.name);
    const rows = await database()
      .select()
      .from(events)
      .where(and(eq(events.editionId, editionId), eq(events.verb, 'comment')));
    expect(rows.map(({ actorRole }) => actorRole)).toEqual([
      ...['contributor', 'verifier', 'leader', 'editor', 'managing_editor'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Dari');
  });

  test('changes neither the words nor their hash nor their version', async () => {
    const { editionId } = await aDraft(office);
    const before = await editionRow(editionId);
    await comment(office.editor, { editionId, ...remark('Bagus.') });
    expect(await editionRow(editionId)).toEqual(before);
  });

  test('is for no auditor, and not found by whoever may not see the edition', async () => {
    const { editionId } = await aDraft(office);
    expect(await refusal(comment(office.auditor, { editionId, ...remark('Halo') }))).toBe('not_allowed');
    expect(await refusal(comment(office.admin, { editionId, ...remark('Halo') }))).toBe('not_found');
    expect(await refusal(conversationForActor(office.admin, editionId))).toBe('not_found');
    const elsewhere = await anAgency(office.portalId);
    const stranger = await aPerson({ name: 'Orang lain', role: 'contributor', ...office, ...elsewhere });
    expect(await refusal(comment(stranger, { editionId, ...remark('Halo') }))).toBe('not_found');
  });

  test('is answered, done with, and opened again by an answer', async () => {
    const { editionId } = await aDraft(office);
    const id = await comment(office.editor, { editionId, ...remark('Siapa sumbernya?') });
    await resolveComment(office.contributor, { editionId, commentId: id });
    await resolveComment(office.colleague, { editionId, commentId: id });
    const done = await conversationForActor(office.editor, editionId);
    expect(done.threads[0]?.resolved?.by).toBe(office.contributor.name);
    await reply(office.contributor, { editionId, commentId: id, text: 'Kepala dinas.', mentions: [] });
    const { threads } = await conversationForActor(office.editor, editionId);
    expect(threads[0]).toMatchObject({ resolved: null, replies: [{ text: 'Kepala dinas.', isMine: false }] });
    await resolveComment(office.editor, { editionId, commentId: id });
    await reopenComment(office.editor, { editionId, commentId: id });
    expect((await conversationForActor(office.editor, editionId)).threads[0]?.resolved).toBeNull();
  });

  test('of one article cannot be answered through another', async () => {
    const [one, other] = [await aDraft(office), await aDraft(office)];
    const id = await comment(office.editor, { editionId: one.editionId, ...remark('Halo') });
    const { editionId } = other;
    expect(await refusal(resolveComment(office.editor, { editionId, commentId: id }))).toBe('not_found');
    expect(await refusal(reply(office.editor, { editionId, commentId: id, text: 'x', mentions: [] }))).toBe(
      'not_found',
    );
  });
});

describe('a mention', () => {
  test('waits for the person until they open the conversation', async () => {
    const { editionId } = await aDraft(office);
    await comment(office.editor, { editionId, ...remark('@Rudi Rekan, mohon dicek.', [office.colleague.userId]) });
    expect((await conversationForActor(office.colleague, editionId)).threads[0]?.isUnseen).toBe(true);
    await markSeen(office.colleague, editionId);
    expect((await conversationForActor(office.colleague, editionId)).threads[0]?.isUnseen).toBe(false);
  });

  test('offers and takes only people who may see the article', async () => {
    const { editionId } = await aDraft(office);
    const { people } = await conversationForActor(office.contributor, editionId);
    const ids = people.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([office.colleague.userId, office.leader.userId, office.editor.userId]));
    expect(ids).not.toContain(office.admin.userId);
    expect(ids).not.toContain(office.contributor.userId);
    const sent = comment(office.contributor, { editionId, ...remark('@Adi', [office.admin.userId]) });
    expect(await issueCodes(sent)).toEqual(['mention_unknown']);
  });
});

describe('a guest’s comment', () => {
  test('carries the guest’s name and no account', async () => {
    const { editionId, articleId } = await aDraft(office);
    const said = { articleId, editionId, guestName: 'dr. Lia', text: 'Kutipan saya benar.' };
    await transaction((tx) => commentAsGuest(tx, { ...said, place: 'body', quote: 'layanan' }));
    const { threads } = await conversationForActor(office.contributor, editionId);
    expect(threads[0]).toMatchObject({ by: 'dr. Lia', isGuest: true, place: 'body', quote: 'layanan' });
    const [row] = await database().select().from(comments).where(eq(comments.editionId, editionId));
    expect(row?.userId).toBeNull();
  });

  test('needs a name and words, and fits its article', async () => {
    const { editionId, articleId } = await aDraft(office);
    const other = await aDraft(office);
    const send = (changes: object) =>
      transaction((tx) => commentAsGuest(tx, { articleId, editionId, guestName: 'Lia', text: 'Ya.', ...changes }));
    expect(await issueCodes(send({ guestName: ' ', text: '' }))).toEqual(['name_missing', 'text_missing']);
    expect(await refusal(send({ articleId: other.articleId }))).toBe('not_found');
  });
});
