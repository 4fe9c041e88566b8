import type { Metadata } from 'next';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { ImportDocument } from '#components/newsroom/import-document.tsx';
import { KeptPhotos } from '#components/newsroom/kept-photos-list.tsx';
import { KeptWords } from '#components/newsroom/kept-words.tsx';
import { LivePage } from '#components/newsroom/live/live-page.tsx';
import { NewArticle } from '#components/newsroom/new-article.tsx';
import { NewArticleFrom } from '#components/newsroom/new-article-from.tsx';
import { NewArticleOfKind } from '#components/newsroom/new-article-of-kind.tsx';
import { AlarmList } from '#components/newsroom/queue/alarm-list.tsx';
import { AssignedList } from '#components/newsroom/queue/assigned-list.tsx';
import { LeaderLineView } from '#components/newsroom/reports/leader-line-view.tsx';
import { assignedToMe } from '#lib/desk/queue.ts';
import { deskLength, myDesk } from '#lib/newsroom/desk.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { bannerAgencies, writableAgencies } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { linkableArticles } from '#lib/newsroom/linked-articles.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { maySeeOperations } from '#lib/operations/operators.ts';
import { openAlarms } from '#lib/record/alarms.ts';
import { leaderLine } from '#lib/reports/leader-line.ts';
import { adminOperationsPath, deskPath, draftPath, reviewPath, strandedPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { createArticle, draftFromEvent } from './actions.ts';

export const metadata: Metadata = { title: 'Meja saya' };

/** What “Naskah baru” does not begin. */
const otherKinds = [
  'press_release',
  'announcement',
  'agenda_event',
  'gallery',
  'infographic',
  'speech',
  'page',
  'banner',
] as const;

const toWork = (row: EditionRowView) =>
  row.allowed.includes('edit') ? draftPath(row.articleId) : reviewPath(row.articleId);
const toReview = (row: EditionRowView) => reviewPath(row.articleId);
/** A part that is as long as it may be has more. */
const howMany = ({ length }: readonly EditionRowView[]) =>
  length < deskLength ? String(length) : `${deskLength} teratas`;

export default async function MyDeskPage() {
  const actor = await requireActor(deskPath);
  const [desk, given, agencies, forBanners, portal] = await Promise.all([
    myDesk(actor),
    assignedToMe(actor),
    writableAgencies(actor),
    bannerAgencies(actor),
    portalOf(actor),
  ]);
  const events =
    portal === null || agencies.length === 0
      ? []
      : await linkableArticles(actor, { portalId: portal.id, what: 'event', text: '' });
  const line = await leaderLine(actor);
  // Whoever runs the install must not have to look for what is wrong with it.
  const alarms = maySeeOperations(actor) ? await openAlarms(actor) : [];
  const timeZone = portal?.timeZone ?? 'Asia/Makassar';
  // What already waits for this person is not said twice.
  const assigned = given.filter((row) => !desk.waitingForMe.some(({ editionId }) => editionId === row.editionId));
  const isEmpty = [
    alarms,
    desk.waitingForMe,
    desk.escalated,
    assigned,
    desk.returned,
    desk.drafts,
    desk.underWay,
    desk.stranded,
  ].every((list) => list.length === 0);

  return (
    <div className="page stack">
      <LivePage alarms={maySeeOperations(actor)} />
      <header className="page-head">
        <h1>Meja saya</h1>
        <div className="row">
          <NewArticle agencies={agencies} createArticle={createArticle} className="button-main" />
          <ImportDocument agencies={agencies} />
          <NewArticleFrom
            agencies={agencies}
            events={events}
            createArticle={createArticle}
            draftFromEvent={draftFromEvent}
          />
          <NewArticleOfKind
            label="Jenis lain"
            title="Naskah jenis lain"
            kinds={otherKinds}
            agencies={agencies}
            createArticle={createArticle}
          />
          <NewArticleOfKind
            label="Spanduk mendesak"
            title="Spanduk mendesak"
            kinds={['banner']}
            agencies={forBanners}
            createArticle={createArticle}
          />
        </div>
      </header>
      <AlarmList alarms={alarms} timeZone={timeZone}>
        <p>
          <a href={adminOperationsPath}>Buka Keadaan sistem</a>
        </p>
      </AlarmList>
      <KeptWords userId={actor.userId} />
      <KeptPhotos userId={actor.userId} />
      {actor.roles.length === 0 && (
        <p className="notice notice-warn">
          Akun Anda belum punya peran. Mintalah admin memberi Anda peran di perangkat daerah Anda.
        </p>
      )}
      {isEmpty && line === null && actor.roles.length > 0 && (
        <div className="empty">
          <p>
            Meja Anda kosong. Naskah yang menunggu Anda, draf Anda, dan naskah yang dikembalikan beserta alasannya akan
            tampil di sini.
          </p>
          {agencies.length > 0 && <p>Mulailah dengan tombol “Naskah baru”.</p>}
        </div>
      )}
      {line !== null && <LeaderLineView line={line} timeZone={timeZone} />}
      {desk.waitingForMe.length > 0 && (
        <section className="stack-tight" aria-labelledby="menunggu-saya">
          <h2 id="menunggu-saya">Menunggu saya ({howMany(desk.waitingForMe)})</h2>
          <EditionRows rows={desk.waitingForMe} timeZone={timeZone} hrefOf={toWork} />
        </section>
      )}
      {desk.escalated.length > 0 && (
        <section className="stack-tight" aria-labelledby="diteruskan">
          <h2 id="diteruskan">Terlambat, disampaikan kepada Anda ({howMany(desk.escalated)})</h2>
          <p className="muted small">
            Naskah ini melewati targetnya. Pastikan ada yang mengerjakannya, atau bicarakan dengan yang memegangnya.
          </p>
          <EditionRows rows={desk.escalated} timeZone={timeZone} hrefOf={toReview} />
        </section>
      )}
      {assigned.length > 0 && (
        <section className="stack-tight" aria-labelledby="ditugaskan">
          <h2 id="ditugaskan">Ditugaskan kepada saya ({assigned.length})</h2>
          <AssignedList rows={assigned} timeZone={timeZone} />
        </section>
      )}
      {desk.returned.length > 0 && (
        <section className="stack-tight" aria-labelledby="dikembalikan">
          <h2 id="dikembalikan">Dikembalikan ({howMany(desk.returned)})</h2>
          <EditionRows rows={desk.returned} timeZone={timeZone} hrefOf={toWork} />
        </section>
      )}
      {desk.stranded.length > 0 && (
        <section className="stack-tight" aria-labelledby="tertinggal">
          <h2 id="tertinggal">Ketikan yang tertinggal ({desk.stranded.length})</h2>
          <p className="muted small">
            Ketikan Anda yang tiba sesudah naskahnya tidak lagi di tangan Anda. Salin yang masih perlu.
          </p>
          <ul className="rows">
            {desk.stranded.map(({ revisionId, articleId, title, at }) => (
              <li key={revisionId} className="edition-row">
                <a href={strandedPath(articleId)} className="edition-title">
                  {title === '' ? 'Tanpa judul' : title}
                </a>
                <p className="muted small">{formatMoment(at, timeZone)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {desk.drafts.length > 0 && (
        <section className="stack-tight" aria-labelledby="draf">
          <h2 id="draf">Draf ({howMany(desk.drafts)})</h2>
          <EditionRows rows={desk.drafts} timeZone={timeZone} hrefOf={toWork} />
        </section>
      )}
      {desk.underWay.length > 0 && (
        <section className="stack-tight" aria-labelledby="berjalan">
          <h2 id="berjalan">Sudah diajukan, belum terbit ({howMany(desk.underWay)})</h2>
          <EditionRows rows={desk.underWay} timeZone={timeZone} hrefOf={toReview} />
        </section>
      )}
    </div>
  );
}
