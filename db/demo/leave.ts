import { loadActor } from '#lib/accounts/actor.ts';
import { delegateRole } from '#lib/accounts/delegations.ts';
import { takeLeave } from '#lib/accounts/leave.ts';
import { acceptGrant } from '#lib/accounts/roles.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/time-zone.ts';
import { demoPortal } from './agencies.ts';
import { type DemoOffice, known } from './office.ts';

const day = 86_400_000;
const inDays = (days: number) => dayIn(new Date(now().getTime() + days * day), demoPortal.timeZone);

/** Somebody who is away today, and somebody who will be next week, each with a colleague in their place. */
export async function fillLeave(office: DemoOffice): Promise<void> {
  await takeLeaveToday(office);
  await planLeaveNextWeek(office);
}

/** A contributor who writes for two agencies: her stand-in writes for both of them until she is back. */
async function takeLeaveToday(office: DemoOffice): Promise<void> {
  const contributor = await loadActor(known(office.people, 'nurul').userId);
  await takeLeave(contributor, {
    ...{ from: inDays(0), until: inDays(4), note: 'Cuti tahunan' },
    standInId: known(office.people, 'bayu').userId,
  });
}

/** A verifier with a contributor in her place: a role that a second person accepts. */
async function planLeaveNextWeek(office: DemoOffice): Promise<void> {
  const verifier = await loadActor(known(office.people, 'lestari').userId);
  const manager = await loadActor(known(office.people, 'nadia').userId);
  const days = { from: inDays(7), until: inDays(11) };
  await takeLeave(verifier, { ...days, note: 'Cuti tahunan', standInId: null });
  const role = verifier.roles.find((held) => held.role === 'verifier');
  if (role === undefined) throw new Error('The verifier of the demo verifies nowhere.');
  const grant = await delegateRole(verifier, {
    ...{ ...days, kind: 'leave', inPlaceOf: verifier.userId, userId: known(office.people, 'siti').userId },
    ...{ portalId: role.portalId, role: 'verifier', agencyId: role.agencyId },
  });
  await acceptGrant(manager, grant);
}
