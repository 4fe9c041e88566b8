import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './sheet.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Lembar persetujuan', robots: { index: false, follow: false } };

/** A sheet of paper, with a root of its own beside the newsroom's. */
export default function SheetLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
