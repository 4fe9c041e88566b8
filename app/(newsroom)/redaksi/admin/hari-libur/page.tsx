import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { NewDayOffForm, RemoveDayOffForm, TakeDecreeForm } from '#components/newsroom/admin/day-off-forms.tsx';
import { ImportForm } from '#components/newsroom/register/import-form.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { dayOffColumns, dayOffKindLabels } from '#lib/administration/day-off-columns.ts';
import { aboutDays, daysOffIn, decreedDays } from '#lib/administration/days-off.ts';
import { now } from '#lib/clock.ts';
import { calendarDay, inWords, weekdayOf, weekdays } from '#lib/language/calendar-day.ts';
import { dayIn } from '#lib/time-zone.ts';
import { adminHolidaysPath } from '#lib/urls.ts';
import { arrangedPortal } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import {
  addDayOffAction,
  previewDaysOffAction,
  removeDayOffAction,
  takeDaysOffAction,
  takeDecreeAction,
} from './actions.ts';

export const metadata = { title: 'Hari libur' };

type Address = Promise<{ portal?: string | string[]; tahun?: string | string[] }>;

export default async function DaysOffPage({ searchParams }: { searchParams: Address }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminHolidaysPath, searchParams);
  const { portal } = arranged;
  const thisYear = Number(dayIn(now(), portal.timeZone).slice(0, 4));
  const wanted = Number((await searchParams).tahun);
  const year = Number.isInteger(wanted) && wanted >= 2000 && wanted <= 2100 ? wanted : thisYear;
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].toSorted();
  const [days, next] = await Promise.all([
    daysOffIn(actor, portal.id, year),
    daysOffIn(actor, portal.id, thisYear + 1),
  ]);
  return (
    <div className="stack">
      <PageHeading title="Hari libur" />
      <PortalChoice portals={portals} chosen={chosen} path={adminHolidaysPath} />
      <nav aria-label="Tahun">
        <ul className="tabs">
          {years.map((one) => (
            <li key={one}>
              <a
                href={`${adminHolidaysPath}?portal=${portal.id}&tahun=${one}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {next.length === 0 && year === thisYear && (
        <p className="notice notice-warn">
          Hari libur {thisYear + 1} belum diisi. Begitu keputusan bersamanya terbit, tambahkan hari-harinya atau ambil
          dari CSV; sampai saat itu hari libur {thisYear + 1} dihitung sebagai hari kerja.
        </p>
      )}
      {days.length === 0 ? (
        <div className="empty stack-tight">
          <p>
            Hari libur {year} belum diisi. Tanpa daftar ini, libur nasional dan cuti bersama dihitung sebagai hari
            kerja.
          </p>
          {decreedDays(year) > 0 && (
            <TakeDecreeForm action={takeDecreeAction} portalId={portal.id} year={year} count={decreedDays(year)} />
          )}
        </div>
      ) : (
        <DataTable
          caption={`Hari libur ${year} di ${portal.name}`}
          columns={['Tanggal', 'Nama', 'Sumber', '']}
          rows={days.map((entry) => {
            const day = calendarDay(entry.day);
            return {
              key: entry.day,
              cells: [
                `${weekdays[weekdayOf(day)]}, ${inWords(day)}`,
                <span key="hari" className="named">
                  <span>{entry.name}</span>
                  <span className="small muted">{dayOffKindLabels[entry.kind]}</span>
                </span>,
                entry.source,
                <RemoveDayOffForm
                  key="hapus"
                  action={removeDayOffAction}
                  portalId={portal.id}
                  day={entry.day}
                  name={entry.name}
                />,
              ],
            };
          })}
        />
      )}
      <section className="card stack" aria-labelledby="hari-baru">
        <h2 id="hari-baru">Tambah hari</h2>
        <NewDayOffForm action={addDayOffAction} portalId={portal.id} year={year} />
      </section>
      <section className="card stack" aria-labelledby="dari-csv">
        <h2 id="dari-csv">Ambil dari CSV</h2>
        <p>
          Baris pertama berisi nama kolom: <code>{dayOffColumns.map(([name]) => name).join('; ')}</code>. Jenis ditulis
          “libur nasional” atau “cuti bersama”. Tanggal yang sudah ada diubah; tidak ada yang dihapus.
        </p>
        <ImportForm preview={previewDaysOffAction} take={takeDaysOffAction} hidden={{ portalId: portal.id }} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, aboutDays(portal.id, String(year)))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
