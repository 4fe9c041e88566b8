import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events, memberships, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import { testClock } from '#lib/testing/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { leaveOf } from '#lib/testing/leave.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { whoIsAway } from './absences.ts';
import { loadActor } from './actor.ts';
import { absencesToSee } from './delegation-reads.ts';
import { delegateRole, endDelegation } from './delegations.ts';
import { endAbsence, recordAbsence, takeLeave } from './leave.ts';
import { endPastDelegations } from './past-roles.ts';
import { acceptGrant, grantRole } from './roles.ts';

testDatabase();

// 09.00 in Makassar, a Monday.
const monday = new Date('2026-11-16T01:00:00Z');
const at = testClock();

const rolesOf = async (userId: UserId) => (await loadActor(userId)).roles.map((held) => held.role);

describe('handing a role on for a time', () => {
  test('begins on its first day, ends at its minute, and says whose place it is', async () => {
    at(monday);
    const office = await anOffice({ hasVerification: true });
    const grant = await delegateRole(office.verifier, leaveOf(office, { from: '2026-11-17' }));
    expect(grant.inForce).toBe(false);
    await acceptGrant(office.admin, grant);
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor']);
    at('2026-11-16T15:59:59Z');
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor']);
    at('2026-11-16T16:00:00Z');
    expect((await loadActor(office.colleague.userId)).roles[1]?.delegated).toEqual({
      kind: 'leave',
      until: new Date('2026-11-20T16:00:00Z'),
    });
    at('2026-11-20T15:59:59Z');
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor', 'verifier']);
    at('2026-11-20T16:00:00Z');
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor']);
  });

  test('begins and ends with the days of its portal’s zone, also on a leap day', async () => {
    at('2028-02-21T01:00:00Z');
    const office = await anOffice();
    await database().update(portals).set({ timeZone: 'Asia/Pontianak' }).where(eq(portals.id, office.portalId));
    const days = leaveOf(office, { from: '2028-02-28', until: '2028-02-29' });
    await acceptGrant(office.admin, await delegateRole(office.verifier, days));
    const holds: unknown[] = [];
    for (const moment of [
      '2028-02-27T16:59:59Z',
      '2028-02-27T17:00:00Z',
      '2028-02-29T16:59:59Z',
      '2028-02-29T17:00:00Z',
    ]) {
      at(moment);
      holds.push((await rolesOf(office.colleague.userId)).includes('verifier'));
    }
    expect(holds).toEqual([false, true, true, false]);
  });

  test('is written down by the round, once, and can then be given anew', async () => {
    at(monday);
    const office = await anOffice();
    await acceptGrant(office.managingEditor, await delegateRole(office.verifier, leaveOf(office)));
    at('2026-11-21T00:00:00Z');
    await endPastDelegations();
    await endPastDelegations();
    const told = await database()
      .select()
      .from(events)
      .where(and(eq(events.verb, 'end_delegation'), eq(events.subjectId, office.colleague.userId)));
    expect(told.map((event) => [event.actorId, event.agencyId, event.detail['byTime']])).toEqual([
      [null, office.agencyId, true],
    ]);
    const again = await delegateRole(office.verifier, leaveOf(office, { from: '2026-11-23', until: '2026-11-24' }));
    expect(again.inForce).toBe(false);
  });

  test('can be given anew at once, without waiting for the round', async () => {
    at(monday);
    const office = await anOffice();
    await acceptGrant(office.managingEditor, await delegateRole(office.verifier, leaveOf(office)));
    at('2026-11-21T00:00:00Z');
    await delegateRole(office.verifier, leaveOf(office, { from: '2026-11-23', until: '2026-11-24' }));
    const rows = await database().select().from(memberships).where(eq(memberships.userId, office.colleague.userId));
    expect(rows.filter((row) => row.delegation !== null).map((row) => row.endedAt?.toISOString() ?? null)).toEqual([
      '2026-11-20T16:00:00.000Z',
      null,
    ]);
  });

  test('as Plt. for an empty post comes from the desk or an admin', async () => {
    at(monday);
    const office = await anOffice();
    const acting = leaveOf(office, { kind: 'acting', inPlaceOf: null, role: 'leader' });
    const grant = await delegateRole(office.managingEditor, acting);
    expect(grant.inForce).toBe(true);
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor', 'leader']);
    await endDelegation(office.colleague, grant);
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor']);
  });

  test('is refused', async () => {
    at(monday);
    const office = await anOffice();
    const elsewhere = await anOffice();
    const desk = { role: 'editor' as const, agencyId: null, inPlaceOf: office.editor.userId };
    const cases: [string, () => Promise<unknown>][] = [
      [
        'to oneself',
        () =>
          delegateRole(office.colleague, leaveOf(office, { inPlaceOf: office.colleague.userId, role: 'contributor' })),
      ],
      ['by somebody whose role it is not', () => delegateRole(office.colleague, leaveOf(office))],
      ['by an editor for another', () => delegateRole(office.otherEditor, leaveOf(office))],
      ['by an admin to themselves', () => delegateRole(office.admin, leaveOf(office, { userId: office.admin.userId }))],
      [
        'to an admin, of the desk',
        () => delegateRole(office.editor, leaveOf(office, { ...desk, userId: office.admin.userId })),
      ],
      [
        'to a stranger of another portal',
        () => delegateRole(office.editor, leaveOf(office, { ...desk, userId: elsewhere.contributor.userId })),
      ],
      ['in a foreign portal', () => delegateRole(elsewhere.admin, leaveOf(office))],
    ];
    for (const [what, attempt] of cases) {
      expect(await refusal(attempt()), what).toMatch(/^(?:not_found|not_allowed|invalid)$/);
    }
    expect(await issueCodes(delegateRole(office.admin, leaveOf(office, { inPlaceOf: office.leader.userId })))).toEqual([
      'delegation_wrong',
    ]);
    expect(await issueCodes(delegateRole(office.admin, leaveOf(office, { inPlaceOf: null })))).toEqual([
      'delegation_wrong',
    ]);
  });

  test.each([
    ['for days that are over', { from: '2026-11-15' }],
    ['the wrong way round', { until: '2026-11-15' }],
    ['for longer than a year', { until: '2027-11-20' }],
    ['more than a year ahead', { from: '2027-11-20', until: '2027-11-21' }],
    ['on a day no calendar has', { until: '2026-11-31' }],
  ])('is refused %s', async (_, days) => {
    at(monday);
    const office = await anOffice();
    expect(await issueCodes(delegateRole(office.verifier, leaveOf(office, days)))).toEqual(['days_wrong']);
  });

  test('is not handed on by who only stands in', async () => {
    at(monday);
    const office = await anOffice();
    const acting = leaveOf(office, { kind: 'acting', inPlaceOf: null, role: 'leader' });
    await delegateRole(office.admin, acting);
    const onwards = leaveOf(office, {
      role: 'leader',
      userId: office.contributor.userId,
      inPlaceOf: office.colleague.userId,
    });
    expect(await issueCodes(delegateRole(await loadActor(office.colleague.userId), onwards))).toEqual([
      'delegation_wrong',
    ]);
  });

  test('ends early by its parties and the desk only', async () => {
    at(monday);
    const office = await anOffice();
    const grant = await delegateRole(office.admin, leaveOf(office, { role: 'verifier' }));
    for (const stranger of [office.contributor, office.editor, office.leader]) {
      expect(await refusal(endDelegation(stranger, grant))).toBe('not_found');
    }
    await endDelegation(office.verifier, grant);
    expect(await refusal(endDelegation(office.verifier, grant))).toBe('not_found');
  });

  test('keeps an admin from becoming an editor, also for a later time', async () => {
    at(monday);
    const office = await anOffice();
    const later = {
      role: 'editor' as const,
      agencyId: null,
      inPlaceOf: office.editor.userId,
      from: '2026-12-01',
      until: '2026-12-05',
    };
    await delegateRole(office.editor, leaveOf(office, later));
    const asAdmin = {
      userId: office.colleague.userId,
      portalId: office.portalId,
      role: 'admin' as const,
      agencyId: null,
    };
    expect(await refusal(grantRole(office.admin, asAdmin))).toBe('not_allowed');
  });
});

describe('being away', () => {
  test('is said with a stand-in, who gets every role that can be lent', async () => {
    at(monday);
    const office = await anOffice({ hasVerification: true });
    const taken = await takeLeave(office.verifier, {
      from: '2026-11-16',
      until: '2026-11-18',
      note: 'Cuti tahunan',
      standInId: office.colleague.userId,
    });
    expect(taken).toEqual({ lent: 1, waiting: 1 });
    const away = await whoIsAway(database(), [office.verifier.userId, office.editor.userId]);
    expect([...away]).toEqual([[office.verifier.userId, { until: new Date('2026-11-18T16:00:00Z'), standIns: [] }]]);
    at('2026-11-18T16:00:00Z');
    expect(await whoIsAway(database(), [office.verifier.userId])).toEqual(new Map());
  });

  test('ends early with what was lent because of it', async () => {
    at(monday);
    const office = await anOffice();
    const days = { from: '2026-11-16', until: '2026-11-18', note: '', standInId: office.colleague.userId };
    await takeLeave(office.leader, days);
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor', 'leader']);
    const [absence] = await absencesToSee(office.managingEditor);
    if (absence === undefined) throw new Error('Expected an absence.');
    expect(await refusal(endAbsence(office.contributor, absence))).toBe('not_found');
    await endAbsence(office.leader, absence);
    expect(await rolesOf(office.colleague.userId)).toEqual(['contributor']);
    expect(await absencesToSee(office.managingEditor)).toEqual([]);
    const told = await database().select().from(events).where(eq(events.portalId, office.portalId)).orderBy(events.seq);
    expect(told.map(({ verb }) => verb)).toEqual(['add_absence', 'delegate_role', 'end_absence', 'end_delegation']);
  });

  test('is not for others to say, nor with oneself as stand-in', async () => {
    at(monday);
    const office = await anOffice();
    const days = { from: '2026-11-16', until: '2026-11-18', note: '' };
    const other = { ...days, userId: office.verifier.userId, portalId: office.portalId };
    expect(await refusal(recordAbsence(office.editor, other))).toBe('not_found');
    expect(await refusal(recordAbsence(office.admin, { ...other, userId: (await anOffice()).leader.userId }))).toBe(
      'not_found',
    );
    expect(await issueCodes(takeLeave(office.editor, { ...days, standInId: office.editor.userId }))).toEqual([
      'stand_in_self',
    ]);
    expect(now()).toEqual(monday);
  });
});
