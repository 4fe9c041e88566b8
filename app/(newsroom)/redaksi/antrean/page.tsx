import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { HelpLink } from '#components/newsroom/help/help-link.tsx';
import { LivePage } from '#components/newsroom/live/live-page.tsx';
import { AlarmList } from '#components/newsroom/queue/alarm-list.tsx';
import { QueueFilterForm, QueueStages } from '#components/newsroom/queue/queue-filters.tsx';
import { QueueList } from '#components/newsroom/queue/queue-list.tsx';
import { SavedViewBar } from '#components/newsroom/queue/saved-view-bar.tsx';
import { now } from '#lib/clock.ts';
import { owedReviews } from '#lib/desk/owed-reviews.ts';
import { queueCounts, queuePage } from '#lib/desk/queue.ts';
import { queueChoices } from '#lib/desk/queue-choices.ts';
import { filtersFrom, filtersOfQuery, isNarrowed, queryOf, queueAddress } from '#lib/desk/queue-filters.ts';
import { placeFrom } from '#lib/desk/queue-order.ts';
import { savedViewsOf } from '#lib/desk/saved-views.ts';
import { formatTime, zoneName } from '#lib/newsroom/labels.ts';
import { openAlarms } from '#lib/record/alarms.ts';
import { putAsidePath, queuePath, reviewPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Antrean' };

const searchId = 'cari-judul';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const parameters = await searchParams;
  const actor = await requireActor(queuePath);
  const views = await savedViewsOf(actor);
  const first = views.find((view) => view.isDefault);
  // Somebody's own view opens only where the address asks for nothing.
  if (first !== undefined && first.query !== '' && Object.keys(parameters).length === 0) {
    redirect(queueAddress(filtersOfQuery(first.query)));
  }
  const filters = filtersFrom(parameters);
  const place = placeFrom(parameters['setelah']);
  const [page, counts, { agencies, editors, reasons }, alarms, owed] = await Promise.all([
    queuePage(actor, filters, place),
    queueCounts(actor, filters),
    queueChoices(actor),
    openAlarms(actor),
    owedReviews(actor),
  ]);
  const address = queueAddress(filters);
  return (
    <div className="page page-wide stack queue-page">
      <LivePage alarms />
      <header className="page-head">
        <h1>Antrean</h1>
        <div className="row">
          <span className="small muted">Dibaca {formatTime(now(), page.timeZone)}</span>
          <a className="button" href={address === queuePath ? `${queuePath}?semua=ya` : address}>
            Muat ulang
          </a>
          <HelpLink guide="redaktur" section="membaca-antrean">
            Bantuan
          </HelpLink>
        </div>
      </header>
      <AlarmList alarms={alarms} timeZone={page.timeZone} />
      {owed.length > 0 && place === undefined && (
        <section className="stack-tight" aria-labelledby="tinjauan-kedua">
          <h2 id="tinjauan-kedua">Terbit lewat jalur cepat, menunggu tinjauan kedua ({owed.length})</h2>
          <EditionRows rows={owed} timeZone={page.timeZone} hrefOf={({ articleId }) => reviewPath(articleId)} />
        </section>
      )}
      <SavedViewBar
        views={views}
        query={queryOf(filters)}
        actions={{
          save: actions.saveView,
          rename: actions.renameView,
          remove: actions.removeView,
          choose: actions.chooseView,
        }}
      />
      <QueueStages filters={filters} counts={counts} />
      <QueueFilterForm filters={filters} agencies={agencies} zoneName={zoneName(page.timeZone)} searchId={searchId} />
      {page.rows.length === 0 ? (
        <Empty isFiltered={isNarrowed(filters) || filters.stage !== undefined} />
      ) : (
        <QueueList
          rows={page.rows}
          timeZone={page.timeZone}
          userId={actor.userId}
          alarmed={alarms.flatMap(({ articleId }) => articleId ?? [])}
          editors={editors}
          reasons={reasons}
          claim={actions.claim}
          handOver={actions.handOver}
          actions={{
            assign: actions.assignMany,
            setPriority: actions.setPriorityOfMany,
            return: actions.returnMany,
          }}
          searchId={searchId}
        />
      )}
      <nav className="row" aria-label="Halaman antrean">
        {place !== undefined && (
          <a className="button" href={address}>
            Ke awal antrean
          </a>
        )}
        {page.next !== null && (
          <a className="button" href={queueAddress(filters, page.next)}>
            Berikutnya
          </a>
        )}
        <a href={putAsidePath}>Ditolak dan dibuang</a>
      </nav>
    </div>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <div className="empty">
        <p>Tidak ada naskah yang cocok dengan saringan ini.</p>
        <p>
          <a href={`${queuePath}?semua=ya`}>Hapus semua saringan</a>
        </p>
      </div>
    );
  }
  return (
    <p className="empty">
      Tidak ada naskah yang menunggu. Naskah tampil di sini begitu diajukan: yang terlambat paling atas, lalu yang lebih
      mendesak, lalu yang paling lama menunggu.
    </p>
  );
}
