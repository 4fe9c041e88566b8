'use client';

import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { blockAt } from './block-commands.ts';
import { BlockSteps } from './block-steps.tsx';

/** A block with its name above it and the steps that can be taken with the whole of it. */
export function BlockFrame({
  view: { editor, getPos, selected },
  name,
  className = '',
  children,
}: {
  view: Pick<NodeViewProps, 'editor' | 'getPos' | 'selected'>;
  name: string;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const position = isOpen ? getPos() : undefined;
  return (
    <NodeViewWrapper
      as="section"
      aria-label={name}
      className={`block-writing ${className}${selected ? ' figure-selected' : ''}`}
      onKeyDown={(event: KeyboardEvent) => stepBack(event, editor)}
    >
      <div className="block-head" contentEditable={false}>
        <b>{name}</b>
        {editor.isEditable && (
          <button
            type="button"
            className="button-plain"
            aria-expanded={isOpen}
            aria-controls={id}
            data-steps
            onClick={() => setIsOpen(!isOpen)}
          >
            <span aria-hidden="true">⋯</span> Atur<span className="visually-hidden"> {name.toLowerCase()}</span>
          </button>
        )}
      </div>
      <div id={id} contentEditable={false} hidden={!isOpen}>
        {position !== undefined && (
          <BlockSteps
            editor={editor}
            block={() => {
              const at = getPos();
              return at === undefined ? null : blockAt(editor.state.doc, at);
            }}
          />
        )}
      </div>
      {children}
    </NodeViewWrapper>
  );
}

/** In the fields of a block too, a step back is one of the whole text: the browser's own knows only the field. */
export function stepBack(event: KeyboardEvent, editor: NodeViewProps['editor']): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !(event.target instanceof HTMLInputElement)) return;
  const name = event.key.toLowerCase();
  if (name !== 'z' && name !== 'y') return;
  event.preventDefault();
  if (name === 'y' || event.shiftKey) editor.commands.redo();
  else editor.commands.undo();
}
