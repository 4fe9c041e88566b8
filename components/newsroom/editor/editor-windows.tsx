'use client';

import type { Editor } from '@tiptap/core';
import { insertBlock } from './block-commands.ts';
import { useBlockDesk } from './block-desk.tsx';
import { DocumentWindow } from './document-window.tsx';
import { InsertWindow } from './insert-window.tsx';
import type { InsertDesk } from './inserts.ts';
import { LinkDialog } from './link-dialog.tsx';
import { LinkedWindow } from './linked-window.tsx';
import { documentCardOf, tableOf } from './new-blocks.ts';
import { TableWindow } from './table-window.tsx';

/** The window that stands over the text. */
export type OpenWindow = 'link' | 'insert' | 'keys' | Parameters<InsertDesk['open']>[0];

/** The windows in which something for the text is chosen, one at a time. */
export function EditorWindows({
  editor,
  open,
  desk,
  onClose,
}: {
  editor: Editor;
  open: OpenWindow | null;
  desk: InsertDesk;
  onClose: () => void;
}) {
  const { documents } = useBlockDesk();
  switch (open) {
    case 'link':
      return <LinkDialog editor={editor} onClose={onClose} />;
    case 'insert':
      return <InsertWindow onChoose={(insert) => insert.use(editor, desk)} onClose={onClose} />;
    case 'table':
      return (
        <TableWindow
          onInsert={(rows, columns) => insertBlock(editor, tableOf(rows, columns))}
          onAttach={() => documents.pick()}
          onClose={onClose}
        />
      );
    case 'document':
      return (
        <DocumentWindow onInsert={(document) => insertBlock(editor, documentCardOf(document))} onClose={onClose} />
      );
    case 'article':
      return (
        <LinkedWindow
          what="article"
          onInsert={({ articleId, title }) =>
            insertBlock(editor, { type: 'relatedArticle', attrs: { articleId, title } })
          }
          onClose={onClose}
        />
      );
    case 'event':
      return (
        <LinkedWindow
          what="event"
          onInsert={(event) => insertBlock(editor, { type: 'agendaEvent', attrs: event })}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
