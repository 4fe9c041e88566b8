'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import type { ConversationView } from '#lib/newsroom/conversation-shapes.ts';
import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { BlockDeskContext } from '../editor/block-desk.tsx';
import { asContent, bodyExtensions } from '../editor/body-extensions.ts';
import type { DocumentFile } from '../editor/documents.ts';
import type { DraftWords } from '../editor/draft-words.ts';
import { HeadlineFields } from '../editor/headline-fields.tsx';
import { createPhotoBook, type Photo, PhotoDeskContext } from '../editor/photos.tsx';
import { placeId } from '../editor/places.ts';
import { PresenceList } from './presence-list.tsx';
import { readingBlocks } from './reading-blocks.ts';
import { useConversation } from './use-conversation.ts';
import { useDiscussion } from './use-discussion.tsx';
import { useTogether } from './use-together.ts';

const nothing = () => undefined;
const neverTypes = () => null;
const noKeys = {
  ...{
    editLink: nothing,
    pickPhotos: nothing,
    reachToolbar: nothing,
    find: nothing,
    showKeys: nothing,
  },
  slash: { onKey: () => false, chosenId: nothing },
};

/** The words of an edition to be read and remarked upon, by people who do not write it now. */
export function ReadingDesk({
  editionId,
  version,
  words,
  photos,
  documents,
  together,
  conversation: initial,
  timeZone,
}: {
  editionId: string;
  version: number;
  words: DraftWords;
  photos: readonly Photo[];
  documents: readonly DocumentFile[];
  together: TogetherView;
  conversation: ConversationView;
  timeZone: string;
}) {
  const { view } = useTogether(editionId, together, neverTypes);
  const conversation = useConversation(editionId, initial, view.mark);
  const [editor, setEditor] = useState<Editor | null>(null);
  const { tools, panel, over } = useDiscussion({
    ...{ conversation, editor, words, timeZone },
    replaced: 0,
    onAccept: null,
  });
  const [book] = useState(() => createPhotoBook(photos));
  const photoDesk = useMemo(
    () => ({ book, cover: words.cover, nextCover: undefined, pickPhotosAt: nothing, openLibrary: nothing }),
    [book, words.cover],
  );
  const blocks = useMemo(() => readingBlocks(documents), [documents]);
  return (
    <PhotoDeskContext value={photoDesk}>
      <PresenceList people={view.people} />
      {view.version > version && (
        <p className="notice notice-warn turn-notice" role="status">
          <span>Naskah ini sudah berubah sejak Anda membukanya.</span>
          <button type="button" onClick={() => window.location.reload()}>
            Muat yang terbaru
          </button>
        </p>
      )}
      <div className="editor-columns reading-columns">
        <div className="editor-main">
          <HeadlineFields words={words} change={nothing} isEditable={false} />
          <div className="body-editor">
            {tools && <div className="editor-dock">{tools}</div>}
            <BlockDeskContext value={blocks}>
              <ReadOnlyBody body={words.body} onEditor={setEditor} />
            </BlockDeskContext>
          </div>
          {words.summary !== '' && (
            <div className="field">
              <label htmlFor={placeId('summary')}>Versi ringkas</label>
              <textarea id={placeId('summary')} rows={4} value={words.summary} readOnly />
            </div>
          )}
        </div>
        <aside className="editor-side" aria-label="Percakapan">
          {panel}
        </aside>
      </div>
      {over}
    </PhotoDeskContext>
  );
}

function ReadOnlyBody({ body, onEditor }: { body: unknown; onEditor: (editor: Editor) => void }) {
  const editor = useEditor({
    extensions: bodyExtensions(noKeys),
    content: asContent(body),
    editable: false,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        id: placeId('body'),
        class: 'article-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': 'Isi naskah',
        // Reached by the keyboard, which selects words with Shift and the arrows.
        tabindex: '0',
      },
    },
    onCreate: ({ editor: made }) => onEditor(made),
  });
  return <EditorContent editor={editor} />;
}
