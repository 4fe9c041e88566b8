'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationView, Remark } from '#lib/newsroom/conversation-shapes.ts';
import { fetchConversation, sendRemark } from './together-request.ts';

/** The conversation about an edition on this page, and the way to take part. */
export type Conversation = {
  view: ConversationView;
  /** Says something; resolves to why it did not work, or undefined. */
  say: (remark: Remark) => Promise<string | undefined>;
};

/** @param mark as presence tells it: changes whenever there is something new to fetch */
export function useConversation(editionId: string, initial: ConversationView, mark: string): Conversation {
  const [view, setView] = useState(initial);
  const shown = useRef(mark);
  useEffect(() => {
    if (shown.current === mark) return;
    shown.current = mark;
    void fetchConversation(editionId).then((answer) => answer.ok && setView(answer.told));
  }, [editionId, mark]);

  const say = useCallback(
    async (remark: Remark) => {
      const answer = await sendRemark(editionId, remark);
      if (!answer.ok) return answer.text;
      setView(answer.told);
      return undefined;
    },
    [editionId],
  );

  // To have it on the page is to have seen it; the marks of what is new stay until the next visit.
  useEffect(() => {
    if (hasUnseen(view)) void sendRemark(editionId, { act: 'seen' });
  }, [editionId, view]);
  return { view, say };
}

function hasUnseen({ threads }: ConversationView): boolean {
  return threads.some(({ isUnseen, replies }) => isUnseen || replies.some((reply) => reply.isUnseen));
}
