import type { Metadata } from 'next';
import { HelpLink } from '#components/newsroom/help/help-link.tsx';
import { StateBadge } from '#components/newsroom/state-badge.tsx';
import { ReadingDesk } from '#components/newsroom/together/reading-desk.tsx';
import { articleId } from '#lib/ids.ts';
import { conversationForActor } from '#lib/newsroom/conversation.ts';
import { editionForActor, portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { togetherForActor } from '#lib/newsroom/presence.ts';
import { conversationPath, draftPath, reviewPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { editorPhotos } from '../editor-photos.ts';

export const metadata: Metadata = { title: 'Baca dan beri masukan' };

export default async function ConversationPage({ params }: { params: Promise<{ articleId: string }> }) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(conversationPath(id));
  const edition = await orNotFound(editionForActor(actor, id));
  const { editionId, version, words } = edition;
  const { article } = await recordForActor(actor, id);
  const [portal, together, conversation] = await Promise.all([
    portalOfArticle(article),
    togetherForActor(actor, editionId),
    conversationForActor(actor, editionId),
  ]);
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Baca dan beri masukan</h1>
        <p className="row">
          <StateBadge state={edition.state} />
          <span>{edition.agency.shortName}</span>
          <a href={reviewPath(id)}>Tinjau naskah</a>
          {edition.allowed.includes('edit') && <a href={draftPath(id)}>Sunting naskah</a>}
          <HelpLink guide="bersama" section="memberi-komentar">
            Cara memberi masukan
          </HelpLink>
        </p>
        {conversation.mayRemark && (
          <p className="muted">
            Pilih kata-kata untuk mengomentari{conversation.maySuggest && ' atau mengusulkan perubahan'}. Isi naskah
            tidak berubah sebelum penulisnya menerima usulan.
          </p>
        )}
      </header>
      <ReadingDesk
        key={editionId}
        editionId={editionId}
        version={version}
        words={words}
        photos={editorPhotos(edition.photos)}
        documents={edition.documents}
        together={together}
        conversation={conversation}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
