import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { addCoWriter, removeCoWriter } from './drafting.ts';
import { editionForActor } from './edition-view.ts';
import { approve, claim, confirm, startEdition, submit } from './publishing.ts';

testDatabase();

async function anOfficeWithGuest() {
  const office = await anOffice();
  const { agencyId } = await anAgency(office.portalId);
  const guest = await aPerson({ name: 'Gita Tamu', role: 'contributor', portalId: office.portalId, agencyId });
  return { office, guest };
}

describe('co-writers', () => {
  test('come from any agency of the portal, write, and leave again', async () => {
    const { office, guest } = await anOfficeWithGuest();
    const draft = await aDraft(office);
    expect(await refusal(editionForActor(guest, draft.articleId))).toBe('not_found');
    await addCoWriter(office.contributor, { editionId: draft.editionId, userId: guest.userId });
    await addCoWriter(office.colleague, { editionId: draft.editionId, userId: guest.userId });
    await type(guest, draft.editionId, readyWords(office, { title: 'Ditulis berdua' }));
    expect((await editionForActor(office.contributor, draft.articleId)).coWriters).toEqual([
      { id: guest.userId, name: 'Gita Tamu' },
    ]);
    await removeCoWriter(office.contributor, { editionId: draft.editionId, userId: guest.userId });
    expect(await refusal(editionForActor(guest, draft.articleId))).toBe('not_found');
    const told = await database().select().from(events).where(eq(events.subjectId, guest.userId)).orderBy(events.seq);
    expect(told.map(({ verb, actorRole }) => [verb, actorRole])).toEqual([
      ['add_co_writer', 'contributor'],
      ['add_co_writer', 'contributor'],
      ['remove_co_writer', 'contributor'],
    ]);
  });

  test('are named by the writers, while they write', async () => {
    const { office, guest } = await anOfficeWithGuest();
    const elsewhere = await anOffice();
    const draft = await aDraft(office);
    const invite = { editionId: draft.editionId, userId: guest.userId };
    for (const reader of [office.editor, office.leader, office.auditor]) {
      expect(await refusal(addCoWriter(reader, invite))).toBe('not_allowed');
    }
    for (const stranger of [guest, office.admin, elsewhere.contributor]) {
      expect(await refusal(addCoWriter(stranger, invite))).toBe('not_found');
    }
    const editing = await anArticleInEditing(office);
    for (const change of [addCoWriter, removeCoWriter]) {
      expect(await refusal(change(office.contributor, { ...invite, editionId: editing.editionId }))).toBe(
        'not_allowed',
      );
    }
  });

  test('are people who write in this portal', async () => {
    const { office, guest } = await anOfficeWithGuest();
    const elsewhere = await anOffice();
    const draft = await aDraft(office);
    const attempt = (who: typeof guest) =>
      refusal(addCoWriter(office.contributor, { editionId: draft.editionId, userId: who.userId }));
    for (const who of [elsewhere.contributor, office.leader, office.editor, office.admin, office.auditor]) {
      expect(await attempt(who)).toBe('invalid');
    }
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, guest.userId));
    expect(await attempt(guest)).toBe('invalid');
  });

  test('may be the two who sign, and the approver stays a third', async () => {
    const { office, guest } = await anOfficeWithGuest();
    const draft = await aDraft(office);
    await addCoWriter(office.contributor, { editionId: draft.editionId, userId: guest.userId });
    const claimed = await claim(office.editor, await submit(office.contributor, draft));
    const version = await type(office.editor, draft.editionId, readyWords(office, { title: 'Disunting redaktur' }));
    const approved = await approve(office.editor, { ...claimed, version, outcome: 'publish' });
    expect((await confirm(guest, approved)).state).toBe('published');
  });

  test('write the next edition too', async () => {
    const { office, guest } = await anOfficeWithGuest();
    const draft = await aDraft(office);
    await addCoWriter(office.contributor, { editionId: draft.editionId, userId: guest.userId });
    const claimed = await claim(office.editor, await submit(office.contributor, draft));
    const live = await approve(office.editor, { ...claimed, outcome: 'publish' });
    const begun = await startEdition(guest, { ...live, changeType: 'minor', publicNote: '' });
    await type(guest, begun.editionId, readyWords(office, { title: 'Edisi kedua oleh tamu' }));
    expect((await editionRow(begun.editionId)).createdBy).toBe(guest.userId);
  });
});

describe('an editor who begins the next edition', () => {
  test('writes and submits it in that role, and another approves', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.editor, { ...live, changeType: 'minor', publicNote: '' });
    const version = await type(office.editor, begun.editionId, readyWords(office, { title: 'Ejaan dibetulkan' }));
    const submitted = await submit(office.editor, { ...begun, version });
    const claimed = await claim(office.editor, submitted);
    expect(await refusal(approve(office.editor, { ...claimed, outcome: 'publish' }))).toBe('not_allowed');
    const { signatures } = await editionForActor(office.editor, live.articleId);
    expect(signatures).toMatchObject([{ act: 'submit', role: 'editor', name: 'Eko Redaktur' }]);
    expect(
      await refusal(
        startEdition(office.otherEditor, { ...live, version: live.version + 1, changeType: 'minor', publicNote: '' }),
      ),
    ).toBe('not_allowed');
  });
});
