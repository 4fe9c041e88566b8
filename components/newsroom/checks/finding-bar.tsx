'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { Finding } from '#lib/language/finding.ts';
import { type FindingDesk, FindingSteps } from './finding-list.tsx';
import { findingsAtCaret } from './finding-marks.ts';

/** What was found at the caret, right above the tools: on a phone the panel is far below the text. */
export function FindingBar({ editor, desk }: { editor: Editor; desk: FindingDesk }) {
  const finding = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isEditable ? findingsAtCaret(now)[0] : undefined),
  });
  if (finding === undefined) return null;
  const { fix } = desk;
  // The caret stays in the text, also for keys: what was tapped is gone with its finding.
  const mend = (one: Finding) => {
    fix?.(one);
    editor.view.focus();
  };
  return (
    // Without the focus leaving the text, a phone's keyboard stays where it is.
    <div className="caret-bar finding-bar" role="status" onMouseDown={(event) => event.preventDefault()}>
      <p>{finding.reason}</p>
      <FindingSteps finding={finding} desk={fix === undefined ? desk : { ...desk, fix: mend }} />
    </div>
  );
}
