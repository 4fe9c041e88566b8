import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefuseHostForm, WithdrawHostForm } from '#components/newsroom/links/host-forms.tsx';
import { HostName } from '#components/newsroom/links/host-name.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { linkPortals, type RegisteredHost, registeredHosts } from '#lib/newsroom/link-register.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { linkRegisterPath, reviewPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { decideLinkHostAction, withdrawLinkHostAction } from './actions.ts';

export const metadata: Metadata = { title: 'Tautan keluar' };

export default async function LinkRegisterPage({
  searchParams,
}: {
  searchParams: Promise<{ portal?: string | string[] }>;
}) {
  const actor = await requireActor(linkRegisterPath);
  const { portal: wanted } = await searchParams;
  const portals = linkPortals(actor);
  const chosen = portals.find((id) => id === wanted) ?? portals[0];
  if (chosen === undefined) notFound();
  const [register, portal] = await Promise.all([registeredHosts(actor, chosen), portalById(chosen)]);
  if (portal === null) notFound();
  const refused = register.hosts.filter(({ decision }) => decision === 'refused');
  const allowed = register.hosts.filter(({ decision }) => decision === 'allowed');
  const { mayDecide, mayWithdraw } = register;
  const part = { mayDecide, mayWithdraw, portalId: portal.id, timeZone: portal.timeZone };
  return (
    <div className="page stack">
      <PageHeading title="Tautan keluar" />
      <p className="muted">
        Situs lain yang boleh dituju naskah {portal.name}. Alamat go.id, desa.id, mil.id, dan situs kita sendiri selalu
        boleh. Situs baru diputuskan redaktur saat meninjau naskah yang menautkannya.
      </p>
      <HostList title="Diizinkan" hosts={allowed} {...part}>
        Belum ada situs yang diizinkan. Yang pertama muncul di sini setelah redaktur mengizinkannya.
      </HostList>
      <HostList title="Ditolak" hosts={refused} {...part}>
        Belum ada situs yang ditolak.
      </HostList>
    </div>
  );
}

function HostList({
  title,
  hosts,
  portalId,
  timeZone,
  mayDecide,
  mayWithdraw,
  children,
}: {
  title: string;
  hosts: readonly RegisteredHost[];
  portalId: string;
  timeZone: string;
  mayDecide: boolean;
  mayWithdraw: boolean;
  children: string;
}) {
  return (
    <section className="stack-tight" aria-labelledby={`tautan-${title.toLowerCase()}`}>
      <h2 id={`tautan-${title.toLowerCase()}`}>
        {title} ({hosts.length})
      </h2>
      {hosts.length === 0 ? (
        <p className="empty">{children}</p>
      ) : (
        <ul className="rows">
          {hosts.map((entry) => (
            <li key={entry.host} className="edition-row">
              <div className="stack-tight">
                <HostName name={entry} />
                {entry.note !== '' && <p>{entry.note}</p>}
                <p className="muted small">
                  {entry.by === null ? 'Sudah dipakai saat daftar ini dibuat' : entry.by},{' '}
                  {formatMoment(entry.at, timeZone)}
                </p>
                <Uses entry={entry} />
              </div>
              {(mayDecide || mayWithdraw) && (
                <details>
                  <summary>Ubah</summary>
                  <div className="stack">
                    {mayWithdraw && (
                      <WithdrawHostForm action={withdrawLinkHostAction} portalId={portalId} host={entry.host} />
                    )}
                    {mayDecide && entry.decision === 'allowed' && (
                      <RefuseHostForm action={decideLinkHostAction} portalId={portalId} host={entry.host} />
                    )}
                  </div>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Uses({ entry: { articles, uses } }: { entry: RegisteredHost }) {
  if (articles === 0) return <p className="muted small">Tidak dipakai artikel yang terbit.</p>;
  return (
    <p className="small">
      Dipakai {articles} artikel:{' '}
      {uses.map(({ articleId, title }, at) => (
        <span key={articleId}>
          {at > 0 && ', '}
          <a href={reviewPath(articleId)}>{title}</a>
        </span>
      ))}
      {articles > uses.length && `, dan ${articles - uses.length} lainnya`}
    </p>
  );
}
