import type { Metadata } from 'next';
import { LivePage } from '#components/newsroom/live/live-page.tsx';
import { NewsList } from '#components/newsroom/notifications/news-list.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { notificationId } from '#lib/ids.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { newsFor, unreadNews } from '#lib/notifications/news.ts';
import { notificationSettingsPath, notificationsOf, notificationsPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { readAllNewsAction, readNewsAction } from './actions.ts';

export const metadata: Metadata = { title: 'Pemberitahuan' };

type Props = { searchParams: Promise<{ lihat?: string | string[]; sebelum?: string | string[] }> };

export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireActor(notificationsPath);
  const { lihat, sebelum } = await searchParams;
  const onlyUnread = lihat === 'belum';
  const olderThan = notificationId.safeParse(sebelum).data;
  const { news, olderThan: next } = await newsFor(actor, { onlyUnread, olderThan });
  const [unread, portal] = await Promise.all([unreadNews(actor), portalOf(actor)]);
  return (
    <div className="page stack">
      {olderThan === undefined && <LivePage news />}
      <PageHeading title="Pemberitahuan">
        <a href={notificationSettingsPath}>Atur surel</a>
      </PageHeading>
      <nav aria-label="Saring pemberitahuan">
        <ul className="tabs">
          <li>
            <a href={notificationsOf({})} aria-current={onlyUnread ? undefined : 'page'}>
              Semua
            </a>
          </li>
          <li>
            <a href={notificationsOf({ onlyUnread: true })} aria-current={onlyUnread ? 'page' : undefined}>
              Belum dibaca ({unread})
            </a>
          </li>
        </ul>
      </nav>
      {unread > 0 && (
        <ActionForm
          action={readAllNewsAction}
          submit="Tandai semua dibaca"
          tone="usual"
          label="Tandai semua pemberitahuan dibaca"
        />
      )}
      {news.length === 0 ? (
        <p className="empty">
          {onlyUnread
            ? 'Semua sudah Anda baca. Kabar baru muncul di sini dengan sendirinya.'
            : 'Belum ada pemberitahuan. Kabar tentang naskah Anda, tugas, dan sebutan nama Anda akan tampil di sini.'}
        </p>
      ) : (
        <NewsList news={news} timeZone={portal?.timeZone ?? 'Asia/Makassar'} readAction={readNewsAction} />
      )}
      {next !== null && (
        <p>
          <a href={notificationsOf({ onlyUnread, olderThan: next })}>Yang lebih lama</a>
        </p>
      )}
    </div>
  );
}
