import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import './site.css';

/** Statuses are right and the build needs no database only when every page is rendered per request. */
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0b3d31' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2a21' },
  ],
};

/** The reader's pages: no script, one stylesheet, one face. Header and footer belong to each page (SitePage). */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="id" className="warta">
      <head>
        <link
          rel="preload"
          href="/fonts/plus-jakarta-sans-1.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="icon" href="/favicon.ico" sizes="48x48" />
        <link rel="icon" href="/motif/ragam-2.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      </head>
      <body>{children}</body>
    </html>
  );
}
