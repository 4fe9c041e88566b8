import type { Metadata } from 'next';
import { Changes } from '#components/newsroom/changes.tsx';
import { ReviewChecks } from '#components/newsroom/checks/review-checks.tsx';
import { KeptPhotos } from '#components/newsroom/kept-photos-list.tsx';
import { KeptWords } from '#components/newsroom/kept-words.tsx';
import { NoteList } from '#components/newsroom/note-list.tsx';
import { ConfirmationLink } from '#components/newsroom/review/confirmation-link.tsx';
import { EditionFacts } from '#components/newsroom/review/edition-facts.tsx';
import { IssueList } from '#components/newsroom/review/issue-list.tsx';
import { placesOf } from '#components/newsroom/review/places-of.ts';
import { PreviewFrame } from '#components/newsroom/review/preview-frame.tsx';
import { SignatureList } from '#components/newsroom/review/signature-list.tsx';
import { PresenceWatch } from '#components/newsroom/together/presence-watch.tsx';
import { VerbBar } from '#components/newsroom/verbs/verb-bar.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { config } from '#lib/config.ts';
import { articleId } from '#lib/ids.ts';
import { compareWords } from '#lib/newsroom/compare.ts';
import type { ChangeView } from '#lib/newsroom/desk-shapes.ts';
import { findingsForActor } from '#lib/newsroom/edition-checks.ts';
import {
  changesSinceLastSignature,
  editionForActor,
  portalOfArticle,
  recordForActor,
  writableAgencies,
} from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { isEditor } from '#lib/newsroom/policy.ts';
import { togetherForActor } from '#lib/newsroom/presence.ts';
import {
  absolute,
  appearancePath,
  conversationPath,
  draftPath,
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
import { overrideFinding } from '../actions.ts';
import { verbActions } from '../verb-actions.ts';
import { Placement } from './placement.tsx';

export const metadata: Metadata = { title: 'Tinjau naskah' };

export default async function ReviewPage({ params, searchParams }: EditionAddress) {
  const id = partOfPath(articleId, (await params).articleId);
  const number = editionInAddress(await searchParams);
  const actor = await requireActor(reviewPath(id, number));
  const edition = await orNotFound(editionForActor(actor, id, number));
  const [{ article }, changes, findings, together, agencies] = await Promise.all([
    recordForActor(actor, id, number),
    changesSinceLastSignature(actor, id, number),
    findingsForActor(actor, id, number),
    togetherForActor(actor, edition.editionId),
    writableAgencies(actor),
  ]);
  const isMine = agencies.some((agency) => agency.id === article.agencyId);
  const { timeZone, id: portal } = await portalOfArticle(article);
  const { words, allowed, editionId, version } = edition;

  return (
    <div className="page page-wide stack">
      <EditionFacts edition={edition} timeZone={timeZone} />
      <PresenceWatch editionId={editionId} initial={together} />
      <p className="review-jump">
        <a href="#langkah-berikut">Ke langkah berikutnya</a>
      </p>
      <KeptWords userId={actor.userId} />
      <KeptPhotos userId={actor.userId} />
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
          <section className="stack-tight" aria-labelledby="langkah-berikut">
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
              places={placesOf(words)}
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
                address={absolute(config().publicUrl.origin, reviewPath(id))}
              />
            )}
          </section>
          <SignatureList signatures={edition.signatures} signerCount={edition.signerCount} timeZone={timeZone} />
          {edition.discarded === null && (
            <>
              <IssueList readiness={edition.readiness} />
              <ReviewChecks
                {...{ findings, editionId, timeZone, overrides: edition.overrides }}
                judgingAction={isEditor(actor, portal) ? overrideFinding : null}
              />
            </>
          )}
          <ChangesSince changes={changes} timeZone={timeZone} />
          {allowed.includes('place') && <Placement edition={edition} portal={portal} timeZone={timeZone} />}
          {number === undefined && (
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
            <a href={historyPath(id)}>Riwayat lengkap</a>
            <a href={printPath(id, edition.number)}>Cetak</a>
            <a href={wordFilePath(id, edition.number)} download>
              Unduh .docx
            </a>
          </p>
        </aside>
      </div>
    </div>
  );
}

function ChangesSince({ changes: { since, before, after }, timeZone }: { changes: ChangeView; timeZone: string }) {
  if (before === null) return null;
  return (
    <details className="group" open>
      <summary>
        <h2>
          {since === null
            ? 'Berubah dari edisi yang terbit'
            : `Berubah sejak tanda tangan ${since.name}, ${formatMoment(since.at, timeZone)}`}
        </h2>
      </summary>
      <Changes changes={compareWords(before, after)} />
    </details>
  );
}
