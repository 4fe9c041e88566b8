'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { documentMediaType } from '#lib/media/table.ts';
import { BlockBar } from './block-bar.tsx';
import { type BlockDesk, BlockDeskContext } from './block-desk.tsx';
import { asContent, bodyExtensions } from './body-extensions.ts';
import { CaretBar } from './caret-bar.tsx';
import { coverChangeIn } from './cover-move.ts';
import { CoverNotice } from './cover-notice.tsx';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { DragHandle } from './drag-handle.tsx';
import { EditorWindows, type OpenWindow } from './editor-windows.tsx';
import { FindBar } from './find-bar.tsx';
import { documentNotice, type PasteNotice } from './paste-notices.ts';
import { pasteProps } from './pasting.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { SlashMenu } from './slash-menu.tsx';
import type { SlashKeys } from './slash-trigger.ts';
import { TextFoot } from './text-foot.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAboveKeyboard } from './use-above-keyboard.ts';

type BodyEditorProps = {
  blocks: BlockDesk;
  /** Their body is what the editor starts with, and what it is given anew when `replaced` rises. */
  words: DraftWords;
  replaced: number;
  isEditable: boolean;
  /** Gives the new body; and the cover, when a photo of the text became it or went back. */
  onChange: ChangeWords;
  onEditor: (editor: Editor | null) => void;
  /** Pictures were dropped or pasted at a position of the text, perhaps with words for who cannot see them. */
  onPhotos: (files: File[], position?: number, alt?: string) => void;
  /** The writer asks for the file picker. */
  pickPhotos: () => void;
  /** The same for photos that stand in one gallery. */
  pickGallery: () => void;
  openLibrary: (goal: 'body' | 'gallery') => void;
  /** Further tools for what is selected. */
  tools?: ReactNode;
};

/** The text of an article: Tiptap over the one schema, a toolbar for mouse, thumb and keyboard. */
export function BodyEditor({
  blocks,
  words,
  replaced,
  isEditable,
  onChange,
  onEditor,
  onPhotos,
  pickPhotos,
  pickGallery,
  openLibrary,
  tools,
}: BodyEditorProps) {
  const { body } = words;
  const [open, setOpen] = useState<OpenWindow | null>(null);
  const [tray, setTray] = useState<'find' | 'arrange' | null>(null);
  const [notice, setNotice] = useState<PasteNotice>();
  const [isCoverMoved, setIsCoverMoved] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const slashKeys = useRef<SlashKeys>({ onKey: () => false, chosenId: () => undefined });
  const dock = useAboveKeyboard();
  // The editor is made once; what it calls is always of this render.
  const takeIn: typeof onPhotos = (files, ...where) => {
    const photos = files.filter(({ type }) => type !== documentMediaType);
    if (photos.length < files.length) setNotice(documentNotice);
    if (photos.length > 0) onPhotos(photos, ...where);
  };
  const calls = useRef({ onChange, onPhotos: takeIn, pickPhotos });
  useEffect(() => {
    calls.current = { onChange, onPhotos: takeIn, pickPhotos };
  });

  const [paste] = useState(() =>
    pasteProps({ tell: setNotice, onPhotos: (...photos) => calls.current.onPhotos(...photos) }),
  );

  // Made once as well: every keystroke renders this anew.
  const [extensions] = useState(() =>
    bodyExtensions({
      editLink: () => setOpen('link'),
      find: () => setTray('find'),
      showKeys: () => setOpen('keys'),
      slash: {
        onKey: (event) => slashKeys.current.onKey(event),
        chosenId: () => slashKeys.current.chosenId(),
      },
      pickPhotos: () => calls.current.pickPhotos(),
      reachToolbar: () => bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
    }),
  );

  const editor = useEditor({
    extensions,
    content: asContent(body),
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        id: 'naskah-body',
        class: 'article-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Isi naskah',
      },
      ...paste,
      handleDrop(view, event, _slice, isMoved) {
        const files = isMoved ? [] : [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        calls.current.onPhotos(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
    onUpdate({ editor: now, transaction }) {
      const taken = coverChangeIn(transaction);
      calls.current.onChange({ body: now.getJSON(), ...(taken && { cover: taken.cover }) });
      setIsCoverMoved(taken?.isMove ?? false);
    },
  });

  useEffect(() => onEditor(editor), [editor, onEditor]);

  useEffect(() => {
    editor?.setEditable(isEditable, false);
  }, [editor, isEditable]);

  const shown = useRef(replaced);
  useEffect(() => {
    if (editor === null || shown.current === replaced) return;
    shown.current = replaced;
    editor.commands.setContent(asContent(body), { emitUpdate: false });
  }, [editor, replaced, body]);

  const insertDesk = { pickPhotos, pickGallery, openLibrary, open: setOpen };
  const close = useCallback(() => setOpen(null), []);
  const showKeys = useCallback(() => setOpen('keys'), []);
  return (
    <BlockDeskContext value={blocks}>
      <div className="body-editor">
        {notice && (
          <div className="notice notice-warn stack-tight" role="status">
            <p>{notice.text}</p>
            <div className="row">
              {notice.offersAttachment && (
                <button type="button" onClick={() => blocks.documents.pick()}>
                  Lampirkan dokumen PDF
                </button>
              )}
              <button type="button" className="button-plain" onClick={() => setNotice(undefined)}>
                Tutup
              </button>
            </div>
          </div>
        )}
        {editor && (
          <div className="editor-dock" ref={dock}>
            {isCoverMoved && <CoverNotice editor={editor} />}
            {tray === 'find' && (
              <FindBar editor={editor} words={words} change={onChange} onClose={() => setTray(null)} />
            )}
            {tools}
            <CaretBar editor={editor} editLink={() => setOpen('link')} />
            {tray === 'arrange' && <BlockBar editor={editor} onClose={() => setTray(null)} />}
            <Toolbar
              editor={editor}
              bar={bar}
              desk={{
                editLink: () => setOpen('link'),
                pickPhotos,
                insert: () => setOpen('insert'),
                arrange: () => setTray(tray === 'arrange' ? null : 'arrange'),
                find: () => setTray(tray === 'find' ? null : 'find'),
              }}
            />
          </div>
        )}
        <div className="body-text" ref={text}>
          <EditorContent editor={editor} />
          {editor && <DragHandle editor={editor} text={text} onPick={() => setTray('arrange')} />}
        </div>
        {editor && (
          <div className="row row-apart">
            <TextFoot editor={editor} />
            <button type="button" className="button-plain shortcuts small" onClick={showKeys}>
              Pintasan papan tik
            </button>
          </div>
        )}
        <ShortcutList isOpen={open === 'keys'} onOpen={showKeys} onClose={close} />
        {editor && <SlashMenu editor={editor} desk={insertDesk} keys={slashKeys} />}
        {editor && <EditorWindows editor={editor} open={open} desk={insertDesk} onClose={close} />}
      </div>
    </BlockDeskContext>
  );
}
