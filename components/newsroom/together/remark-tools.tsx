'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { useAboveKeyboard } from '../editor/use-above-keyboard.ts';
import { goToCard } from './go-to-words.ts';
import { remarkAt } from './remark-marks.ts';

/** What a remark begins with: a comment on some words, or other words for them. */
export type BegunRemark = { kind: 'comment' | 'suggestion'; anchor: RemarkAnchor };

type ToolsProps = {
  chosen: RemarkAnchor | null;
  mayRemark: boolean;
  maySuggest: boolean;
  onBegin: (begun: BegunRemark) => void;
};

/** Offered as soon as words of the text are selected, by mouse, key or thumb; and what is said where the caret stands. */
export function RemarkTools({ editor, chosen, ...rest }: ToolsProps & { editor: Editor }) {
  const remark = useEditorState({
    editor,
    selector: ({ editor: now }) => remarkAt(now, now.state.selection.from) ?? null,
  });
  const inText = chosen?.place === 'body' && rest.mayRemark ? chosen : null;
  // Words chosen in a field have tools of their own, in the same place on a phone.
  const isElsewhere = chosen !== null && chosen.place !== 'body';
  if (isElsewhere || (inText === null && remark === null)) return null;
  return (
    <div className="caret-bar">
      <div className="row remark-tools">
        {inText && <Begin chosen={inText} {...rest} />}
        {remark !== null && (
          <button type="button" onClick={() => goToCard(remark)}>
            Lihat percakapan
          </button>
        )}
      </div>
    </div>
  );
}

/** The same for words of a field, at the lower edge of what is visible. */
export function FieldRemarkTools({ chosen, ...rest }: ToolsProps) {
  const bar = useAboveKeyboard();
  const isShown = chosen !== null && chosen.place !== 'body' && rest.mayRemark;
  return (
    <div className="field-remark-tools" ref={bar} hidden={!isShown}>
      {isShown && (
        <div className="row remark-tools">
          <Begin chosen={chosen} {...rest} />
        </div>
      )}
    </div>
  );
}

function Begin({ chosen, maySuggest, onBegin }: ToolsProps & { chosen: RemarkAnchor }) {
  // The selection stays, so that a thumb's tap does not close the phone's keyboard before the window opens.
  const stay = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() };
  const isOneParagraph = !chosen.quote.includes('\n');
  return (
    <>
      <button type="button" {...stay} onClick={() => onBegin({ kind: 'comment', anchor: chosen })}>
        Komentari
      </button>
      {maySuggest && isOneParagraph && (
        <button type="button" {...stay} onClick={() => onBegin({ kind: 'suggestion', anchor: chosen })}>
          Usulkan perubahan
        </button>
      )}
      {maySuggest && !isOneParagraph && (
        <span className="muted small">Untuk mengusulkan perubahan, pilih kata di satu paragraf saja.</span>
      )}
    </>
  );
}
