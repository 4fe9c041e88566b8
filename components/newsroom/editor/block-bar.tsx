'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { nodeName } from '#lib/richtext/node-names.ts';
import { blockAtCaret } from './block-commands.ts';
import { BlockSteps } from './block-steps.tsx';

/** The steps of the block with the caret: what a mouse does by dragging, for thumbs and keys. */
export function BlockBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const block = blockAtCaret(now);
      return { name: block?.node.type.name ?? '', index: block?.index ?? 0, of: now.state.doc.childCount };
    },
  });
  if (!editor.isEditable) return null;
  return (
    <div className="caret-bar block-bar">
      <div className="row row-apart">
        <p className="small" role="status">
          Blok ke-{at.index + 1} dari {at.of}: {nodeName(at.name)}
        </p>
        <button type="button" className="button-plain" onClick={onClose}>
          Tutup<span className="visually-hidden"> langkah blok</span>
        </button>
      </div>
      <BlockSteps editor={editor} block={() => blockAtCaret(editor)} />
    </div>
  );
}
