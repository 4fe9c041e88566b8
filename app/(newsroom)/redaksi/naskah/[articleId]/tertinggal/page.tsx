import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StrandedList } from '#components/newsroom/stranded-list.tsx';
import { domainErrorCode } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { strandedWords } from '#lib/newsroom/drafting.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { comparePath, reviewPath, strandedPath } from '#lib/urls.ts';
import { partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { settleStranded } from '../actions.ts';

export const metadata: Metadata = { title: 'Ketikan yang tertinggal' };

export default async function StrandedPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(strandedPath(id));
  const [mine, portal] = await Promise.all([strandedWords(actor, id), portalOf(actor)]);
  // One's own words stay in reach after one has left the agency; others do not learn that the article exists.
  const isSeen = await recordForActor(actor, id).then(() => true, unlessNotFound);
  if (mine.length === 0 && !isSeen) notFound();
  const stranded = mine.map(({ revisionId, words, at }) => ({
    revisionId,
    at,
    comparison: isSeen ? comparePath(id, { from: revisionId, to: 'sekarang' }) : null,
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
      {isSeen && (
        <p>
          <a href={reviewPath(id)}>Buka naskah seperti sekarang</a>
        </p>
      )}
    </div>
  );
}

function unlessNotFound(error: unknown): false {
  if (domainErrorCode(error) === 'not_found') return false;
  throw error;
}
