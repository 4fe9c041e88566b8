import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { guardedRoles, type Role } from '#db/schema/enums.ts';
import { memberships } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { type Actor, loadActor } from './actor.ts';
import { delegableRoles } from './delegation-input.ts';
import { delegateRole, endDelegation } from './delegations.ts';
import { takeLeave } from './leave.ts';
import { endPastDelegations } from './past-roles.ts';
import { acceptGrant, grantRole } from './roles.ts';

testDatabase();

let back: () => void = () => undefined;
afterEach(() => back());

const day = 86_400_000;
const start = new Date('2026-11-16T01:00:00Z').getTime();
const isoDay = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

const people = ['contributor', 'colleague', 'verifier', 'editor', 'managingEditor', 'admin'] as const;
const who = fc.constantFrom(...people);
const step = fc.oneof(
  fc.record({
    do: fc.constant('delegate' as const),
    by: who,
    to: who,
    of: fc.option(who, { nil: null }),
    role: fc.constantFrom(...delegableRoles),
    kind: fc.constantFrom('leave' as const, 'acting' as const),
    from: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ do: fc.constant('leave' as const), by: who, to: who, days: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('grant' as const), by: who, to: who, role: fc.constantFrom<Role>('admin', 'editor') }),
  fc.record({ do: fc.constant('accept' as const), by: who }),
  fc.record({ do: fc.constant('end' as const), by: who }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
);
type Step = (typeof step)['generate'] extends (...args: never) => { value: infer Value } ? Value : never;

/** What somebody tries; refusals are part of the game, bugs are not. */
async function attempt(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (domainErrorCode(error) === undefined) throw error;
  }
}

async function take(office: Office, at: number, act: Exclude<Step, { do: 'wait' }>): Promise<void> {
  const by: Actor = await loadActor(office[act.by].userId);
  switch (act.do) {
    case 'delegate': {
      const agencyId = act.role === 'editor' || act.role === 'managing_editor' ? null : office.agencyId;
      const from = at + act.from * day;
      return attempt(
        delegateRole(by, {
          ...{ userId: office[act.to].userId, portalId: office.portalId, role: act.role, agencyId, kind: act.kind },
          ...{ inPlaceOf: act.of === null ? null : office[act.of].userId },
          ...{ from: isoDay(from), until: isoDay(from + act.days * day) },
        }),
      );
    }
    case 'leave': {
      const days = { from: isoDay(at), until: isoDay(at + act.days * day), note: '' };
      return attempt(takeLeave(by, { ...days, standInId: office[act.to].userId }));
    }
    case 'grant':
      return attempt(
        grantRole(by, { userId: office[act.to].userId, portalId: office.portalId, role: act.role, agencyId: null }),
      );
    default: {
      const open = await database()
        .select({ membershipId: memberships.id })
        .from(memberships)
        .where(
          and(
            eq(memberships.portalId, office.portalId),
            isNull(memberships.endedAt),
            act.do === 'accept' ? isNull(memberships.effectiveAt) : isNotNull(memberships.delegation),
          ),
        );
      const [first] = open;
      if (first !== undefined) await attempt(act.do === 'accept' ? acceptGrant(by, first) : endDelegation(by, first));
    }
  }
}

test('no sequence of delegations makes an admin an editor, gives a role to oneself or unaccepted, or outlives its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24, size: 'max' }), async (steps) => {
      let at = start;
      back = useClock(() => new Date(at));
      const office = await anOffice({ hasVerification: true });
      for (const act of steps) {
        if (act.do === 'wait') at += act.hours * 3_600_000;
        else await take(office, at, act);
        await holdsNow(office);
      }
      at += 400 * day;
      await nothingIsLeft(office);
      back();
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function holdsNow(office: Office): Promise<void> {
  for (const key of people) {
    const { roles } = await loadActor(office[key].userId);
    const held = roles.map((one) => one.role);
    const isOfTheDesk = held.includes('editor') || held.includes('managing_editor');
    expect(held.includes('admin') && isOfTheDesk, `${key} holds ${held}`).toBe(false);
  }
  const given = await database()
    .select()
    .from(memberships)
    .where(and(eq(memberships.portalId, office.portalId), isNotNull(memberships.grantedBy)));
  for (const row of given) {
    expect([row.grantedBy, row.acceptedBy, row.inPlaceOf]).not.toContain(row.userId);
    if (row.effectiveAt !== null && guardedRoles.some((role) => role === row.role)) {
      expect(row.acceptedBy).not.toBeNull();
      expect(row.acceptedBy).not.toBe(row.grantedBy);
    }
  }
}

async function nothingIsLeft(office: Office): Promise<void> {
  for (const key of people) {
    const { roles } = await loadActor(office[key].userId);
    expect(roles.filter((held) => held.delegated !== undefined)).toEqual([]);
  }
  await endPastDelegations();
  const open = await database()
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        inArray(
          memberships.userId,
          people.map((key) => office[key].userId),
        ),
        isNotNull(memberships.delegation),
        isNull(memberships.endedAt),
        gt(memberships.endsAt, new Date(0)),
      ),
    );
  expect(open).toEqual([]);
}
