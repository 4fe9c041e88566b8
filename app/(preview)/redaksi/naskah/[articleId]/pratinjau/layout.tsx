import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './preview.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Pratinjau', robots: { index: false, follow: false } };

/** The preview wears the readers' stylesheet, so it has a root of its own beside the newsroom's. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <head>
        {/* The preview stands in a frame of the review page; pages of the site may not stand there. */}
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  );
}
