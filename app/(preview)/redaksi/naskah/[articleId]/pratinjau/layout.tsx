import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './preview.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Pratinjau', robots: { index: false, follow: false } };

/** The preview wears the readers' stylesheet, so it has a root of its own beside the newsroom's. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
