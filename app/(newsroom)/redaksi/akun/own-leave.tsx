import { LeaveForm } from '#components/newsroom/admin/delegation-forms.tsx';
import { AbsenceList, DelegationList } from '#components/newsroom/admin/delegation-list.tsx';
import type { Actor } from '#lib/accounts/actor.ts';
import { asChoice, colleaguesOf, ownAbsences, ownDelegations } from '#lib/accounts/delegation-reads.ts';
import { now } from '#lib/clock.ts';
import { endAbsenceAction, endDelegationAction, takeLeaveAction } from '../admin/delegasi/actions.ts';

/** One's own leave and who stands in; nothing for somebody without a role. */
export async function OwnLeave({ actor, timeZone }: { actor: Actor; timeZone: string }) {
  const portalIds = [...new Set(actor.roles.map((held) => held.portalId))];
  if (portalIds.length === 0) return null;
  const [absences, delegations, people] = await Promise.all([
    ownAbsences(actor),
    ownDelegations(actor),
    colleaguesOf(actor, portalIds),
  ]);
  return (
    <section className="card stack" aria-labelledby="cuti">
      <h2 id="cuti">Cuti dan pengganti</h2>
      {absences.length > 0 && <AbsenceList absences={absences} endAction={endAbsenceAction} timeZone={timeZone} />}
      {delegations.length > 0 && (
        <DelegationList delegations={delegations} endAction={endDelegationAction} timeZone={timeZone} at={now()} />
      )}
      <p className="small muted">
        Selama Anda cuti, antrean tidak menunggu Anda, dan redaksi melihatnya di samping nama Anda.
      </p>
      <LeaveForm action={takeLeaveAction} people={people.map(asChoice)} />
    </section>
  );
}
