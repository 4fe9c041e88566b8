import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '../../../../../embargo.css';

export const dynamic = 'force-dynamic';

/** As little as the page of a link says. */
export const metadata: Metadata = { title: 'Naskah di bawah embargo', robots: { index: false, follow: false } };

/** What an account reads beforehand looks like what a journalist reads. */
export default function AccountEmbargoLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
