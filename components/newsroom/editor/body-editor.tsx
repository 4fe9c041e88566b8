'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asContent, bodyExtensions } from './body-extensions.ts';
import { CaretBar } from './caret-bar.tsx';
import { coverChangeIn } from './cover-move.ts';
import { CoverNotice } from './cover-notice.tsx';
import type { ChangeWords } from './draft-words.ts';
import { LinkDialog } from './link-dialog.tsx';
import { pasteProps } from './pasting.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAboveKeyboard } from './use-above-keyboard.ts';

type BodyEditorProps = {
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
  /** Further tools for what is selected. */
  tools?: ReactNode;
};

/** The text of an article: Tiptap over the one schema, a toolbar for mouse, thumb and keyboard. */
export function BodyEditor({
  body,
  replaced,
  isEditable,
  onChange,
  onEditor,
  onPhotos,
  pickPhotos,
  pickGallery,
  tools,
}: BodyEditorProps) {
  const [isLinking, setIsLinking] = useState(false);
  const [notice, setNotice] = useState<string>();
  const [isCoverMoved, setIsCoverMoved] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const dock = useAboveKeyboard();
  // The editor is made once; what it calls is always of this render.
  const calls = useRef({ onChange, onPhotos, pickPhotos });
  useEffect(() => {
    calls.current = { onChange, onPhotos, pickPhotos };
  });

  const [paste] = useState(() =>
    pasteProps({ tell: setNotice, onPhotos: (files, position) => calls.current.onPhotos(files, position) }),
  );

  const editor = useEditor({
    extensions: bodyExtensions({
      editLink: () => setIsLinking(true),
      pickPhotos: () => calls.current.pickPhotos(),
      reachToolbar: () => bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
    }),
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

  return (
    <div className="body-editor">
      {notice && (
        <p className="notice notice-warn" role="status">
          {notice}
        </p>
      )}
      {editor && (
        <div className="editor-dock" ref={dock}>
          {isCoverMoved && <CoverNotice editor={editor} />}
          {tools}
          <CaretBar editor={editor} editLink={() => setIsLinking(true)} />
          <Toolbar editor={editor} bar={bar} desk={{ editLink: () => setIsLinking(true), pickPhotos, pickGallery }} />
        </div>
      )}
      <EditorContent editor={editor} />
      <ShortcutList />
      {editor && isLinking && <LinkDialog editor={editor} onClose={() => setIsLinking(false)} />}
    </div>
  );
}
