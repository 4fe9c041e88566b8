'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type FindingDesk, FindingSteps } from './finding-list.tsx';
import { findingsAtCaret } from './finding-marks.ts';

/** What was found at the caret, right above the tools: on a phone the panel is far below the text. */
export function FindingBar({ editor, desk }: { editor: Editor; desk: FindingDesk }) {
  const finding = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isEditable ? findingsAtCaret(now)[0] : undefined),
  });
  if (finding === undefined) return null;
  return (
    <div className="caret-bar finding-bar" role="status">
      <p>{finding.reason}</p>
      <FindingSteps finding={finding} desk={desk} />
    </div>
  );
}
