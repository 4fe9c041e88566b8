import type { Node } from '@tiptap/pm/model';
import type { ConversationView, RemarkAnchor, SuggestionView, ThreadView } from '#lib/newsroom/conversation-shapes.ts';
import { findAnchor } from '#lib/richtext/anchor.ts';
import type { DraftWords } from '../editor/draft-words.ts';
import { findInBody } from './remark-places.ts';

/** One card of the panel: a thread or a suggestion, and whether its words still stand. */
export type Card = { id: string; isOpen: boolean; isLost: boolean; order: number } & (
  | { kind: 'thread'; thread: ThreadView }
  | { kind: 'suggestion'; suggestion: SuggestionView }
);

type FieldTexts = Pick<DraftWords, 'title' | 'lead' | 'summary'>;

/** What is about the whole comes first, then everything in the order of the text; last what lost its words. */
export function inTextOrder(
  { threads, suggestions }: Pick<ConversationView, 'threads' | 'suggestions'>,
  fields: FieldTexts,
  doc: Node | null,
): Card[] {
  const orderOf = orderIn(fields, doc);
  const cards: Card[] = [
    ...threads.map((thread): Card => {
      const order = orderOf(thread);
      const isOpen = thread.resolved === null;
      return { kind: 'thread', id: thread.id, thread, isOpen, isLost: order === lost, order };
    }),
    ...suggestions.map((suggestion): Card => {
      const order = orderOf(suggestion);
      const isOpen = suggestion.state === 'open';
      return { kind: 'suggestion', id: suggestion.id, suggestion, isOpen, isLost: isOpen && order === lost, order };
    }),
  ];
  return cards.sort((one, other) => one.order - other.order || one.id.localeCompare(other.id));
}

const lost = Number.MAX_SAFE_INTEGER;
const [titleStart, leadStart, bodyStart, summaryStart] = [1, 1e5, 2e5, 1e9];

function orderIn(fields: FieldTexts, doc: Node | null): (anchor: RemarkAnchor) => number {
  // A long text is read only when something is said about it.
  let find: ReturnType<typeof findInBody> | undefined;
  const inField = (text: string, start: number, anchor: RemarkAnchor) => {
    const found = findAnchor(text, anchor);
    return found === undefined ? lost : start + found.start;
  };
  return (anchor) => {
    switch (anchor.place) {
      case '':
        return 0;
      case 'title':
        return inField(fields.title, titleStart, anchor);
      case 'lead':
        return inField(fields.lead, leadStart, anchor);
      case 'summary':
        return inField(fields.summary, summaryStart, anchor);
      case 'body': {
        // Before the editor has drawn the text nobody can say where the words stand.
        if (doc === null || anchor.quote === '') return bodyStart;
        find ??= findInBody(doc);
        const range = find(anchor);
        return range === undefined ? lost : bodyStart + range.from;
      }
    }
  };
}
