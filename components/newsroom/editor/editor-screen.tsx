'use client';

import type { Editor } from '@tiptap/core';
import { useMemo, useRef, useState } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import type { DeskPlace } from '#lib/desk/queue-shapes.ts';
import type { AssetId } from '#lib/ids.ts';
import type { ConversationView } from '#lib/newsroom/conversation-shapes.ts';
import type { EditionView, FormChoices, NoteView } from '#lib/newsroom/desk-shapes.ts';
import type { Override } from '#lib/newsroom/judgement.ts';
import { hasText } from '#lib/newsroom/kind-readiness.ts';
import type { stateLabels } from '#lib/newsroom/labels.ts';
import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { photosOf } from '#lib/newsroom/readiness.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import {
  appearancePath,
  deskPath,
  historyPath,
  importReportPath,
  printPath,
  reviewPath,
  signInPath,
  wordFilePath,
} from '#lib/urls.ts';
import { ChecksCount, ChecksPanel } from '../checks/checks-panel.tsx';
import { DecidedList } from '../checks/decided-list.tsx';
import { FindingBar } from '../checks/finding-bar.tsx';
import { LetPassWindow } from '../checks/let-pass-window.tsx';
import { readDraft, readinessOfDraft } from '../checks/readiness-of-draft.ts';
import { useLanguageChecks } from '../checks/use-language-checks.ts';
import { HelpLink } from '../help/help-link.tsx';
import { NoteList } from '../note-list.tsx';
import { type DeskPlaceActions, DeskPlaceBox } from '../queue/desk-place.tsx';
import { placesOf } from '../review/places-of.ts';
import { ConfidentialBadge, StateBadge } from '../state-badge.tsx';
import { PresenceList } from '../together/presence-list.tsx';
import { StrandedNotice, TurnNotice } from '../together/turn-notice.tsx';
import { useConversation } from '../together/use-conversation.ts';
import { useDiscussion } from '../together/use-discussion.tsx';
import { useTurn } from '../together/use-turn.ts';
import { useRested } from '../use-rested.ts';
import { type VerbActions, VerbBar } from '../verbs/verb-bar.tsx';
import { isSettled } from './autosave.ts';
import { insertBlock } from './block-commands.ts';
import type { BlockDesk } from './block-desk.tsx';
import { BodyEditor } from './body-editor.tsx';
import { ConflictWindow, MergePanel } from './conflict-window.tsx';
import type { DocumentFile, DocumentGoal } from './documents.ts';
import { DocumentWanted, PhotosWanted, type WantedPhotos } from './from-library-window.tsx';
import { HeadlineFields } from './headline-fields.tsx';
import { documentCardOf } from './new-blocks.ts';
import type { OpenDraft, ServedEdition } from './open-draft.ts';
import { type Photo, PhotoDeskContext, type PhotoGoal, usePhotos } from './photos.tsx';
import { goToPlace } from './places.ts';
import { noticesId, SaveLine } from './save-line.tsx';
import { saveStateOf } from './save-state.ts';
import { SidePanel } from './side-panel.tsx';
import { OtherCopies, TroubleNotices } from './trouble-notices.tsx';
import { UploadList } from './upload-list.tsx';
import { useDocuments } from './use-documents.ts';
import { useDraft, useIsOnline, useOpenDraft } from './use-draft.ts';
import { useUnknownPhotos, useUploads } from './use-uploads.ts';

export type EditorScreenProps = {
  person: { userId: string; email: string };
  served: ServedEdition;
  edition: {
    number: number;
    isConfidential: boolean;
    changeType: EditionView['changeType'];
    linkRegister: EditionView['linkRegister'];
    state: keyof typeof stateLabels;
    agency: { id: string; shortName: string };
    coWriters: readonly { id: string; name: string }[];
    notes: readonly NoteView[];
    allowed: readonly Verb[];
    reasons: EditionView['reasons'];
    approveRefusal: string | null;
    plan: EditionView['plan'];
    isKindFixed: boolean;
    overrides: readonly Override[];
    /** Whether it was made from a document, of which there is a report. */
    isImported: boolean;
    /** Whether words of this person were kept aside, and wait to be looked through. */
    hasStranded: boolean;
  };
  photos: readonly Photo[];
  documents: readonly DocumentFile[];
  choices: FormChoices;
  together: TogetherView;
  conversation: ConversationView;
  /** What the blocks of the text need besides documents. */
  blocks: Pick<BlockDesk, 'portalId' | 'findLinkable' | 'speakers'>;
  timeZone: string;
  actions: VerbActions;
  /** Its place on the desk, for those who arrange it; null for everyone else. */
  desk: { place: DeskPlace; actions: DeskPlaceActions } | null;
  coWriterActions: { add: FormAction; remove: FormAction } | null;
  /** Lets a finding pass; null for anyone but editors. */
  judgingAction: FormAction | null;
  /** Offers a word for the list of names of the house. */
  proposeAction: FormAction<{ isApproved: boolean }>;
};

/** Milliseconds without a keystroke after which the words are looked at as a whole. */
const checkedAfter = 250;

/** The editor. Until this device has been asked what it holds, nothing can be typed: it might be overwritten. */
export function EditorScreen(props: EditorScreenProps) {
  const { open, isInOtherTab, isSignedOut } = useOpenDraft(props.served, props.person.userId);
  if (isSignedOut) {
    return (
      <div className="page stack" role="alert">
        <h1>Anda sudah keluar</h1>
        <p>Anda keluar di tab lain dan menghapus ketikan yang belum terkirim dari perangkat ini.</p>
        <p>
          <a className="button button-main" href={signInPath}>
            Masuk lagi
          </a>
        </p>
      </div>
    );
  }
  if (open === null) {
    return (
      <div className="page">
        <p>Membuka naskah…</p>
        <noscript>Menyunting naskah perlu JavaScript. Nyalakan JavaScript di peramban Anda, lalu muat ulang.</noscript>
      </div>
    );
  }
  return <WritingDesk {...props} open={open} isInOtherTab={isInOtherTab} />;
}

function WritingDesk({
  person,
  served,
  edition,
  photos,
  documents,
  choices,
  together,
  conversation: said,
  blocks,
  timeZone,
  actions,
  desk,
  coWriterActions,
  judgingAction,
  proposeAction,
  open,
  isInOtherTab,
}: EditorScreenProps & { open: OpenDraft; isInOtherTab: boolean }) {
  const { keeper } = open;
  const { state, change } = useDraft(open);
  const { words, halt } = state;
  const [editor, setEditor] = useState<Editor | null>(null);
  const editorNow = useRef<Editor | null>(null);
  editorNow.current = editor;
  const turn = useTurn(served.editionId, together, open);
  const isEditable = turn.isMine && halt?.kind !== 'stranded' && halt?.kind !== 'conflict';
  const { book, uploads, unsent, nextCover, add, pick, take } = useUploads({
    agencyId: edition.agency.id,
    ids: { userId: person.userId, editionId: served.editionId, articleId: served.articleId },
    ...{ open, known: photos, editor, change },
    // While words wait for a choice or a sign-in, photos wait with them.
    mayPlace: isEditable && (halt === null || halt.kind === 'refused'),
  });
  const known = usePhotos(book);
  const [wanted, setWanted] = useState<WantedPhotos | null>(null);
  const [wantedDocument, setWantedDocument] = useState<DocumentGoal | null>(null);
  const insertDocument = (document: DocumentFile) => {
    if (editorNow.current) insertBlock(editorNow.current, documentCardOf(document));
  };
  const documentDesk = useDocuments(
    edition.agency.id,
    documents,
    words.attachments,
    change,
    insertDocument,
    setWantedDocument,
  );
  const knownDocuments = documentDesk.known;

  // Checks follow the typing without holding it up.
  const checkedWords = useRested(words, checkedAfter);
  const draft = useMemo(() => readDraft(checkedWords), [checkedWords]);
  const places = useMemo(() => (draft.words === null ? [] : placesOf(draft.words)), [draft]);
  const used = useMemo(() => (draft.words === null ? [] : photosOf(draft.words)), [draft]);
  useUnknownPhotos(book, used, useIsOnline());
  const readiness = useMemo(() => {
    const stateOf = (id: AssetId) => (known.get(id) ?? knownDocuments.get(id))?.state ?? 'missing';
    return readinessOfDraft(draft, stateOf, edition);
  }, [draft, known, knownDocuments, edition]);

  const discussion = useDiscussion({
    conversation: useConversation(served.editionId, said, turn.view.mark),
    ...{ editor, words: checkedWords, timeZone },
    replaced: state.replaced,
    onAccept: isEditable ? open.accept : null,
  });
  const goTo = (field: string, code?: string) => goToPlace(field, editor, code);
  const photoDesk = useMemo(
    () => ({
      book,
      cover: words.cover,
      nextCover,
      pickPhotosAt: (position: number) => pick('body', position),
      openLibrary: (goal: PhotoGoal, position?: number) => setWanted({ goal, position }),
    }),
    [book, words.cover, nextCover, pick],
  );

  const { portalId, findLinkable, speakers } = blocks;
  const blockDesk = useMemo(
    () => ({ documents: documentDesk, articleId: served.articleId, portalId, findLinkable, speakers }),
    [documentDesk, served.articleId, portalId, findLinkable, speakers],
  );

  const resume = () => {
    keeper.resume();
    uploads.goOn();
  };

  const settle = async () => {
    const settled = await keeper.settle();
    if (isSettled(settled) && settled.halt === null) return { version: settled.base };
    return {
      refusal: `Ketikan terakhir belum sampai ke peladen. ${saveStateOf(settled, navigator.onLine, () => '').text}.`,
    };
  };

  /** A verb takes the words out of this page's hands; photos on their way would find no place any more. */
  const settleAll = async () =>
    unsent === 0
      ? settle()
      : {
          refusal: `${unsent} foto belum sampai ke peladen. Tunggu sampai terkirim, atau batalkan foto itu di bawah isi naskah.`,
        };

  const language = useLanguageChecks({
    ...{ articleId: served.articleId, draft, words, change, editor, isEditable, overrides: edition.overrides },
    regencies: choices.regencies,
    photos: known,
    proposeAction,
    beforeJudging: judgingAction === null ? undefined : settle,
  });

  return (
    <PhotoDeskContext value={photoDesk}>
      <div className="editor">
        <header className="editor-head">
          <a href={deskPath} className="editor-back">
            <span aria-hidden="true">←</span> <span className="editor-back-name">Meja saya</span>
          </a>
          <div className="editor-which">
            <StateBadge state={edition.state} />
            {edition.isConfidential && <ConfidentialBadge />}
            <span className="muted small editor-agency">
              {edition.agency.shortName}
              {edition.number > 1 && `, edisi ${edition.number}`}
            </span>
          </div>
          <PresenceList people={turn.view.people} />
          <ChecksCount readiness={readiness} checks={language.checks} />
          <SaveLine state={state} photos={unsent} timeZone={timeZone} />
        </header>
        <h1 className="visually-hidden">Sunting naskah: {served.words.title || 'tanpa judul'}</h1>

        <div id={noticesId} className="editor-notices">
          <TurnNotice turn={turn} articleId={served.articleId} timeZone={timeZone} />
          <TroubleNotices state={state} articleId={served.articleId} email={person.email} onResume={resume} />
          {isInOtherTab && (
            <p className="notice notice-warn" role="status">
              Naskah ini juga terbuka di tab lain. Menulislah di satu tab saja supaya tidak bentrok.
            </p>
          )}
          <OtherCopies open={open} timeZone={timeZone} onUse={keeper.replace} />
          {edition.hasStranded && !turn.hasStranded && <StrandedNotice articleId={served.articleId} />}
          {halt?.kind === 'merging' && (
            <MergePanel theirs={halt.theirs} onDone={keeper.merged} onBack={() => keeper.choose('back')} />
          )}
          <NoteList notes={edition.notes} timeZone={timeZone} goTo={goTo} />
        </div>

        <div className="editor-columns">
          <div className="editor-main">
            <HeadlineFields words={words} change={change} isEditable={isEditable} />
            {/* A banner asks for no text; what was written before stays in sight. */}
            <div hidden={!hasText(words.kind) && (editor?.isEmpty ?? true)}>
              <BodyEditor
                blocks={blockDesk}
                words={words}
                replaced={state.replaced}
                isEditable={isEditable}
                onChange={change}
                onEditor={setEditor}
                onPhotos={(files, position, alt) => add(files, 'body', position, alt)}
                pickPhotos={() => pick('body')}
                pickGallery={() => pick('gallery')}
                openLibrary={photoDesk.openLibrary}
                tools={
                  editor && (
                    <>
                      <FindingBar editor={editor} desk={language.desk} />
                      {discussion.tools}
                    </>
                  )
                }
              />
            </div>
            <UploadList uploads={uploads} />
          </div>
          <aside className="editor-side" aria-label="Langkah dan rincian">
            <ChecksPanel
              readiness={readiness}
              checks={language.checks}
              told={language.told}
              goToIssue={goTo}
              desk={language.desk}
            />
            <DecidedList overrides={edition.overrides} timeZone={timeZone} />
            <section className="stack" aria-labelledby="langkah-berikut">
              <h2 id="langkah-berikut">Langkah berikutnya</h2>
              {edition.approveRefusal && <p className="notice">{edition.approveRefusal}</p>}
              <VerbBar
                allowed={halt?.kind === 'stranded' ? [] : edition.allowed}
                actions={actions}
                target={{ articleId: served.articleId, editionId: served.editionId, version: state.base }}
                places={places}
                reasons={edition.reasons}
                plan={edition.plan}
                settle={settleAll}
                goTo={goTo}
                onDone={keeper.stop}
              />
              <p className="row small">
                <a href={appearancePath(served.articleId)} target="_blank" rel="noopener">
                  Lihat seperti pembaca
                </a>
                <a href={reviewPath(served.articleId)}>Tinjau dan bandingkan</a>
                <a href={historyPath(served.articleId)}>Riwayat</a>
                <a href={printPath(served.articleId)} target="_blank" rel="noopener">
                  Cetak
                </a>
                <a href={wordFilePath(served.articleId)} download>
                  Unduh .docx
                </a>
                {edition.isImported && <a href={importReportPath(served.articleId)}>Hasil impor</a>}
                <HelpLink guide="menulis">Bantuan menulis</HelpLink>
              </p>
            </section>
            {desk && <DeskPlaceBox {...desk} settle={settleAll} onHandedOver={keeper.stop} />}
            {discussion.panel}
            <SidePanel
              words={words}
              change={change}
              isEditable={isEditable}
              choices={choices}
              agencyId={edition.agency.id}
              editionId={served.editionId}
              articleId={served.articleId}
              isLaterEdition={edition.number > 1}
              coWriters={edition.coWriters}
              coWriterActions={coWriterActions}
              pickCover={() => pick('cover')}
              documents={documentDesk}
              timeZone={timeZone}
              isKindFixed={edition.isKindFixed}
            />
          </aside>
        </div>
      </div>
      {judgingAction !== null && language.judged !== null && (
        <LetPassWindow
          finding={language.judged}
          editionId={served.editionId}
          action={judgingAction}
          onClose={language.endJudging}
        />
      )}
      <PhotosWanted wanted={wanted} take={take} onClose={() => setWanted(null)} />
      <DocumentWanted wanted={wantedDocument} take={documentDesk.take} onClose={() => setWantedDocument(null)} />
      {discussion.over}
      {halt?.kind === 'conflict' && (
        <ConflictWindow mine={words} theirs={halt.theirs} timeZone={timeZone} onChoose={keeper.choose} />
      )}
    </PhotoDeskContext>
  );
}
