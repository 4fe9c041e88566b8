'use client';

import { usePathname } from 'next/navigation';
import {
  adminAgenciesPath,
  adminDelegationsPath,
  adminHandoversPath,
  adminHolidaysPath,
  adminMailPath,
  adminOperationsPath,
  adminPeoplePath,
  adminPortalPath,
  adminReasonsPath,
  adminRedirectsPath,
  adminRolesPath,
  adminSectionsPath,
  adminServiceHoursPath,
  adminTargetsPath,
  adminTopicsPath,
} from '#lib/urls.ts';

type Place = { href: string; label: string };

/** The parts of the administration, by what somebody comes here for. */
const groups: readonly { label: string; places: readonly Place[] }[] = [
  {
    label: 'Orang',
    places: [
      { href: adminPeoplePath, label: 'Orang' },
      { href: adminRolesPath, label: 'Peran menunggu' },
      { href: adminDelegationsPath, label: 'Delegasi' },
      { href: adminHandoversPath, label: 'Serah terima' },
    ],
  },
  {
    label: 'OPD dan isi',
    places: [
      { href: adminAgenciesPath, label: 'Perangkat daerah' },
      { href: adminSectionsPath, label: 'Kanal' },
      { href: adminTopicsPath, label: 'Topik' },
      { href: adminReasonsPath, label: 'Alasan' },
    ],
  },
  {
    label: 'Jam dan target',
    places: [
      { href: adminServiceHoursPath, label: 'Jam layanan' },
      { href: adminHolidaysPath, label: 'Hari libur' },
      { href: adminTargetsPath, label: 'Target' },
    ],
  },
  {
    label: 'Situs',
    places: [
      { href: adminPortalPath, label: 'Portal' },
      { href: adminRedirectsPath, label: 'Pengalihan' },
      { href: adminMailPath, label: 'Surel' },
      { href: adminOperationsPath, label: 'Keadaan sistem' },
    ],
  },
];

/** What a managing editor sees of the administration: accepting roles, delegations, handing accounts over, how the system is. */
const alsoForTheDesk: readonly string[] = [
  adminRolesPath,
  adminDelegationsPath,
  adminHandoversPath,
  adminOperationsPath,
];

/**
 * The parts of the administration: a column beside the page where there is room for one, else one line that
 * says where one is and unfolds. Only one of the two is ever shown.
 */
export function AdminPlaces({ isAdmin, pending }: { isAdmin: boolean; pending: number }) {
  const path = usePathname();
  const shown = groups
    .map(({ label, places }) => ({
      label,
      places: places.filter(({ href }) => isAdmin || alsoForTheDesk.includes(href)),
    }))
    .filter(({ places }) => places.length > 0);
  const here = shown
    .flatMap(({ label, places }) => places.map((place) => ({ ...place, group: label })))
    .find(({ href }) => path === href || path.startsWith(`${href}/`));
  const lists = shown.map((group) => <PlaceList key={group.label} {...group} here={here?.href} pending={pending} />);
  return (
    <nav aria-label="Administrasi" className="admin-places">
      <div className="admin-places-column">{lists}</div>
      <details className="admin-places-line">
        <summary>
          <span>
            <span className="small muted">Administrasi: </span>
            {here?.label ?? 'pilih bagian'}
          </span>
          {pending > 0 && (
            <span className="admin-places-count">
              {pending}
              <span className="visually-hidden"> peran menunggu</span>
            </span>
          )}
        </summary>
        <div className="admin-places-unfolded">{lists}</div>
      </details>
    </nav>
  );
}

function PlaceList({
  label,
  places,
  here,
  pending,
}: {
  label: string;
  places: readonly Place[];
  here: string | undefined;
  pending: number;
}) {
  return (
    <div>
      <p className="admin-places-group">{label}</p>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={place.href === here ? 'page' : undefined}>
              {place.label}
              {place.href === adminRolesPath && pending > 0 && <span className="admin-places-count">{pending}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
