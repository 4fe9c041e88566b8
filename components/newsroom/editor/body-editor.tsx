'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { cleanPastedHtml } from '#lib/richtext/paste.ts';
import { BlockBar } from './block-bar.tsx';
import { type BlockDesk, BlockDeskContext } from './block-desk.tsx';
import { bodyExtensions } from './body-extensions.ts';
import { CaretBar } from './caret-bar.tsx';
import { coverChangeIn } from './cover-move.ts';
import { CoverNotice } from './cover-notice.tsx';
import type { ChangeWords } from './draft-words.ts';
import { DragHandle } from './drag-handle.tsx';
import { EditorWindows, type OpenWindow } from './editor-windows.tsx';
import { FindBar } from './find-bar.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { SlashMenu } from './slash-menu.tsx';
import type { SlashKeys } from './slash-trigger.ts';
import { TextFoot } from './text-foot.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAboveKeyboard } from './use-above-keyboard.ts';

/** Longest paste with form, in characters of HTML: a book from Word would freeze the page before it is refused. */
const longestPaste = 2_000_000;
/** Longest paste of plain words, in characters. More could not be saved either: a body ends at 1 MB. */
const longestWords = 400_000;

type BodyEditorProps = {
  blocks: BlockDesk;
  /** The body as Tiptap's JSON: what the editor starts with, and what it is given anew when `replaced` rises. */
  body: unknown;
  replaced: number;
  isEditable: boolean;
  /** Gives the new body; and the cover, when a photo of the text became it or went back. */
  onChange: ChangeWords;
  onEditor: (editor: Editor | null) => void;
  /** Pictures were dropped or pasted at a position of the text. */
  onPhotos: (files: File[], position?: number) => void;
  /** The writer asks for the file picker. */
  pickPhotos: () => void;
  /** The same for photos that stand in one gallery. */
  pickGallery: () => void;
};

/** The text of an article: Tiptap over the one schema, a toolbar for mouse, thumb and keyboard. */
export function BodyEditor({
  blocks,
  body,
  replaced,
  isEditable,
  onChange,
  onEditor,
  onPhotos,
  pickPhotos,
  pickGallery,
}: BodyEditorProps) {
  const [open, setOpen] = useState<OpenWindow | null>(null);
  const [tray, setTray] = useState<'find' | 'arrange' | null>(null);
  const [notice, setNotice] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [isCoverMoved, setIsCoverMoved] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const slashKeys = useRef<SlashKeys>({ onKey: () => false, chosenId: () => undefined });
  const dock = useAboveKeyboard();
  // The editor is made once; what it calls is always of this render.
  const calls = useRef({ onChange, onPhotos, pickPhotos });
  useEffect(() => {
    calls.current = { onChange, onPhotos, pickPhotos };
  });

  // Made once as well: every keystroke renders this anew.
  const [extensions] = useState(() =>
    bodyExtensions({
      editLink: () => setOpen('link'),
      find: () => setTray('find'),
      showKeys: () => setOpen('keys'),
      refuse: setRefusal,
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
      transformPastedHTML(html) {
        const isTooLong = html.length > longestPaste;
        setNotice(
          isTooLong ? 'Tempelan terlalu besar, jadi tidak dimasukkan. Tempelkan sebagian demi sebagian.' : undefined,
        );
        return isTooLong ? '' : cleanPastedHtml(html);
      },
      transformPastedText(text) {
        const isTooLong = text.length > longestWords;
        if (isTooLong) setNotice('Tempelan terlalu besar, jadi hanya bagian awalnya yang dimasukkan.');
        return isTooLong ? text.slice(0, longestWords) : text;
      },
      handlePaste(_view, event) {
        const files = picturesIn(event.clipboardData);
        if (files.length === 0) return false;
        calls.current.onPhotos(files);
        return true;
      },
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

  const insertDesk = { pickPhotos, pickGallery, open: setOpen };
  const close = useCallback(() => setOpen(null), []);
  const showKeys = useCallback(() => setOpen('keys'), []);
  return (
    <BlockDeskContext value={blocks}>
      <div className="body-editor">
        {notice && (
          <p className="notice notice-warn" role="status">
            {notice}
          </p>
        )}
        {refusal && (
          <div className="notice notice-warn stack-tight" role="status">
            <p>{refusal}</p>
            <div className="row">
              <button type="button" onClick={() => blocks.documents.pick()}>
                Lampirkan dokumen PDF
              </button>
              <button type="button" className="button-plain" onClick={() => setRefusal(undefined)}>
                Tutup
              </button>
            </div>
          </div>
        )}
        {editor && (
          <div className="editor-dock" ref={dock}>
            {isCoverMoved && <CoverNotice editor={editor} />}
            {tray === 'find' && <FindBar editor={editor} onClose={() => setTray(null)} />}
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

/** Pictures on the clipboard, unless words came with them: Word puts a picture of the text beside the text. */
function picturesIn(clipboard: DataTransfer | null): File[] {
  const files = [...(clipboard?.files ?? [])];
  const words = (clipboard?.getData('text/html') ?? '').replace(/<[^>]*>/g, '').trim();
  return words === '' ? files : [];
}

/** Only an object can be a document; anything else would be read as HTML, which the page's policy forbids. */
function asContent(body: unknown): JSONContent {
  return typeof body === 'object' && body !== null ? body : { type: 'doc', content: [{ type: 'paragraph' }] };
}
