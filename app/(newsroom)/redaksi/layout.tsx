import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Frame } from '#components/newsroom/frame.tsx';
import { config } from '#lib/config.ts';
import { unseenMentions } from '#lib/newsroom/conversation.ts';
import { writableAgencies } from '#lib/newsroom/edition-view.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { requestNonce } from '#lib/web/nonce.ts';
import { optionalActor } from '#lib/web/session.ts';
import { createArticle, signOut } from './actions.ts';
import './newsroom.css';

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

export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const actor = await optionalActor();
  const isDemo = config().mode === 'demo';
  const [agencies, portal, mentions] =
    actor === null
      ? [[], null, []]
      : await Promise.all([writableAgencies(actor), portalOf(actor), unseenMentions(actor)]);
  return (
    <html lang="id">
      <head>
        <script src="/trusted-chunks-2.js" nonce={await requestNonce()} />
      </head>
      <body>
        <a className="skip-link" href="#isi">
          Langsung ke isi
        </a>
        {isDemo && (
          <aside className="demo-line" aria-label="Keterangan">
            <strong>Portal contoh.</strong> Semua naskah, nama, dan instansi di sini rekaan.
          </aside>
        )}
        {actor === null ? (
          <main id="isi" className="bare" tabIndex={-1}>
            {children}
          </main>
        ) : (
          <Frame
            person={{ userId: actor.userId, name: actor.name }}
            portalName={portal?.name ?? 'Ruang Warta'}
            roles={actor.roles.map(({ role }) => role)}
            agencies={agencies}
            mentionCount={mentions.length}
            createArticle={createArticle}
            signOut={signOut}
          >
            {children}
          </Frame>
        )}
      </body>
    </html>
  );
}
