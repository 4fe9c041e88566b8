'use client';

import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { SuggestionView } from '#lib/newsroom/conversation-shapes.ts';
import type { DraftWords } from '../editor/draft-words.ts';
import { putInPlace } from './accept-suggestion.ts';
import { ConversationPanel } from './conversation-panel.tsx';
import { type MarkedRemark, markRemarks, rangeOfRemark } from './remark-marks.ts';
import { type BegunRemark, FieldRemarkTools, RemarkTools } from './remark-tools.tsx';
import { RemarkWindow } from './remark-window.tsx';
import { type Card, inTextOrder } from './text-order.ts';
import { useChosenWords } from './use-chosen-words.ts';
import type { Conversation } from './use-conversation.ts';

/** The parts of the conversation, each for its place on the page. */
export type Discussion = {
  /** Among the tools of the text. */
  tools: ReactNode;
  /** Beside the text. */
  panel: ReactNode;
  /** Over everything. */
  over: ReactNode;
};

/**
 * The conversation about the words on this page, and its marks in the text.
 *
 * @param replaced rises when the whole text was put in place anew: marks are looked up again
 * @param onAccept told of a suggestion whose words have been put in place; null where nobody may
 */
export function useDiscussion({
  conversation,
  editor,
  words,
  replaced,
  timeZone,
  onAccept,
}: {
  conversation: Conversation;
  editor: Editor | null;
  words: Pick<DraftWords, 'title' | 'lead' | 'summary' | 'body'>;
  replaced: number;
  timeZone: string;
  onAccept: ((id: string) => void) | null;
}): Discussion {
  const { view } = conversation;
  const [begun, setBegun] = useState<BegunRemark | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const chosen = useChosenWords(editor);
  const { title, lead, summary, body } = words;

  // The document of the editor changes with the body; the body is what React hears of.
  const doc = editor === null || editor.isDestroyed || body === undefined ? null : editor.state.doc;
  const cards = useMemo(() => {
    const marked = (id: string) => (editor === null || doc === null ? undefined : rangeOfRemark(editor, id));
    return inTextOrder(view, { title, lead, summary }, doc, marked);
  }, [view, title, lead, summary, doc, editor]);
  const marked = useMemo(() => markedOf(view.threads, view.suggestions, taken), [view, taken]);
  useEffect(() => {
    // Also when the whole text has been replaced: its marks went with it.
    if (editor !== null && replaced >= 0) markRemarks(editor, marked);
  }, [editor, marked, replaced]);

  const accept = (suggestion: SuggestionView) => {
    if (onAccept === null || !putInPlace(suggestion, editor)) return false;
    onAccept(suggestion.id);
    setTaken(new Set([...taken, suggestion.id]));
    return true;
  };
  const rights = { mayRemark: view.mayRemark, maySuggest: view.maySuggest, chosen, onBegin: setBegun };
  const shown: Card[] = cards.map((card) => (taken.has(card.id) ? { ...card, standing: 'there' } : card));
  return {
    tools: editor && <RemarkTools editor={editor} {...rights} />,
    panel: (
      <ConversationPanel
        cards={shown}
        desk={{ conversation, editor, timeZone, deciding: onAccept === null ? null : { accept, taken } }}
        onBegin={setBegun}
      />
    ),
    over: (
      <>
        <FieldRemarkTools {...rights} />
        <RemarkWindow begun={begun} conversation={conversation} onClose={() => setBegun(null)} />
      </>
    ),
  };
}

function markedOf(
  threads: Conversation['view']['threads'],
  suggestions: Conversation['view']['suggestions'],
  taken: ReadonlySet<string>,
): MarkedRemark[] {
  return [
    ...threads.flatMap((thread) => (thread.resolved === null ? [{ id: thread.id, anchor: thread }] : [])),
    ...suggestions.flatMap((one) =>
      one.state === 'open' && !taken.has(one.id) ? [{ id: one.id, anchor: one, replacement: one.replacement }] : [],
    ),
  ];
}
