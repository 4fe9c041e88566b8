import type { AdministeredPortal } from '#lib/accounts/people-reads.ts';

/** The portal an admin looks at: the one the address names, else the first of theirs. */
export function chosenPortal(
  portals: readonly [AdministeredPortal, ...AdministeredPortal[]],
  wanted: string | string[] | undefined,
): AdministeredPortal {
  return portals.find((portal) => portal.id === wanted) ?? portals[0];
}

/** Links to an admin's other portals; nothing for somebody with one portal. */
export function PortalChoice({
  portals,
  chosen,
  path,
}: {
  portals: readonly AdministeredPortal[];
  chosen: AdministeredPortal;
  path: string;
}) {
  if (portals.length < 2) return null;
  return (
    <nav aria-label="Portal">
      <ul className="tabs">
        {portals.map((portal) => (
          <li key={portal.id}>
            <a href={`${path}?portal=${portal.id}`} aria-current={portal.id === chosen.id ? 'page' : undefined}>
              {portal.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
