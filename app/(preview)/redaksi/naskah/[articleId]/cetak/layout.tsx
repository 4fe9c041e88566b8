import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './printed.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Cetak naskah', robots: { index: false, follow: false } };

/** The printed edition wears the readers' stylesheet, so it has a root of its own beside the newsroom's. */
export default function PrintLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
