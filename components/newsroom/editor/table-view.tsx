'use client';

import type { Editor } from '@tiptap/core';
import { NodeViewContent, type NodeViewProps, useEditorState } from '@tiptap/react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { tableAttributes } from '#lib/richtext/attributes.ts';
import { blockLimits } from '#lib/richtext/measure.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockFrame } from './block-frame.tsx';

/** A table while it is written: its title, its cells, and steps for rows and columns where the caret stands. */
export function TableView(props: NodeViewProps) {
  const { node, updateAttributes, editor, getPos } = props;
  const { caption } = tableAttributes.parse(node.attrs);
  const rows = node.childCount;
  const columns = node.firstChild?.childCount ?? 0;
  const hasHead = isHead(node);
  const isHere = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const at = getPos();
      const { from } = now.state.selection;
      return at !== undefined && from > at && from < at + node.nodeSize;
    },
  });

  return (
    <BlockFrame view={props} name="Tabel" className="table-writing">
      <div className="stack-tight" contentEditable={false}>
        <AttributeField
          name="caption"
          label="Judul tabel"
          value={caption}
          limit={fieldLimits.caption}
          isEditable={editor.isEditable}
          placeholder="Misalnya: Harga beras per pasar"
          onChange={(text) => updateAttributes({ caption: text })}
        />
        {!hasHead && <p className="field-error">Baris pertama belum menjadi judul kolom.</p>}
      </div>
      <div className="table-cells">
        <NodeViewContent<'table'> as="table" />
      </div>
      {editor.isEditable && (
        <div className="row table-steps" contentEditable={false}>
          {isHere ? (
            steps.map(({ name, words, canUse, use }) => (
              <button
                key={name}
                type="button"
                aria-disabled={!canUse(rows, columns)}
                // The caret stays in its cell.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  if (canUse(rows, columns)) use(editor);
                }}
              >
                <span aria-hidden="true">{name}</span>
                <span className="visually-hidden">{words}</span>
              </button>
            ))
          ) : (
            <p className="muted small">Taruh kursor di sebuah sel untuk menambah atau menghapus baris dan kolom.</p>
          )}
          {isHere && (
            <button
              type="button"
              aria-pressed={hasHead}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.chain().focus().toggleHeaderRow().run()}
            >
              Judul kolom
            </button>
          )}
          <span className="muted small">
            {rows} baris × {columns} kolom
            {(rows >= blockLimits.tableRows || columns >= blockLimits.tableColumns) &&
              `. Batasnya ${blockLimits.tableRows} baris dan ${blockLimits.tableColumns} kolom; tabel yang lebih besar lampirkan sebagai dokumen PDF`}
          </span>
        </div>
      )}
    </BlockFrame>
  );
}

function isHead({ firstChild }: NodeViewProps['node']): boolean {
  return firstChild?.children.every((cell) => cell.type.name === 'tableHeader') ?? false;
}

const steps: readonly {
  name: string;
  words: string;
  canUse: (rows: number, columns: number) => boolean;
  use: (editor: Editor) => void;
}[] = [
  {
    name: '+ Baris',
    words: 'Tambah baris di bawah kursor',
    canUse: (rows) => rows < blockLimits.tableRows,
    use: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    name: '− Baris',
    words: 'Hapus baris ini',
    canUse: (rows) => rows > 1,
    use: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    name: '+ Kolom',
    words: 'Tambah kolom di kanan kursor',
    canUse: (_rows, columns) => columns < blockLimits.tableColumns,
    use: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    name: '− Kolom',
    words: 'Hapus kolom ini',
    canUse: (_rows, columns) => columns > 1,
    use: (editor) => editor.chain().focus().deleteColumn().run(),
  },
];
