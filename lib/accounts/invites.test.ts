import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, mails, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { aPerson } from '#lib/testing/people.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { redeemCode } from './codes.ts';
import { inviteInput, mailInvites, peopleToInvite, printInvites } from './invites.ts';

testDatabase();

describe('inviting people', () => {
  test('makes a slip for each, whose code works once and outdates the one before', async () => {
    const office = await anOffice();
    const first = await aPerson({ name: 'Ayu' });
    const second = await aPerson({ name: 'Budi' });
    const slips = await printInvites(office.admin, { userIds: [first, second] });
    expect(slips.map(({ name }) => name).toSorted()).toEqual(['Ayu', 'Budi']);
    const [again] = await printInvites(office.admin, { userIds: [first] });
    const old = slips.find((slip) => slip.userId === first);
    if (old === undefined || again === undefined) throw new Error('Expected slips.');
    expect(again.link).toContain(`/redaksi/kode#${again.code}`);
    const password = 'sembilan-rumpun-bambu';
    expect(await refusal(redeemCode({ code: old.code, password }))).toBe('invalid');
    await redeemCode({ code: again.code, password });
    expect(await refusal(redeemCode({ code: again.code, password }))).toBe('invalid');
    expect(await refusal(printInvites(office.admin, { userIds: [first] }))).toBe('not_allowed');
    const told = await database().select().from(events).where(eq(events.subjectId, second));
    expect(told.map((event) => [event.verb, event.detail['by']])).toEqual([['invite_person', 'slip']]);
  });

  test('lists who has not used theirs, and until when a code is open', async () => {
    const office = await anOffice();
    await database().update(users).set({ passwordHash: 'x' }).where(eq(users.id, office.editor.userId));
    const before = await peopleToInvite(office.admin);
    expect(before.map((one) => one.userId)).toContain(office.contributor.userId);
    expect(before.map((one) => one.userId)).not.toContain(office.editor.userId);
    await printInvites(office.admin, { userIds: [office.contributor.userId] });
    const after = (await peopleToInvite(office.admin)).find((one) => one.userId === office.contributor.userId);
    expect(after?.openUntil?.getTime()).toBeGreaterThan(now().getTime());
  });

  test('is refused without mail, for suspended people, for oneself, and to all but admins of theirs', async () => {
    const office = await anOffice();
    const elsewhere = await anOffice();
    const person = await aPerson();
    expect(await refusal(mailInvites(office.admin, { userIds: [person] }))).toBe('not_allowed');
    expect(await database().select().from(mails).where(eq(mails.userId, person))).toEqual([]);
    const suspended = await aPerson({ suspendedAt: now() });
    for (const id of [suspended, office.admin.userId]) {
      expect(await refusal(printInvites(office.admin, { userIds: [person, id] }))).toBe('not_allowed');
    }
    expect(await database().select().from(events).where(eq(events.subjectId, person))).toEqual([]);
    expect(await refusal(printInvites(office.managingEditor, { userIds: [person] }))).toBe('not_found');
    expect(await refusal(printInvites(elsewhere.admin, { userIds: [office.contributor.userId] }))).toBe('not_found');
  });

  test('takes one tick, several, and tells when there is none', () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    expect(inviteInput.safeParse({ userIds: id }).data?.userIds).toEqual([id]);
    expect(inviteInput.safeParse({ userIds: [id, id] }).data?.userIds).toHaveLength(2);
    expect(inviteInput.safeParse({}).error?.issues[0]?.message).toBe('Centang paling sedikit satu orang.');
  });
});
