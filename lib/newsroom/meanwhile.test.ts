import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { memberships, signatures, signatureVoids, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  editionRow,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { approve, claim, confirm, publishNow, submit } from './publishing.ts';

testDatabase();

describe('people who leave while a page is open', () => {
  test('a suspended person does nothing more, with the roles they came with', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, office.contributor.userId));
    expect(await refusal(submit(office.contributor, draft))).toBe('not_found');
    expect((await editionRow(draft.editionId)).state).toBe('draft');
  });

  test('nor does somebody whose role was taken away', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await database().update(memberships).set({ endedAt: now() }).where(eq(memberships.userId, office.editor.userId));
    expect(await refusal(approve(office.editor, { ...editing, outcome: 'publish' }))).toBe('not_found');
    expect(
      await refusal(publishNow(office.editor, { ...editing, fastLaneReason: 'disaster', reason: 'Mendesak sekali.' })),
    ).toBe('not_found');
  });

  test('an approval that was voided is given anew by another editor', async () => {
    const office = await anOffice();
    const awaiting = await anArticleAwaitingConfirmation(office);
    const given = await database().select().from(signatures).where(eq(signatures.editionId, awaiting.editionId));
    const approval = given.find((signature) => signature.act === 'approve');
    if (approval === undefined) throw new Error('Expected an approval.');
    await database()
      .insert(signatureVoids)
      .values({ signatureId: approval.id, reason: 'Akun disalahgunakan.', by: office.admin.userId, at: now() });
    expect(await refusal(confirm(office.contributor, awaiting))).toBe('not_allowed');
    const claimed = await claim(office.otherEditor, awaiting);
    const approved = await approve(office.otherEditor, { ...claimed, outcome: 'publish' });
    expect(approved.state).toBe('approved');
    expect((await confirm(office.contributor, approved)).state).toBe('published');
  });
});
