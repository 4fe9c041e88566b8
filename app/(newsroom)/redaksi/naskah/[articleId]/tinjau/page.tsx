import type { Metadata } from 'next';
import { ReviewChecks } from '#components/newsroom/checks/review-checks.tsx';
import { DeskNoticeLines } from '#components/newsroom/desk-notice-lines.tsx';
import { KeptPhotos } from '#components/newsroom/kept-photos-list.tsx';
import { KeptWords } from '#components/newsroom/kept-words.tsx';
import { LinksToDecide } from '#components/newsroom/links/links-to-decide.tsx';
import { NoteList } from '#components/newsroom/note-list.tsx';
import { DeskPlaceBox } from '#components/newsroom/queue/desk-place.tsx';
import { ConfirmationLink } from '#components/newsroom/review/confirmation-link.tsx';
import { EditionFacts } from '#components/newsroom/review/edition-facts.tsx';
import { IssueList } from '#components/newsroom/review/issue-list.tsx';
import { OpenThreads } from '#components/newsroom/review/open-threads.tsx';
import { likelyPlace, partsOf } from '#components/newsroom/review/parts-of.ts';
import { placesOf } from '#components/newsroom/review/places-of.ts';
import { PreviewFrame } from '#components/newsroom/review/preview-frame.tsx';
import { PointableWords, ReviewDesk } from '#components/newsroom/review/review-desk.tsx';
import { SignatureList } from '#components/newsroom/review/signature-list.tsx';
import { WhatChanged } from '#components/newsroom/review/what-changed.tsx';
import { PresenceWatch } from '#components/newsroom/together/presence-watch.tsx';
import { VerbBar } from '#components/newsroom/verbs/verb-bar.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { newsroomOrigin } from '#lib/config.ts';
import { deskPlaceOf } from '#lib/desk/desk-place.ts';
import { articleId } from '#lib/ids.ts';
import { compareWords, type FieldChange } from '#lib/newsroom/compare.ts';
import { compareFigures, withoutFigures } from '#lib/newsroom/compare-figures.ts';
import { conversationForActor } from '#lib/newsroom/conversation.ts';
import type { ChangeView, EditionView, PhotoView } from '#lib/newsroom/desk-shapes.ts';
import { findingsForActor } from '#lib/newsroom/edition-checks.ts';
import {
  changesSinceLastSignature,
  editionForActor,
  portalOfArticle,
  recordForActor,
  writableAgencies,
} from '#lib/newsroom/edition-view.ts';
import { hadReaders } from '#lib/newsroom/had-readers.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { linksOfEdition } from '#lib/newsroom/link-register.ts';
import { mergesAround } from '#lib/newsroom/merge-editions.ts';
import { isEditor } from '#lib/newsroom/policy.ts';
import { togetherForActor } from '#lib/newsroom/presence.ts';
import { similarForActor } from '#lib/similar/similar-reads.ts';
import {
  absolute,
  accessPath,
  appearancePath,
  approvalSheetPath,
  conversationPath,
  draftPath,
  embargoPassesPath,
  historyPath,
  previewPath,
  printPath,
  reviewPath,
  wordFilePath,
} from '#lib/urls.ts';
import { type EditionAddress, editionInAddress } from '#lib/web/edition-address.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { copyArticle } from '../../../actions.ts';
import { decideLinkHostAction } from '../../../tautan/actions.ts';
import { overrideFinding } from '../actions.ts';
import { deskPlaceActions } from '../desk-place-actions.ts';
import { verbActions } from '../verb-actions.ts';
import { Placement } from './placement.tsx';
import { MoveAgency, StoryAround } from './story-around.tsx';

export const metadata: Metadata = { title: 'Tinjau naskah' };

export default async function ReviewPage({ params, searchParams }: EditionAddress) {
  const id = partOfPath(articleId, (await params).articleId);
  const number = editionInAddress(await searchParams);
  const actor = await requireActor(reviewPath(id, number));
  const edition = await orNotFound(editionForActor(actor, id, number));
  const [record, changes, findings, together, agencies] = await Promise.all([
    recordForActor(actor, id, number),
    changesSinceLastSignature(actor, id, number),
    findingsForActor(actor, id, number),
    togetherForActor(actor, edition.editionId),
    writableAgencies(actor),
  ]);
  const { article } = record;
  const isMine = agencies.some((agency) => agency.id === article.agencyId);
  const { timeZone, id: portal } = await portalOfArticle(article);
  const { words, allowed, editionId, version } = edition;
  const isLatest = number === undefined;
  const [talk, similar, merged, deskPlace, links] = await Promise.all([
    conversationForActor(actor, editionId),
    isLatest && !isOver(edition.state) ? similarForActor(actor, id) : [],
    mergesAround(actor, record),
    isLatest ? deskPlaceOf(actor, record) : null,
    linksOfEdition(record),
  ]);
  const places = placesOf(words);
  const changed = changes.before === null ? [] : compareWords(changes.before, changes.after);

  return (
    <ReviewDesk
      allowed={allowed}
      actions={verbActions}
      target={{ articleId: id, editionId, version }}
      claimNeedsReason={edition.claimNeedsReason}
      places={places}
      reasons={edition.reasons}
      plan={edition.plan}
      likelyPlace={likelyPlace(edition.readiness.blocking, changed, places)}
    >
      <div className="page page-wide stack review-page">
        <EditionFacts edition={edition} timeZone={timeZone} />
        <PresenceWatch articleId={id} editionId={editionId} initial={together} />
        <p className="review-jump">
          <a href="#langkah-berikut">Ke langkah berikutnya</a>
        </p>
        <KeptWords userId={actor.userId} />
        <KeptPhotos userId={actor.userId} />
        {(edition.notice.escalated || edition.notice.openedToDesk) && (
          <div className="stack-tight">
            <DeskNoticeLines notice={edition.notice} timeZone={timeZone} to={edition.escalatedTo} />
          </div>
        )}
        <NoteList notes={edition.notes} timeZone={timeZone} />
        <div className="review-columns">
          <section className="review-preview" aria-label="Seperti dilihat pembaca">
            <PreviewFrame address={previewPath(id, edition.number)} />
            <p>
              <a href={previewPath(id, edition.number)} target="_blank" rel="noopener">
                Buka pratinjau di tab sendiri
              </a>
              {', '}
              <a href={appearancePath(id)}>lihat di ponsel, dalam gelap, dan saat dibagikan</a>
            </p>
          </section>
          <aside className="review-side stack" aria-label="Langkah dan pemeriksaan">
            <section className="review-steps stack-tight" aria-labelledby="langkah-berikut">
              <h2 id="langkah-berikut">Langkah berikutnya</h2>
              {allowed.includes('edit') && (
                <a className="button button-main" href={draftPath(id)}>
                  Sunting naskah
                </a>
              )}
              <VerbBar
                allowed={allowed}
                actions={verbActions}
                target={{ articleId: id, editionId, version }}
                claimNeedsReason={edition.claimNeedsReason}
                places={places}
                reasons={edition.reasons}
                plan={edition.plan}
              />
              {edition.approveRefusal && <p className="notice">{edition.approveRefusal}</p>}
              {allowed.filter((verb) => verb !== 'edit').length === 0 && (
                <p className="muted">
                  Tidak ada langkah untuk Anda pada keadaan ini. Anda dapat membaca naskah dan riwayatnya.
                </p>
              )}
              {edition.awaitsConfirmation && !allowed.includes('confirm') && (
                <ConfirmationLink
                  phone={edition.submitterPhone}
                  name={edition.submittedBy}
                  title={words.title}
                  address={absolute(newsroomOrigin(), reviewPath(id))}
                />
              )}
            </section>
            {deskPlace && <DeskPlaceBox place={deskPlace} actions={deskPlaceActions} />}
            <ChangesSince {...{ changes, changed, timeZone }} photos={edition.photos} />
            <SignatureList signatures={edition.signatures} signerCount={edition.signerCount} timeZone={timeZone} />
            {edition.discarded === null && (
              <div className="review-checks stack">
                <IssueList readiness={edition.readiness} />
                <LinksToDecide
                  links={links}
                  portalId={portal}
                  action={isEditor(actor, portal) ? decideLinkHostAction : null}
                />
                <ReviewChecks
                  {...{ findings, editionId, timeZone, overrides: edition.overrides }}
                  judgingAction={isEditor(actor, portal) ? overrideFinding : null}
                />
              </div>
            )}
            <OpenThreads threads={talk.threads} articleId={id} timeZone={timeZone} />
            <StoryAround {...{ similar, merged, timeZone }} articleId={id} />
            <PointableWords parts={partsOf(words)} />
            <MoveAgency actor={actor} edition={edition} />
            {allowed.includes('place') && <Placement edition={edition} portal={portal} timeZone={timeZone} />}
            {isLatest && edition.isHistoryOpen && (
              <p>
                <a href={conversationPath(id)}>Baca dan beri masukan</a>
              </p>
            )}
            {isMine && !article.isConfidential && (
              <ActionForm
                action={copyArticle}
                submit="Salin sebagai naskah baru"
                tone="usual"
                hidden={{ articleId: id }}
                label="Salin naskah"
              />
            )}
            <p className="row">
              {edition.isHistoryOpen && <a href={historyPath(id)}>Riwayat lengkap</a>}
              {edition.plan.embargoUntil !== null && <a href={embargoPassesPath(id)}>Akses embargo</a>}
              {edition.isHistoryOpen && isLatest && <a href={accessPath(id)}>Akses naskah</a>}
              <a href={printPath(id, edition.number)}>Cetak</a>
              {hadReaders(edition.state) && <a href={approvalSheetPath(id, edition.number)}>Lembar persetujuan</a>}
              <a href={wordFilePath(id, edition.number)} download>
                Unduh .docx
              </a>
            </p>
          </aside>
        </div>
      </div>
    </ReviewDesk>
  );
}

/** States after which nobody needs to know of other versions. */
const isOver = (state: EditionView['state']) => ['superseded', 'rejected', 'discarded', 'retracted'].includes(state);

function ChangesSince({
  changes: { since, before, after },
  changed,
  photos,
  timeZone,
}: {
  changes: ChangeView;
  changed: readonly FieldChange[];
  photos: readonly PhotoView[];
  timeZone: string;
}) {
  if (before === null) return null;
  const thumbnails = new Map(
    photos.flatMap(({ assetId, thumbnailKey }) => (thumbnailKey === null ? [] : [[assetId, thumbnailKey]])),
  );
  return (
    <details className="group review-changes" open>
      <summary>
        <h2>{since === null ? 'Berubah dari edisi yang terbit' : `Berubah sejak tanda tangan ${since.name}`}</h2>
      </summary>
      {since !== null && <p className="muted small">Ditandatangani {formatMoment(since.at, timeZone)}.</p>}
      <WhatChanged changes={withoutFigures(changed)} figures={compareFigures(before, after)} thumbnails={thumbnails} />
    </details>
  );
}
