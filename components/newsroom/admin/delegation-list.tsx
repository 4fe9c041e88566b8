import { DataTable } from '#components/ui/data-table.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { formatDays } from '#lib/newsroom/labels.ts';
import { EndEarlyForm } from './delegation-forms.tsx';
import { roleWithAgency } from './role-words.ts';

type Delegation = Parameters<typeof roleWithAgency>[0] & {
  membershipId: string;
  personName: string;
  isPending: boolean;
  delegated: { kind: 'leave' | 'acting'; from: Date; until: Date; inPlaceOfName: string | null };
};
type Absence = { absenceId: string; name: string; startsAt: Date; endsAt: Date; note: string };

/** Delegations under way or to come, each with a way to end it early. */
export function DelegationList({
  delegations,
  endAction,
  timeZone,
  at,
}: {
  delegations: readonly Delegation[];
  endAction: FormAction;
  timeZone: string;
  at: Date;
}) {
  return (
    <DataTable
      caption="Delegasi yang berlaku dan yang akan datang"
      columns={['Penerima', 'Peran', 'Waktu', '']}
      rows={delegations.map((entry) => ({
        key: entry.membershipId,
        cells: [
          <span key="penerima" className="named">
            <span>{entry.personName}</span>
            <span className="small muted">
              {entry.delegated.inPlaceOfName === null
                ? 'di jabatan yang kosong'
                : `menggantikan ${entry.delegated.inPlaceOfName}`}
            </span>
          </span>,
          roleWithAgency(entry),
          <span key="waktu" className="named">
            <span className="one-line">{formatDays(entry.delegated.from, entry.delegated.until, timeZone)}</span>
            <span className="small">{stateOf(entry, at)}</span>
          </span>,
          <EndEarlyForm
            key="akhiri"
            action={endAction}
            hidden={{ membershipId: entry.membershipId }}
            label={entry.isPending ? 'Batalkan' : 'Akhiri sekarang'}
            about={`delegasi ${roleWithAgency(entry)} untuk ${entry.personName}`}
          />,
        ],
      }))}
    />
  );
}

function stateOf({ isPending, delegated }: Delegation, at: Date): string {
  if (isPending) return '◷ Menunggu diterima';
  return delegated.from > at ? '◷ Belum mulai' : '● Berlaku';
}

/** Who is or will be away, each with a way back to work. */
export function AbsenceList({
  absences,
  endAction,
  timeZone,
}: {
  absences: readonly Absence[];
  endAction: FormAction;
  timeZone: string;
}) {
  return (
    <DataTable
      caption="Cuti yang berjalan dan yang akan datang"
      columns={['Nama', 'Waktu', 'Catatan', '']}
      rows={absences.map((entry) => ({
        key: entry.absenceId,
        cells: [
          entry.name,
          formatDays(entry.startsAt, entry.endsAt, timeZone),
          entry.note === '' ? '–' : entry.note,
          <EndEarlyForm
            key="akhiri"
            action={endAction}
            hidden={{ absenceId: entry.absenceId }}
            label="Sudah kembali"
            about={`dari cuti, ${entry.name}`}
          />,
        ],
      }))}
    />
  );
}
