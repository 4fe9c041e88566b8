'use client';

import type { KeyboardEvent } from 'react';
import { formatTime, kindLabels } from '#lib/newsroom/labels.ts';
import type { CalendarItem, CalendarMark } from '#lib/planning/calendar-view.ts';
import { reviewPath } from '#lib/urls.ts';

/** Each reason by a word and a sign of its own. */
export const markWords: Readonly<Record<CalendarMark, { word: string; sign: string }>> = {
  scheduled: { word: 'Terjadwal', sign: '◷' },
  awaiting: { word: 'Menunggu tanda tangan', sign: '◔' },
  embargo: { word: 'Embargo berakhir', sign: '⊘' },
  due: { word: 'Tenggat', sign: '⚑' },
  event: { word: 'Agenda', sign: '◇' },
};

type EntryProps = {
  item: CalendarItem;
  timeZone: string;
  at: Date;
  onDrag: (isHeld: boolean) => void;
  onStep: (days: number) => void;
  onAsk: () => void;
  onCancel: () => void;
};

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One item of a day; a scheduled one can be taken by its handle. */
export function CalendarEntry({ item, timeZone, at, onDrag, onStep, onAsk, onCancel }: EntryProps) {
  const { word, sign } = markWords[item.mark];
  const isLate = item.mark === 'due' && item.at < at;
  const title = item.title === '' ? 'Tanpa judul' : item.title;
  const press = (event: KeyboardEvent) => {
    const days = steps[event.key];
    if (days === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (days === undefined) onCancel();
    else onStep(days);
  };
  return (
    <li
      className={`calendar-item calendar-item-${item.failure === null ? item.mark : 'failed'}`}
      draggable={item.canMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <p className="calendar-mark">
        <span aria-hidden="true">{sign}</span> {formatTime(item.at, timeZone)} {word}
        {isLate && <strong> (lewat)</strong>}
      </p>
      <p>
        <a href={reviewPath(item.articleId)}>{title}</a>
      </p>
      <p className="muted small">
        {kindLabels[item.kind]}, {item.agencyName}
      </p>
      {item.failure !== null && <p className="calendar-failure">Belum terbit: {item.failure}</p>}
      {item.canMove && (
        <button
          type="button"
          className="calendar-handle"
          title="Seret ke hari lain, atau tekan tombol panah"
          onClick={onAsk}
          onKeyDown={press}
        >
          Pindahkan<span className="visually-hidden"> {title}</span>
        </button>
      )}
    </li>
  );
}
