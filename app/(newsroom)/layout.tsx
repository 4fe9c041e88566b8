import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { requestNonce } from '#lib/web/nonce.ts';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Ruang redaksi', template: '%s · Ruang redaksi' },
  robots: { index: false, follow: false },
  manifest: '/redaksi/aplikasi.webmanifest',
  appleWebApp: { capable: true, title: 'Redaksi' },
};

export const viewport: Viewport = {
  themeColor: '#0b5d4b',
  width: 'device-width',
  initialScale: 1,
  // A phone's keyboard makes the page shorter, so that the tools stay above it.
  interactiveWidget: 'resizes-content',
};

/**
 * The document of the newsroom. The frame with its buttons stands one layout further in: what an
 * action answers to a button of this layout, a redirect too, would find no boundary above it.
 */
export default async function NewsroomDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="id">
      <head>
        <script src="/trusted-chunks-2.js" nonce={await requestNonce()} />
      </head>
      <body>{children}</body>
    </html>
  );
}
