import { RoleButton } from '#components/newsroom/admin/role-forms.tsx';
import { roleNotes, roleWithAgency } from '#components/newsroom/admin/role-words.ts';
import { Moment } from '#components/newsroom/moment.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { grantsToAccept, type PendingGrant } from '#lib/accounts/people-reads.ts';
import { formatDays } from '#lib/newsroom/labels.ts';
import { adminRolesPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { acceptGrantAction, declineGrantAction } from './actions.ts';

export const metadata = { title: 'Peran menunggu' };

export default async function RolesPage() {
  const actor = await requireActor(adminRolesPath);
  const grants = await orNotFound(grantsToAccept(actor));
  return (
    <div className="stack">
      <PageHeading title="Peran menunggu" />
      <p>
        Peran yang dapat membawa naskah kepada warga, atau membuka akses bagi orang lain, berlaku setelah orang kedua
        menerimanya. Pastikan Anda tahu siapa orangnya dan mengapa ia memerlukan peran itu.
      </p>
      {grants.length === 0 ? (
        <p className="empty">Tidak ada peran yang menunggu.</p>
      ) : (
        grants.map((grant) => <Grant key={grant.membershipId} grant={grant} />)
      )}
    </div>
  );
}

const refusals = {
  own_grant: 'Anda yang memberi peran ini. Admin lain atau redaktur pelaksana harus menerimanya.',
  own_role: 'Ini peran untuk Anda sendiri. Orang lain harus menerimanya.',
} as const;

function Grant({ grant }: { grant: PendingGrant }) {
  const about = `peran ${roleWithAgency(grant)} untuk ${grant.personName}`;
  const id = `peran-${grant.membershipId}`;
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>
        {roleWithAgency(grant)} untuk {grant.personName}
      </h2>
      {grant.delegated && (
        <p>
          {formatDays(grant.delegated.from, grant.delegated.until, grant.timeZone)}
          {grant.delegated.inPlaceOfName && `, menggantikan ${grant.delegated.inPlaceOfName}`}
        </p>
      )}
      <p>
        {grant.personEmail}
        <br />
        <span className="muted">{roleNotes[grant.role]}</span>
      </p>
      <p className="small muted">
        Diberikan oleh {grant.grantedByName ?? 'baris perintah'},{' '}
        <Moment at={grant.grantedAt} timeZone={grant.timeZone} />
      </p>
      {grant.refusal && <p className="notice">{refusals[grant.refusal]}</p>}
      <div className="row">
        {grant.refusal === null && (
          <RoleButton
            action={acceptGrantAction}
            membershipId={grant.membershipId}
            label="Terima"
            about={about}
            tone="main"
          />
        )}
        <RoleButton
          action={declineGrantAction}
          membershipId={grant.membershipId}
          label={grant.refusal === 'own_grant' ? 'Batalkan' : 'Tolak'}
          about={about}
          tone="danger"
        />
      </div>
    </section>
  );
}
