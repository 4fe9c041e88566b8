import type { ReactNode } from 'react';
import { Frame } from '#components/newsroom/frame.tsx';
import { config } from '#lib/config.ts';
import { writableAgencies } from '#lib/newsroom/edition-view.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { unreadNews } from '#lib/notifications/news.ts';
import { currentFreeze } from '#lib/record/site-freeze.ts';
import { optionalActor } from '#lib/web/session.ts';
import { createArticle, signOut } from './actions.ts';
import './newsroom.css';

export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const actor = await optionalActor();
  const isDemo = config().mode === 'demo';
  const [agencies, portal, unread, freeze] =
    actor === null
      ? [[], null, 0, null]
      : await Promise.all([writableAgencies(actor), portalOf(actor), unreadNews(actor), currentFreeze()]);
  return (
    <>
      <a className="skip-link" href="#isi">
        Langsung ke isi
      </a>
      {isDemo && (
        <aside className="demo-line" aria-label="Keterangan">
          <strong>Portal contoh.</strong> Semua naskah, nama, dan instansi di sini rekaan.
        </aside>
      )}
      {freeze !== null && (
        <aside className="frozen-line" aria-label="Mode baca saja">
          <strong>Situs dalam mode baca saja.</strong> Alasan: “{freeze.reason}”. Menulis dan mengajukan tetap bisa;
          menerbitkan dan mengubah situs menunggu pengelola.
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
          unreadNews={unread}
          createArticle={createArticle}
          signOut={signOut}
        >
          {children}
        </Frame>
      )}
    </>
  );
}
