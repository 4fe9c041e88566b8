import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, notifications, savedViews } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { startSession } from '#lib/accounts/sessions.ts';
import { suspend } from '#lib/accounts/suspension.ts';
import { assign } from '#lib/desk/assigning.ts';
import type { HandoverId, UserId } from '#lib/ids.ts';
import { accessForActor } from '#lib/newsroom/access-view.ts';
import { addCoWriter } from '#lib/newsroom/drafting.ts';
import { makeConfidential } from '#lib/newsroom/nominated-access.ts';
import { createPreviewLink } from '#lib/newsroom/preview-links.ts';
import { approve } from '#lib/newsroom/publishing.ts';
import { tellPeople } from '#lib/notifications/tell-people.ts';
import { embargoView, letInAccount, letInContact } from '#lib/press/embargo-passes.ts';
import { embargoPage, embargoPageForActor } from '#lib/press/embargo-reading.ts';
import { addContact, contactsOf } from '#lib/press/press-contacts.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aSubmittedArticle,
  editionRow,
  type Office,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { beginHandover, finishHandover, handoverForActor, handoversToSee, tickHandover } from './handovers.ts';
import { settleLine } from './settle-line.ts';

testDatabase();

async function begun(office: Office, from: Actor, to: UserId | null, by = office.managingEditor) {
  const { handoverId } = await beginHandover(by, {
    ...{ portalId: office.portalId, fromUserId: from.userId, toUserId: to, reason: 'Pindah ke Bappeda.' },
  });
  return handoverId;
}

const groupsFor = async (actor: Actor, id: HandoverId) =>
  (await handoverForActor(actor, id)).lines.map((line) => line.group);

async function settleAll(actor: Actor, id: HandoverId): Promise<void> {
  for (const line of (await handoverForActor(actor, id)).lines) {
    if (line.act !== null) await settleLine(actor, { handoverId: id, key: line.key });
  }
}

/** An embargoed article to which the editor has let in a journalist and the leader. */
async function anEmbargoWithGuests(office: Office) {
  const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
  const editing = await anArticleInEditing(office, { words: { title: 'Rencana besar', details: { embargoUntil } } });
  const { articleId } = await approve(office.editor, { ...editing, outcome: 'wait' });
  const contact = { name: 'Ani', outlet: 'Harian Mahakam', email: '', phone: '', note: '' };
  await addContact(office.editor, { portalId: office.portalId, ...contact });
  const [row] = (await contactsOf(office.editor, office.portalId)).contacts;
  if (row === undefined) throw new Error('Expected a contact.');
  let token = '';
  await letInContact(office.editor, { articleId, contactId: row.id }, async (_portal, secret) => {
    token = secret;
    return secret;
  });
  await letInAccount(office.editor, { articleId, userId: office.leader.userId });
  return { articleId, token };
}

describe('the handover of an account', () => {
  test('of an editor is read from the rows and settled by taps of the desk and an admin', async () => {
    const office = await anOffice();
    const held = await anArticleInEditing(office);
    const waiting = await aSubmittedArticle(office);
    await assign(office.managingEditor, {
      ...{
        editionId: waiting.editionId,
        seenAssigneeId: null,
        assigneeId: office.editor.userId,
        dueAt: null,
        note: '',
      },
    });
    await createPreviewLink(office.editor, {
      ...{ editionId: held.editionId, guestName: 'Pak Camat', days: 3, mayComment: false },
    });
    await database().insert(savedViews).values({ userId: office.editor.userId, name: 'Kesehatan', query: 'kanal=x' });
    await startSession(office.editor.userId, 'Ponsel');
    const id = await begun(office, office.editor, office.otherEditor.userId);
    expect((await groupsFor(office.managingEditor, id)).toSorted()).toEqual(
      ['assigned', 'held', 'preview_link', 'role', 'sessions', 'views'].toSorted(),
    );
    await settleAll(office.managingEditor, id);
    expect((await groupsFor(office.managingEditor, id)).toSorted()).toEqual(['role', 'sessions']);
    expect((await editionRow(held.editionId)).claimedBy).toBeNull();
    expect((await editionRow(waiting.editionId)).assignedTo).toBe(office.otherEditor.userId);
    const views = await database().select().from(savedViews).where(eq(savedViews.name, 'Kesehatan'));
    expect(views.map((view) => view.userId)).toEqual([office.otherEditor.userId]);
    const role = (await handoverForActor(office.admin, id)).lines.find((line) => line.group === 'role');
    // Its sessions end with it.
    await settleLine(office.admin, { handoverId: id, key: role?.key ?? '' });
    expect(await groupsFor(office.admin, id)).toEqual([]);
    expect((await loadActor(office.editor.userId)).roles).toEqual([]);
  });

  test('of a writer names only what the successor could not go on with', async () => {
    const office = await anOffice();
    const { agencyId } = await anAgency(office.portalId);
    const elsewhere = await aPerson({ name: 'Gita', role: 'contributor', portalId: office.portalId, agencyId });
    const draft = await aDraft(office);
    const toColleague = await begun(office, office.contributor, office.colleague.userId);
    expect(await groupsFor(office.managingEditor, toColleague)).toEqual(['role']);
    await finishHandover(office.managingEditor, { handoverId: toColleague, version: 1, reason: 'Tetap di sini juga.' });
    const toStranger = await begun(office, office.contributor, elsewhere.userId);
    const [line] = (await handoverForActor(office.managingEditor, toStranger)).lines;
    expect([line?.group, line?.act, line?.who]).toEqual(['draft', null, 'penulis perangkat daerahnya']);
    await addCoWriter(office.contributor, { editionId: draft.editionId, userId: elsewhere.userId });
    expect(await groupsFor(office.managingEditor, toStranger)).toEqual(['role']);
  });

  test('passes a confidential draft on without showing it', async () => {
    const office = await anOffice();
    const secret = await aDraft(office, { words: { title: 'Rencana besar' } });
    await makeConfidential(office.contributor, secret);
    const id = await begun(office, office.contributor, office.colleague.userId);
    const line = (await handoverForActor(office.managingEditor, id)).lines.find((one) => one.group === 'named');
    expect(line?.text).not.toContain('Rencana besar');
    expect(line?.href).toBeNull();
    expect((await handoverForActor(office.admin, id)).lines.map((one) => one.text).join()).not.toContain('Rencana');
    await settleLine(office.managingEditor, { handoverId: id, key: `named:${secret.editionId}` });
    expect((await accessForActor(office.colleague, secret.articleId)).named.map((one) => one.id)).toEqual([
      office.colleague.userId,
    ]);
    expect(await refusal(accessForActor(office.contributor, secret.articleId))).toBe('not_found');
  });

  test('passes on whom an editor let in before an embargo, by the same link, and closes what the successor cannot answer for', async () => {
    const office = await anOffice();
    const { articleId, token } = await anEmbargoWithGuests(office);
    const toColleague = await begun(office, office.editor, office.otherEditor.userId);
    const line = (await handoverForActor(office.managingEditor, toColleague)).lines.find((one) => one.group === 'pass');
    expect(line).toMatchObject({
      act: 'Serahkan kepada penerus',
      text: expect.stringContaining('Ani, Harian Mahakam'),
    });
    // Keys are not words: who keeps the accounts sees that something hangs there, and no title.
    const forAdmin = (await handoverForActor(office.admin, toColleague)).lines.find((one) => one.group === 'pass');
    expect(forAdmin).toMatchObject({ act: null, text: expect.not.stringContaining('Rencana') });
    await settleLine(office.managingEditor, { handoverId: toColleague, key: line?.key ?? '' });
    expect((await embargoPage(token, null))?.kind).toBe('cover');
    await tellPeople();
    const news = await database()
      .select({ kind: notifications.kind })
      .from(notifications)
      .where(and(eq(notifications.userId, office.otherEditor.userId), eq(notifications.articleId, articleId)));
    expect(news.map(({ kind }) => kind)).toContain('assigned');
    const passes = (await embargoView(office.managingEditor, articleId)).passes.filter((pass) => !pass.isAccount);
    expect(passes).toMatchObject([
      { by: office.otherEditor.name, isOpen: true },
      { by: office.editor.name, isOpen: false },
    ]);
    await finishHandover(office.managingEditor, { handoverId: toColleague, version: 1, reason: 'Sisanya menyusul.' });
    await suspend(office.admin, { ...office.editor, version: 1, reason: 'Sudah pindah tugas.', forAbuse: false });
    expect((await embargoPage(token, null))?.kind).toBe('cover');

    const toNobody = await begun(office, office.otherEditor, null);
    const left = (await handoverForActor(office.managingEditor, toNobody)).lines.find((one) =>
      one.text.includes('Ani'),
    );
    expect(left).toMatchObject({ group: 'pass_to_close', act: 'Cabut' });
    await settleLine(office.managingEditor, { handoverId: toNobody, key: left?.key ?? '' });
    expect(await embargoPage(token, null)).toBeNull();
  });

  test('closes what the account itself was let in to read; moving away closes it as well', async () => {
    const office = await anOffice();
    const { articleId } = await anEmbargoWithGuests(office);
    const id = await begun(office, office.leader, null);
    const line = (await handoverForActor(office.managingEditor, id)).lines.find(
      (one) => one.group === 'embargo_reader',
    );
    expect(line?.act).toBe('Cabut');
    const roles = (await handoverForActor(office.admin, id)).lines.filter((one) => one.group === 'role');
    for (const role of roles) await settleLine(office.admin, { handoverId: id, key: role.key });
    const former = await loadActor(office.leader.userId);
    expect(await refusal(embargoPageForActor(former, articleId, null))).toBe('not_found');
    await settleLine(office.managingEditor, { handoverId: id, key: line?.key ?? '' });
    expect(await groupsFor(office.managingEditor, id)).toEqual([]);
  });

  test('ends with nothing left and all ticked, or with a reason', async () => {
    const office = await anOffice();
    const id = await begun(office, office.leader, null, office.admin);
    expect(await issueCodes(finishHandover(office.admin, { handoverId: id, version: 1, reason: '' }))).toEqual([
      'handover_wrong',
    ]);
    await settleAll(office.admin, id);
    await tickHandover(office.admin, { handoverId: id, version: 1, device: true, mailbox: true, briefing: false });
    expect(await refusal(finishHandover(office.admin, { handoverId: id, version: 1, reason: '' }))).toBe('conflict');
    expect(await issueCodes(finishHandover(office.admin, { handoverId: id, version: 2, reason: '' }))).toEqual([
      'handover_wrong',
    ]);
    await tickHandover(office.admin, { handoverId: id, version: 2, device: true, mailbox: true, briefing: true });
    await finishHandover(office.admin, { handoverId: id, version: 3, reason: '' });
    expect((await handoverForActor(office.admin, id)).finished?.by).toBe(office.admin.name);
    expect(await refusal(finishHandover(office.admin, { handoverId: id, version: 4, reason: '' }))).toBe('conflict');
    const told = await database()
      .select({ verb: events.verb })
      .from(events)
      .where(and(eq(events.portalId, office.portalId), eq(events.subjectId, office.leader.userId)))
      .orderBy(events.seq);
    expect(told.map(({ verb }) => verb)).toEqual(['begin_handover', 'end_role', 'finish_handover']);
  });

  test('is begun by the desk or an admin, for somebody of the portal, once', async () => {
    const office = await anOffice();
    const elsewhere = await anOffice();
    const wish = (changes: object = {}) => ({
      ...{ portalId: office.portalId, fromUserId: office.editor.userId, toUserId: null, reason: 'Pensiun.' },
      ...changes,
    });
    for (const who of [office.editor, office.leader, office.auditor, elsewhere.admin]) {
      expect(await refusal(beginHandover(who, wish()))).toBe('not_found');
    }
    expect(await refusal(beginHandover(office.admin, wish({ fromUserId: office.admin.userId })))).toBe('not_allowed');
    expect(await refusal(beginHandover(office.admin, wish({ toUserId: office.editor.userId })))).toBe('invalid');
    expect(await refusal(beginHandover(office.admin, wish({ fromUserId: elsewhere.editor.userId })))).toBe('invalid');
    const { handoverId } = await beginHandover(office.admin, wish());
    expect(await refusal(beginHandover(office.managingEditor, wish()))).toBe('conflict');
    expect(await refusal(handoverForActor(elsewhere.admin, handoverId))).toBe('not_found');
    expect(await refusal(handoversToSee(office.editor))).toBe('not_found');
    expect((await handoversToSee(office.managingEditor)).map((one) => one.handoverId)).toEqual([handoverId]);
  });

  test('settles nothing twice and nothing for who may not', async () => {
    const office = await anOffice();
    const id = await begun(office, office.leader, null, office.admin);
    const [line] = (await handoverForActor(office.admin, id)).lines;
    if (line === undefined) throw new Error('Expected a line.');
    expect(await refusal(settleLine(office.managingEditor, { handoverId: id, key: line.key }))).toBe('not_allowed');
    expect(await refusal(settleLine(office.editor, { handoverId: id, key: line.key }))).toBe('not_found');
    await settleLine(office.admin, { handoverId: id, key: line.key });
    expect(await refusal(settleLine(office.admin, { handoverId: id, key: line.key }))).toBe('conflict');
  });
});
