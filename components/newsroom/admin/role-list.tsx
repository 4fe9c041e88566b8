import { roleWithAgency } from './role-words.ts';

type Entry = Parameters<typeof roleWithAgency>[0] & { membershipId: string; isPending: boolean };

/** The roles of a person in words; those that wait say so. */
export function RoleList({ roles }: { roles: readonly Entry[] }) {
  if (roles.length === 0) return <span className="muted">Belum ada peran</span>;
  return (
    <ul className="plain-list">
      {roles.map((entry) => (
        <li key={entry.membershipId}>
          {roleWithAgency(entry)}
          {entry.isPending && <span className="muted"> (menunggu diterima)</span>}
        </li>
      ))}
    </ul>
  );
}
