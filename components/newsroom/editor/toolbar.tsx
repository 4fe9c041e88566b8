'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { ariaShortcut, shortcutName, type ToolDesk, toolGroups, tools, useIsMac } from './tools.ts';

/**
 * The tools of the text. One stop of the tabulator: arrow keys go from tool to tool
 * (WAI-ARIA toolbar pattern), Escape goes back to the text.
 */
export function Toolbar({
  editor,
  desk,
  bar,
}: {
  editor: Editor;
  desk: ToolDesk;
  bar: RefObject<HTMLDivElement | null>;
}) {
  const isMac = useIsMac();
  const [stop, setStop] = useState(0);
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      tools.map((tool) => ({ isOn: tool.isOn?.(now), canUse: now.isEditable && tool.canUse(now) })),
  });

  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      editor.commands.focus();
      return;
    }
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const target = (next + tools.length) % tools.length;
    setStop(target);
    const button = bar.current?.querySelectorAll('button')[target];
    button?.focus({ preventScroll: true });
    // Focusing alone would leave it behind the steps back: only this keeps the bar's scroll-padding.
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label="Alat tulis"
      aria-controls="naskah-body"
      onKeyDown={go}
    >
      {toolGroups.map((group) => (
        <div key={group[0]?.id} className="tool-group">
          {group.map((tool) => {
            const index = tools.indexOf(tool);
            const state = states[index];
            const title = tool.keys ? `${tool.name} (${shortcutName(tool.keys, isMac)})` : tool.name;
            return (
              <button
                key={tool.id}
                type="button"
                className={`tool tool-${tool.id}`}
                title={title}
                tabIndex={index === stop ? 0 : -1}
                aria-pressed={state?.isOn}
                // A button that is only switched off for the moment keeps its place for the keyboard.
                aria-disabled={!state?.canUse}
                aria-keyshortcuts={tool.keys === undefined ? undefined : ariaShortcut(tool.keys, isMac)}
                // The caret stays in the text, so that a thumb's tap does not close the phone's keyboard.
                onMouseDown={(event) => event.preventDefault()}
                onFocus={() => setStop(index)}
                onClick={() => {
                  if (state?.canUse) tool.use(editor, desk);
                }}
              >
                <span className="tool-sign" aria-hidden="true">
                  {tool.sign}
                </span>
                <span className="tool-name">{tool.name}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
