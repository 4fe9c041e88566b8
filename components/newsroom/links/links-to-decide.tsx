import type { FormAction } from '#lib/action-state.ts';
import type { LinkToDecide } from '#lib/newsroom/link-register.ts';
import { linkRegisterPath } from '#lib/urls.ts';
import { AllowHostForm, RefuseHostForm } from './host-forms.tsx';
import { HostName } from './host-name.tsx';

const standings = {
  new: 'Belum diputuskan',
  refused: 'Ditolak',
  allowed: 'Diizinkan',
  by_rule: 'Situs pemerintah atau situs sendiri',
} as const;

/** The hosts an edition leads to; an editor allows or refuses a new one with one tap, beside its addresses. */
export function LinksToDecide({
  links,
  portalId,
  action,
}: {
  links: readonly LinkToDecide[];
  portalId: string;
  /** Null for anyone but editors. */
  action: FormAction | null;
}) {
  const shown = links.filter(({ standing }) => standing !== 'by_rule');
  if (shown.length === 0) return null;
  const isOpen = shown.some(({ standing }) => standing === 'new' || standing === 'refused');
  return (
    <details className="group" open={isOpen}>
      <summary>
        <h2 id="tautan-keluar">Tautan keluar</h2>
      </summary>
      <ul className="stack link-hosts">
        {shown.map((link) => (
          <li key={link.host} className="stack-tight">
            <HostName name={link} />
            <p className="small">
              <span className="badge">{standings[link.standing]}</span>
              {link.note !== '' && <> {link.note}</>}
            </p>
            {link.addresses.map((address) => (
              <p key={address} className="muted small wraps">
                {address}
              </p>
            ))}
            {action !== null && link.standing === 'new' && (
              <>
                <AllowHostForm action={action} portalId={portalId} host={link.host} />
                <details>
                  <summary>Tolak</summary>
                  <RefuseHostForm action={action} portalId={portalId} host={link.host} />
                </details>
              </>
            )}
          </li>
        ))}
      </ul>
      {action !== null && (
        <p className="small">
          <a href={linkRegisterPath}>Semua tujuan tautan</a>
        </p>
      )}
    </details>
  );
}
