import { Moment } from '#components/article/story.tsx';
import type { Tombstone } from '#lib/newsroom/reader-shapes.ts';
import { agencyPath } from '#lib/urls.ts';
import { MessagePage } from './message-page.tsx';

/** What stays of a retracted article: that it stood here, when it was taken back, and why. */
export function TombstoneMessage({ tombstone, timeZone }: { tombstone: Tombstone; timeZone: string }) {
  const { title, retractedAt, reason, agency } = tombstone;
  return (
    <MessagePage label="Artikel ditarik" title={title ?? 'Artikel di alamat ini telah ditarik'}>
      <p className="standfirst">
        Redaksi menarik artikel ini pada <Moment at={retractedAt} timeZone={timeZone} />.
      </p>
      <dl className="facts">
        <div>
          <dt>Alasan</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>Perangkat daerah</dt>
          <dd>
            <a href={agencyPath(agency.slug)}>{agency.name}</a>
          </dd>
        </div>
      </dl>
    </MessagePage>
  );
}
