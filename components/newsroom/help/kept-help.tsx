'use client';

import { useEffect, useState } from 'react';
import { helpListPath, helpPath } from '#lib/urls.ts';

const offered = [
  { href: helpPath('luring'), name: 'Panduan tanpa jaringan' },
  { href: helpListPath, name: 'Semua panduan' },
] as const;

/** The guides this device can show without a network, because somebody opened them here. */
export function KeptHelp() {
  const [kept, setKept] = useState<readonly (typeof offered)[number][]>([]);
  useEffect(() => {
    // Without a safe origin there is no such store, and nothing was kept.
    if ('caches' in window) keptOf().then(setKept, () => setKept([]));
  }, []);
  if (kept.length === 0) return null;
  return (
    <p className="row">
      {kept.map(({ href, name }) => (
        <a key={href} href={href}>
          {name}
        </a>
      ))}
    </p>
  );
}

async function keptOf() {
  const found = await Promise.all(offered.map(({ href }) => caches.match(href)));
  return offered.filter((_, place) => found[place] !== undefined);
}
