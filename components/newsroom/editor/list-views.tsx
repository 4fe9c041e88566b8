'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { keyNumberAttributes, timelineItemAttributes } from '#lib/richtext/attributes.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockFrame } from './block-frame.tsx';

/** What happened when. */
export function TimelineView(props: NodeViewProps) {
  const { editor, getPos, node } = props;
  return (
    <BlockFrame view={props} name="Lini masa" className="timeline-writing">
      <NodeViewContent className="block-items" />
      {editor.isEditable && (
        <div className="row" contentEditable={false}>
          <button
            type="button"
            onClick={() =>
              addItem(editor, getPos(), node.nodeSize, { type: 'timelineItem', content: [{ type: 'paragraph' }] })
            }
          >
            Tambah peristiwa
          </button>
        </div>
      )}
    </BlockFrame>
  );
}

export function TimelineItemView({ node, updateAttributes, editor, getPos }: NodeViewProps) {
  const { when } = timelineItemAttributes.parse(node.attrs);
  return (
    <NodeViewWrapper className="block-item">
      <div className="stack-tight" contentEditable={false}>
        <AttributeField
          name="when"
          label="Kapan"
          value={when}
          limit={fieldLimits.credit}
          isEditable={editor.isEditable}
          isFirst
          placeholder="14 Januari 2026, pukul 08.00"
          onChange={(text) => updateAttributes({ when: text })}
        />
      </div>
      <p className="label" contentEditable={false}>
        Apa yang terjadi
      </p>
      <NodeViewContent className="box-words" />
      {editor.isEditable && <RemoveItem editor={editor} getPos={getPos} words="Hapus peristiwa" />}
    </NodeViewWrapper>
  );
}

/** The few numbers an article turns on. */
export function KeyNumbersView(props: NodeViewProps) {
  const { editor, getPos, node } = props;
  return (
    <BlockFrame view={props} name="Angka kunci" className="key-numbers-writing">
      <NodeViewContent className="block-items" />
      {editor.isEditable && (
        <div className="row" contentEditable={false}>
          <button type="button" onClick={() => addItem(editor, getPos(), node.nodeSize, { type: 'keyNumber' })}>
            Tambah angka
          </button>
        </div>
      )}
    </BlockFrame>
  );
}

export function KeyNumberView({ node, updateAttributes, editor, getPos }: NodeViewProps) {
  const { value, label, source } = keyNumberAttributes.parse(node.attrs);
  const field = { limit: fieldLimits.credit, isEditable: editor.isEditable };
  return (
    <NodeViewWrapper className="block-item">
      <div className="fields-three" contentEditable={false}>
        <AttributeField
          name="value"
          {...field}
          label="Angka"
          value={value}
          isFirst
          placeholder="12.500 ton"
          onChange={(text) => updateAttributes({ value: text })}
        />
        <AttributeField
          name="label"
          {...field}
          label="Apa yang dihitung"
          value={label}
          placeholder="beras tersalur"
          onChange={(text) => updateAttributes({ label: text })}
        />
        <AttributeField
          name="source"
          {...field}
          label="Sumber (boleh kosong)"
          value={source}
          onChange={(text) => updateAttributes({ source: text })}
        />
      </div>
      {editor.isEditable && <RemoveItem editor={editor} getPos={getPos} words="Hapus angka" />}
    </NodeViewWrapper>
  );
}

function addItem(editor: Editor, at: number | undefined, size: number, item: JSONContent): void {
  if (at === undefined) return;
  const end = at + size - 1;
  editor.commands.insertContentAt(end, item, { updateSelection: false });
  requestAnimationFrame(() => {
    const drawn = editor.view.nodeDOM(end);
    if (drawn instanceof HTMLElement) drawn.querySelector<HTMLElement>('[data-begin]')?.focus();
  });
}

/** Takes one item out; with the last one goes the whole block. */
function RemoveItem({ editor, getPos, words }: Pick<NodeViewProps, 'editor' | 'getPos'> & { words: string }) {
  const remove = () => {
    const at = getPos();
    if (at === undefined) return;
    const { doc, tr } = editor.state;
    const place = doc.resolve(at);
    const item = doc.nodeAt(at);
    if (item === null) return;
    const [from, to] = place.parent.childCount === 1 ? [place.before(), place.after()] : [at, at + item.nodeSize];
    editor.view.dispatch(tr.delete(from, to));
    editor.commands.focus();
  };
  return (
    <div contentEditable={false}>
      <button type="button" className="button-plain button-danger" onClick={remove}>
        {words}
      </button>
    </div>
  );
}
