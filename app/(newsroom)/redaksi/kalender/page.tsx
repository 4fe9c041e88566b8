import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarBoard } from '#components/newsroom/planning/calendar-board.tsx';
import { CalendarTools } from '#components/newsroom/planning/calendar-tools.tsx';
import { now } from '#lib/clock.ts';
import { formatTime } from '#lib/newsroom/labels.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { editorialCalendar } from '#lib/planning/calendar.ts';
import { calendarWish } from '#lib/planning/calendar-address.ts';
import { dayIn } from '#lib/time-zone.ts';
import { editorialCalendarPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { reschedule } from './actions.ts';

export const metadata: Metadata = { title: 'Kalender redaksi' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireActor(editorialCalendarPath);
  const portal = await portalOf(actor);
  if (portal === null) notFound();
  const wish = calendarWish(await searchParams, dayIn(now(), portal.timeZone));
  const view = await editorialCalendar(actor, portal, wish);
  const zone = formatTime(view.at, portal.timeZone).split(' ').at(-1);
  const isEmpty = view.days.every(({ items, published }) => items.length === 0 && published === 0);
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Kalender redaksi</h1>
        <p className="muted">
          Semua waktu dalam {zone}. Yang tampil: terjadwal, akhir embargo, tenggat, agenda, dan banyaknya artikel
          terbit. Hari kerja yang belum punya jadwal terbit ditandai.
        </p>
      </header>
      <CalendarTools wish={wish} view={view} />
      {isEmpty && (
        <p className="empty">
          Belum ada apa-apa di rentang ini. Naskah yang dijadwalkan, diembargo, atau diberi tenggat tampil di sini
          dengan sendirinya.
        </p>
      )}
      {view.isCut && <p className="notice notice-warn">Tidak semuanya tampil. Pilih pekan, atau saring.</p>}
      <CalendarBoard view={view} form={wish.form} reschedule={reschedule} />
    </div>
  );
}
