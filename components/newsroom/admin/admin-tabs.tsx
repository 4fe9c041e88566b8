'use client';

import { usePathname } from 'next/navigation';
import {
  adminAgenciesPath,
  adminDelegationsPath,
  adminHandoversPath,
  adminHolidaysPath,
  adminMailPath,
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

const places = [
  { href: adminPeoplePath, label: 'Orang' },
  { href: adminRolesPath, label: 'Peran menunggu' },
  { href: adminDelegationsPath, label: 'Delegasi' },
  { href: adminHandoversPath, label: 'Serah terima' },
  { href: adminAgenciesPath, label: 'Perangkat daerah' },
  { href: adminSectionsPath, label: 'Kanal' },
  { href: adminTopicsPath, label: 'Topik' },
  { href: adminPortalPath, label: 'Portal' },
  { href: adminServiceHoursPath, label: 'Jam layanan' },
  { href: adminHolidaysPath, label: 'Hari libur' },
  { href: adminTargetsPath, label: 'Target' },
  { href: adminReasonsPath, label: 'Alasan' },
  { href: adminRedirectsPath, label: 'Pengalihan' },
  { href: adminMailPath, label: 'Surel' },
];

/** What a managing editor sees of the administration: accepting roles, delegations, handing accounts over. */
const alsoForTheDesk: readonly string[] = [adminRolesPath, adminDelegationsPath, adminHandoversPath];

/** The parts of the administration. */
export function AdminTabs({ isAdmin, pending }: { isAdmin: boolean; pending: number }) {
  const here = usePathname();
  return (
    <nav aria-label="Administrasi">
      <ul className="tabs">
        {places
          .filter((place) => isAdmin || alsoForTheDesk.includes(place.href))
          .map((place) => (
            <li key={place.href}>
              <a href={place.href} aria-current={here.startsWith(place.href) ? 'page' : undefined}>
                {place.label}
                {place.href === adminRolesPath && pending > 0 && ` (${pending})`}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
