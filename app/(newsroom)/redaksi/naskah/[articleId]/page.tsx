import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EditorScreen } from '#components/newsroom/editor/editor-screen.tsx';
import { deskPlaceOf } from '#lib/desk/desk-place.ts';
import { articleId } from '#lib/ids.ts';
import { conversationForActor } from '#lib/newsroom/conversation.ts';
import { isBegunAsBanner, strandedWords } from '#lib/newsroom/drafting.ts';
import { editionForActor, formChoices, portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { importReportOf } from '#lib/newsroom/import-draft.ts';
import { isEditor } from '#lib/newsroom/policy.ts';
import { togetherForActor } from '#lib/newsroom/presence.ts';
import { speakersOf } from '#lib/newsroom/reference-read.ts';
import { reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { warmChecksAfterwards } from '#lib/web/warm-checks.ts';
import { addCoWriter, findLinkable, overrideFinding, proposeName, removeCoWriter } from './actions.ts';
import { deskPlaceActions } from './desk-place-actions.ts';
import { editorPhotos } from './editor-photos.ts';
import { verbActions } from './verb-actions.ts';

export const metadata: Metadata = { title: 'Sunting naskah' };

export default async function EditorPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(`/redaksi/naskah/${id}`);
  const edition = await orNotFound(editionForActor(actor, id));
  if (!edition.allowed.includes('edit')) redirect(reviewPath(id));

  const record = await recordForActor(actor, id);
  const { article } = record;
  const [portal, choices, together, conversation, imported, speakers, stranded, deskPlace] = await Promise.all([
    portalOfArticle(article),
    formChoices(article.portalId),
    togetherForActor(actor, edition.editionId),
    conversationForActor(actor, edition.editionId),
    importReportOf(actor, id),
    speakersOf(article.portalId),
    strandedWords(actor, id),
    deskPlaceOf(actor, record),
  ]);
  const { editionId, version, words, lastTyped, number, changeType, state, agency, coWriters, notes, overrides } =
    edition;
  const { allowed, reasons, approveRefusal, plan } = edition;
  warmChecksAfterwards();
  const mayChooseCoWriters = state === 'draft' || state === 'returned';
  return (
    <EditorScreen
      key={editionId}
      person={{ userId: actor.userId, email: actor.email }}
      served={{ editionId, articleId: id, version, words, savedAt: lastTyped?.at.toISOString() ?? null }}
      edition={{
        linkRegister: edition.linkRegister,
        ...{ number, changeType, state, agency, coWriters, notes, allowed, reasons, approveRefusal, plan },
        isConfidential: edition.isConfidential,
        isKindFixed: isBegunAsBanner(actor, record),
        overrides,
        isImported: imported !== null,
        hasStranded: stranded.length > 0,
      }}
      photos={editorPhotos(edition.photos)}
      documents={edition.documents}
      choices={choices}
      together={together}
      conversation={conversation}
      blocks={{ portalId: article.portalId, findLinkable, speakers }}
      timeZone={portal.timeZone}
      actions={verbActions}
      desk={deskPlace && { place: deskPlace, actions: deskPlaceActions }}
      judgingAction={isEditor(actor, article.portalId) ? overrideFinding : null}
      proposeAction={proposeName}
      coWriterActions={mayChooseCoWriters ? { add: addCoWriter, remove: removeCoWriter } : null}
    />
  );
}
