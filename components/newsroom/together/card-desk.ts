import type { Editor } from '@tiptap/core';
import type { SuggestionView } from '#lib/newsroom/conversation-shapes.ts';
import type { Conversation } from './use-conversation.ts';

/** What the cards need of the page around them. */
export type CardDesk = {
  conversation: Conversation;
  editor: Editor | null;
  timeZone: string;
  /** Null for those who do not write now: they propose, and do not decide. */
  deciding: { accept: (suggestion: SuggestionView) => boolean; taken: ReadonlySet<string> } | null;
};
