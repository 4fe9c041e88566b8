import type { Node } from '@tiptap/pm/model';
import type { ConversationView, RemarkAnchor, SuggestionView, ThreadView } from '#lib/newsroom/conversation-shapes.ts';
import { findAnchor, findChanged } from '#lib/richtext/anchor.ts';
import type { Range } from '../checks/finding-range.ts';
import type { DraftWords } from '../editor/draft-words.ts';
import { findInBody } from './remark-places.ts';

/** Whether the words of a remark stand as they were, others in their place, or neither. */
export type Standing = 'there' | 'changed' | 'gone';

/** One card of the panel: a thread or a suggestion, and whether its words still stand. */
export type Card = { id: string; isOpen: boolean; standing: Standing; order: number } & (
  | { kind: 'thread'; thread: ThreadView }
  | { kind: 'suggestion'; suggestion: SuggestionView }
);

type FieldTexts = Pick<DraftWords, 'title' | 'lead' | 'summary'>;

/**
 * What is about the whole comes first, then everything in the order of the text; last what lost its words.
 *
 * @param marked where the marks of a remark stand in the document: they followed its words through every change
 */
export function inTextOrder(
  { threads, suggestions }: Pick<ConversationView, 'threads' | 'suggestions'>,
  fields: FieldTexts,
  doc: Node | null,
  marked: (id: string) => Range | undefined = () => undefined,
): Card[] {
  const placeOf = placesIn(fields, doc, marked);
  const cards: Card[] = [
    ...threads.map((thread): Card => {
      const isOpen = thread.resolved === null;
      return { kind: 'thread', id: thread.id, thread, isOpen, ...placeOf(thread) };
    }),
    ...suggestions.map((suggestion): Card => {
      const isOpen = suggestion.state === 'open';
      const { order, standing } = placeOf(suggestion);
      return {
        kind: 'suggestion',
        id: suggestion.id,
        suggestion,
        isOpen,
        order,
        standing: isOpen ? standing : 'there',
      };
    }),
  ];
  return cards.sort((one, other) => one.order - other.order || one.id.localeCompare(other.id));
}

const last = Number.MAX_SAFE_INTEGER;
const [titleStart, leadStart, bodyStart, summaryStart] = [1, 1e5, 2e5, 1e9];

type Place = Pick<Card, 'order' | 'standing'>;

function placesIn(
  fields: FieldTexts,
  doc: Node | null,
  marked: (id: string) => Range | undefined,
): (remark: RemarkAnchor & { id: string }) => Place {
  // A long text is read only when something is said about it.
  let find: ReturnType<typeof findInBody> | undefined;
  const inField = (text: string, start: number, anchor: RemarkAnchor): Place => {
    const [found, changed] = [findAnchor(text, anchor), findChanged(text, anchor)];
    return place(start, found?.start, changed?.start);
  };
  return (remark) => {
    switch (remark.place) {
      case '':
        return { order: 0, standing: 'there' };
      case 'title':
        return inField(fields.title, titleStart, remark);
      case 'lead':
        return inField(fields.lead, leadStart, remark);
      case 'summary':
        return inField(fields.summary, summaryStart, remark);
      case 'body': {
        // Before the editor has drawn the text nobody can say where the words stand.
        if (doc === null || remark.quote === '') return { order: bodyStart, standing: 'there' };
        find ??= findInBody(doc);
        const found = find(remark);
        return place(bodyStart, found?.from, (marked(remark.id) ?? find(remark, findChanged))?.from);
      }
    }
  };
}

function place(start: number, found: number | undefined, changed: number | undefined): Place {
  if (found !== undefined) return { order: start + found, standing: 'there' };
  return changed === undefined ? { order: last, standing: 'gone' } : { order: start + changed, standing: 'changed' };
}
