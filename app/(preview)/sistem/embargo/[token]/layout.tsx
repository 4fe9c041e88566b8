import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '../../../embargo.css';

export const dynamic = 'force-dynamic';

/** Says nothing of the article: a link that is passed on shows this title before anybody opens it. */
export const metadata: Metadata = { title: 'Naskah di bawah embargo', robots: { index: false, follow: false } };

/** What a journalist reads beforehand wears the readers' stylesheet. */
export default function EmbargoLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <body>{children}</body>
    </html>
  );
}
