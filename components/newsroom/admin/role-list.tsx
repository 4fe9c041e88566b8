import { formatLastDay } from '#lib/newsroom/labels.ts';
import { roleWithAgency } from './role-words.ts';

type Entry = Parameters<typeof roleWithAgency>[0] & {
  membershipId: string;
  isPending: boolean;
  delegated: { kind: 'leave' | 'acting'; until: Date } | null;
};

/** The roles of a person in words; those that wait say so. */
export function RoleList({ roles, timeZone }: { roles: readonly Entry[]; timeZone: string }) {
  if (roles.length === 0) return <span className="muted">Belum ada peran</span>;
  return (
    <ul className="plain-list">
      {roles.map((entry) => (
        <li key={entry.membershipId}>
          {roleWithAgency(entry)}
          {entry.delegated && `, sampai ${formatLastDay(entry.delegated.until, timeZone)}`}
          {entry.isPending && <span className="muted"> (menunggu diterima)</span>}
        </li>
      ))}
    </ul>
  );
}
