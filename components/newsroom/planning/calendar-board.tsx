'use client';

import { type DragEvent, useState } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import { formatDate } from '#lib/newsroom/labels.ts';
import { type CalendarForm, dayAfter, weekdayOf } from '#lib/planning/calendar-address.ts';
import type { CalendarDay, CalendarItem, CalendarView } from '#lib/planning/calendar-view.ts';
import { archiveOfPath } from '#lib/urls.ts';
import { CalendarEntry } from './calendar-entry.tsx';
import { MoveWindow } from './move-window.tsx';

type BoardProps = { view: CalendarView; form: CalendarForm; reschedule: FormAction };

/** What is being moved, and to which day. */
type Move = { item: CalendarItem; day: string };

/**
 * The days of a view. A scheduled item is moved with the pointer, with the arrow keys on its handle, or
 * through the window that its handle opens; every way ends in that window, where the move is confirmed.
 */
export function CalendarBoard({ view, form, reschedule }: BoardProps) {
  const [dragged, setDragged] = useState<Move | null>(null);
  const [asked, setAsked] = useState<Move | null>(null);
  const [told, setTold] = useState('');
  const first = view.days[0];
  const offset = form === 'daftar' || first === undefined ? 0 : weekdayOf(first.day);

  const over = (day: string) => (event: DragEvent) => {
    if (dragged === null || day < view.today) return;
    event.preventDefault();
    if (dragged.day !== day) setDragged({ ...dragged, day });
  };
  const drop = (day: string) => (event: DragEvent) => {
    if (dragged === null) return;
    event.preventDefault();
    setDragged(null);
    if (day !== dayOf(view, dragged.item)) setAsked({ item: dragged.item, day });
  };
  /** With the keys: the day it would go to is said, and Enter asks. */
  const step = (item: CalendarItem, days: number) => {
    const day = dayAfter(dragged?.item === item ? dragged.day : dayOf(view, item), days);
    if (day < view.today || !view.days.some((one) => one.day === day)) {
      setTold('Hari itu tidak dapat dipilih di sini.');
      return;
    }
    setDragged({ item, day });
    setTold(`Ke ${formatDate(day)}. Tekan Enter untuk memilih jamnya, Escape untuk membatalkan.`);
  };

  return (
    <>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {form !== 'daftar' && (
        <div className="calendar-weekdays" aria-hidden="true">
          {weekdays.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
      )}
      <ol className={`calendar calendar-${form}`}>
        {view.days.map((day, index) => (
          <li
            key={day.day}
            className={dayClass(day, { view, isTarget: dragged?.day === day.day, start: index === 0 ? offset : 0 })}
            onDragOver={over(day.day)}
            onDrop={drop(day.day)}
          >
            <DayHead day={day} isToday={day.day === view.today} />
            {day.items.length > 0 && (
              <ul className="calendar-items">
                {day.items.map((item) => (
                  <CalendarEntry
                    key={`${item.mark} ${item.editionId}`}
                    item={item}
                    timeZone={view.timeZone}
                    at={view.at}
                    onDrag={(isHeld) => setDragged(isHeld ? { item, day: day.day } : null)}
                    onStep={(days) => step(item, days)}
                    onAsk={() => {
                      setAsked({ item, day: dragged?.item === item ? dragged.day : day.day });
                      setDragged(null);
                    }}
                    onCancel={() => {
                      setDragged(null);
                      setTold('Dibatalkan.');
                    }}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {asked !== null && (
        <MoveWindow
          key={`${asked.item.editionId} ${asked.day}`}
          item={asked.item}
          day={asked.day}
          view={view}
          action={reschedule}
          onClose={() => setAsked(null)}
          onDone={(text) => {
            setAsked(null);
            setTold(text);
          }}
        />
      )}
    </>
  );
}

function DayHead({ day, isToday }: { day: CalendarDay; isToday: boolean }) {
  return (
    <div className="calendar-head">
      <h2>
        <span className="calendar-number" aria-hidden="true">
          {Number(day.day.slice(8))}
        </span>
        <span className="calendar-date">{formatDate(day.day)}</span>
        {isToday && <span className="badge badge-good">Hari ini</span>}
      </h2>
      {day.dayOff !== null && (
        <p className="calendar-off">
          {day.dayOff.name}
          {day.dayOff.isLeave && ' (cuti bersama)'}
        </p>
      )}
      {day.published > 0 && (
        <p className="calendar-done">
          <a href={archiveOfPath(day.day)}>{day.published} terbit</a>
        </p>
      )}
      {day.isGap && <p className="calendar-gap">Belum ada jadwal terbit</p>}
    </div>
  );
}

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

function dayClass(
  day: CalendarDay,
  { view, isTarget, start }: { view: CalendarView; isTarget: boolean; start: number },
): string {
  const isEmpty = day.items.length === 0 && day.published === 0 && day.dayOff === null && !day.isGap;
  return [
    'calendar-day',
    ...(day.isBusinessDay ? [] : ['calendar-day-closed']),
    ...(day.day === view.today ? ['calendar-day-today'] : []),
    ...(day.day < view.today ? ['calendar-day-past'] : []),
    ...(isEmpty ? ['calendar-day-empty'] : []),
    ...(isTarget ? ['calendar-day-target'] : []),
    ...(start > 0 ? [`calendar-start-${start}`] : []),
  ].join(' ');
}

function dayOf({ days }: CalendarView, item: CalendarItem): string {
  return days.find((day) => day.items.includes(item))?.day ?? '';
}
