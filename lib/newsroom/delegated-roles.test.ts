import { describe, expect, test } from 'vitest';
import { loadActor } from '#lib/accounts/actor.ts';
import { delegateRole } from '#lib/accounts/delegations.ts';
import { recordAbsence } from '#lib/accounts/leave.ts';
import { acceptGrant } from '#lib/accounts/roles.ts';
import { testClock } from '#lib/testing/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { leaveOf } from '#lib/testing/leave.ts';
import { anOffice, aPerson, aSubmittedArticle } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { editionForActor } from './edition-view.ts';
import { claim, verify } from './publishing.ts';

testDatabase();

// 09.00 in Makassar, a Monday.
const monday = new Date('2026-11-16T01:00:00Z');
const at = testClock();

describe('a role held for a time', () => {
  test('what was signed while it held keeps counting, what comes after is refused', async () => {
    at(monday);
    const office = await anOffice({ hasVerification: true });
    const stranger = await aPerson({ ...office, name: 'Wati Wakil', role: 'leader' });
    await acceptGrant(office.admin, await delegateRole(office.verifier, leaveOf(office, { userId: stranger.userId })));
    const first = await aSubmittedArticle(office);
    const second = await aSubmittedArticle(office);
    const acting = await loadActor(stranger.userId);
    await verify(acting, first);
    at('2026-11-20T16:00:00Z');
    expect(await refusal(verify(acting, second))).toBe('not_allowed');
    const { signatures, signerCount } = await editionForActor(office.editor, first.articleId);
    expect(signerCount).toBe(2);
    expect(signatures.map(({ role, acting: isActing }) => [role, isActing])).toEqual([
      ['contributor', null],
      ['verifier', 'leave'],
    ]);
  });

  test('a delegate who wrote these words does not verify them', async () => {
    at(monday);
    const office = await anOffice({ hasVerification: true });
    const article = await aSubmittedArticle(office, { by: office.colleague });
    await acceptGrant(office.admin, await delegateRole(office.verifier, leaveOf(office)));
    expect(await refusal(verify(await loadActor(office.colleague.userId), article))).toBe('not_allowed');
  });

  test('the queue does not wait for a verifier who is away', async () => {
    at(monday);
    const office = await anOffice({ hasVerification: true });
    const article = await aSubmittedArticle(office);
    expect(await refusal(claim(office.editor, article))).toBe('not_allowed');
    await recordAbsence(office.managingEditor, {
      userId: office.verifier.userId,
      portalId: office.portalId,
      note: 'Sakit',
      from: '2026-11-16',
      until: '2026-11-16',
    });
    expect(await refusal(claim(office.editor, article))).toBe('none');
  });
});
