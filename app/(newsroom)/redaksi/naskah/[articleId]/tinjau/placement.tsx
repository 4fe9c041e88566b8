import { PlaceForm } from '#components/newsroom/review/place-form.tsx';
import type { PortalId } from '#lib/ids.ts';
import type { EditionView } from '#lib/newsroom/desk-shapes.ts';
import { formChoices } from '#lib/newsroom/edition-view.ts';
import { liveTitles } from '#lib/newsroom/related-titles.ts';
import { findLive, place } from '../actions.ts';

/** Where a live article stands, for who may move it. */
export async function Placement({
  edition,
  portal,
  timeZone,
}: {
  edition: EditionView;
  portal: PortalId;
  timeZone: string;
}) {
  const { articleId, editionId, version, slug, words, pinnedUntil } = edition;
  const [choices, related] = await Promise.all([formChoices(portal), liveTitles(portal, words.relatedIds)]);
  return (
    <details className="group">
      <summary>
        <h2>Atur penempatan</h2>
      </summary>
      <PlaceForm
        key={version}
        articleId={articleId}
        target={{ editionId, version }}
        placement={{ slug: slug ?? '', sectionId: words.sectionId, topicIds: words.topicIds, pinnedUntil }}
        related={related}
        choices={{ sections: choices.sections, topics: choices.topics }}
        portalId={portal}
        timeZone={timeZone}
        place={place}
        findLive={findLive}
      />
    </details>
  );
}
