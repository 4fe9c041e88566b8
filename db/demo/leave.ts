import { loadActor } from '#lib/accounts/actor.ts';
import { delegateRole } from '#lib/accounts/delegations.ts';
import { takeLeave } from '#lib/accounts/leave.ts';
import { acceptGrant } from '#lib/accounts/roles.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/time-zone.ts';
import { demoPortal } from './agencies.ts';
import { type DemoOffice, known } from './office.ts';

const day = 86_400_000;

/** A verifier who will be on leave next week, with a colleague of the agency in her place. */
export async function planLeave(office: DemoOffice): Promise<void> {
  const verifier = await loadActor(known(office.people, 'lestari').userId);
  const manager = await loadActor(known(office.people, 'nadia').userId);
  const inDays = (days: number) => dayIn(new Date(now().getTime() + days * day), demoPortal.timeZone);
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
