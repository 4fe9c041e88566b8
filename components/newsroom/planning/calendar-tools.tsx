import { formatSpan, kindLabels } from '#lib/newsroom/labels.ts';
import {
  type CalendarWish,
  calendarForms,
  calendarPath,
  shownDays,
  turnedDay,
} from '#lib/planning/calendar-address.ts';
import type { CalendarView } from '#lib/planning/calendar-view.ts';
import { periodText } from '#lib/reports/figure-words.ts';
import { editorialCalendarPath } from '#lib/urls.ts';

const formNames = { bulan: 'Bulan', pekan: 'Pekan', daftar: 'Daftar' } as const;
const turnNames = {
  bulan: ['Bulan sebelumnya', 'Bulan berikutnya'],
  pekan: ['Pekan sebelumnya', 'Pekan berikutnya'],
  daftar: ['Lebih awal', 'Lebih lanjut'],
} as const;

/** Which days are shown, how, and of what; plain links and a plain form. */
export function CalendarTools({ wish, view }: { wish: CalendarWish; view: CalendarView }) {
  const [earlier, later] = turnNames[wish.form];
  return (
    <div className="stack-tight">
      <nav aria-label="Tampilan kalender">
        <ul className="tabs">
          {calendarForms.map((form) => (
            <li key={form}>
              <a href={calendarPath({ ...wish, form })} aria-current={form === wish.form ? 'page' : undefined}>
                {formNames[form]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="row calendar-turn">
        <p className="calendar-span" aria-live="polite">
          <strong>{spanWords(wish)}</strong>
        </p>
        <a className="button" href={calendarPath({ ...wish, on: turnedDay(wish, -1) })}>
          ‹ <span className="visually-hidden">{earlier}</span>
        </a>
        <a className="button" href={calendarPath({ ...wish, on: turnedDay(wish, 1) })}>
          › <span className="visually-hidden">{later}</span>
        </a>
        <a className="button" href={calendarPath({ ...wish, on: view.today })}>
          Hari ini
        </a>
      </div>
      <details className="group" open={wish.agency !== undefined || wish.kind !== undefined}>
        <summary>Saring</summary>
        <form method="get" action={editorialCalendarPath} className="row calendar-filter">
          <input type="hidden" name="tampilan" value={wish.form} />
          <input type="hidden" name="pada" value={wish.on} />
          <div className="field">
            <label htmlFor="saring-opd">Perangkat daerah</label>
            <select id="saring-opd" name="opd" defaultValue={wish.agency ?? ''}>
              <option value="">Semua</option>
              {view.agencies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="saring-jenis">Jenis</label>
            <select id="saring-jenis" name="jenis" defaultValue={wish.kind ?? ''}>
              <option value="">Semua</option>
              {Object.entries(kindLabels).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <button type="submit">Saring</button>
        </form>
      </details>
    </div>
  );
}

function spanWords(wish: CalendarWish): string {
  if (wish.form === 'bulan') return formatSpan(wish.on.slice(0, 7));
  const days = shownDays(wish);
  return periodText({ firstDay: days[0] ?? wish.on, lastDay: days.at(-1) ?? wish.on });
}
