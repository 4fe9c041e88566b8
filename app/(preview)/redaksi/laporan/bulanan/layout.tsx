import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './monthly.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Laporan bulanan', robots: { index: false, follow: false } };

/** One sheet of paper: it has a root of its own, without the newsroom's frame. */
export default function MonthlyLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="monthly">
      <body>{children}</body>
    </html>
  );
}
