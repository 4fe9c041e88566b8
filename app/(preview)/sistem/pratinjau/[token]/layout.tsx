import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './guest.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Pratinjau', robots: { index: false, follow: false } };

/** What a guest reads wears the readers' stylesheet, and says on every screen that it is no publication. */
export default function GuestPreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
