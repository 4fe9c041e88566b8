'use client';

import { usePathname } from 'next/navigation';
import { adminAgenciesPath, adminPeoplePath, adminRolesPath, adminSectionsPath, adminTopicsPath } from '#lib/urls.ts';

const places = [
  { href: adminPeoplePath, label: 'Orang' },
  { href: adminRolesPath, label: 'Peran menunggu' },
  { href: adminAgenciesPath, label: 'Perangkat daerah' },
  { href: adminSectionsPath, label: 'Kanal' },
  { href: adminTopicsPath, label: 'Topik' },
];

/** The parts of the administration. A managing editor only accepts roles. */
export function AdminTabs({ isAdmin, pending }: { isAdmin: boolean; pending: number }) {
  const here = usePathname();
  return (
    <nav aria-label="Administrasi">
      <ul className="tabs">
        {places
          .filter((place) => isAdmin || place.href === adminRolesPath)
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
