import type { Metadata } from 'next';
import { StrandedList } from '#components/newsroom/stranded-list.tsx';
import { articleId } from '#lib/ids.ts';
import { strandedWords } from '#lib/newsroom/drafting.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { reviewPath, strandedPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { settleStranded } from '../actions.ts';

export const metadata: Metadata = { title: 'Ketikan yang tertinggal' };

export default async function StrandedPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(strandedPath(id));
  const [mine, portal] = await Promise.all([strandedWords(actor, id), portalOf(actor)]);
  // One's own words stay in reach after one has left the agency; others do not learn that the article exists.
  if (mine.length === 0) await orNotFound(recordForActor(actor, id));
  const stranded = mine.map(({ revisionId, words, at }) => ({
    revisionId,
    at,
    text: [words.title, words.lead, plainText(words.body)].filter((part) => part !== '').join('\n\n'),
  }));
  return (
    <div className="page stack">
      <h1>Ketikan yang tertinggal</h1>
      <p>
        Ketikan ini tiba sesudah naskahnya tidak lagi di tangan Anda, jadi tidak masuk ke naskah. Salin bagian yang
        masih perlu, lalu tandai selesai. Ketikan ini tetap ada di riwayat.
      </p>
      <StrandedList stranded={stranded} timeZone={portal?.timeZone ?? 'Asia/Makassar'} settle={settleStranded} />
      <p>
        <a href={reviewPath(id)}>Buka naskah seperti sekarang</a>
      </p>
    </div>
  );
}
