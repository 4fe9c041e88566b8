import { type Editor, Extension } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';

/** A slash somebody has just typed to be offered what can be inserted, and the letters behind it. */
export type Slash = { from: number; to: number; query: string };

type Trigger = { slash: Slash | null; dismissedAt: number | null };
type Heard = { kind: 'dismiss' };

const key = new PluginKey<Trigger>('slashTrigger');
/** Longer than any name on offer: then it was meant as a slash. */
const longestQuery = 20;

export const slashOptionId = (id: string) => `sisip-${id}`;
export const slashListId = 'sisip-pilihan';

/** Keys while something is offered; each returns whether it took the key. */
export type SlashKeys = { onKey: (event: KeyboardEvent) => boolean; chosenId: () => string | undefined };

/**
 * Notices a slash at the start of a paragraph or behind a space, while it is being typed. Where the
 * caret merely comes by an old slash, nothing is offered.
 */
export function slashTrigger(keys: SlashKeys) {
  return Extension.create({
    name: 'slashTrigger',
    // Before the text's own Enter and arrows.
    priority: 900,
    addProseMirrorPlugins: () => [slashPlugin(keys)],
  });
}

/** The part of it that ProseMirror runs. */
export function slashPlugin(keys: SlashKeys): Plugin {
  return new Plugin<Trigger>({
    key,
    state: {
      init: () => ({ slash: null, dismissedAt: null }),
      apply(transaction, before, _old, state) {
        const heard: Heard | undefined = transaction.getMeta(key);
        const dismissed = before.dismissedAt === null ? null : transaction.mapping.mapResult(before.dismissedAt, 1);
        const dismissedAt = dismissed === null || dismissed.deleted ? null : dismissed.pos;
        if (heard !== undefined) return { slash: null, dismissedAt: before.slash?.from ?? dismissedAt };
        const found = slashAt(state);
        const isOpen = before.slash !== null;
        const isTyped = transaction.docChanged && !isHistoryTransaction(transaction) && !transaction.getMeta('paste');
        if (found === null || found.from === dismissedAt || !(isOpen || isTyped)) return { slash: null, dismissedAt };
        return { slash: found, dismissedAt: null };
      },
    },
    props: {
      handleKeyDown: (view, event) => slashIn(view.state) !== null && keys.onKey(event),
      // The text stays a text box; what is chosen in the list is announced as its active part.
      attributes: (state): Record<string, string> => {
        const chosen = slashIn(state) === null ? undefined : keys.chosenId();
        return chosen === undefined
          ? {}
          : { 'aria-autocomplete': 'list', 'aria-controls': slashListId, 'aria-activedescendant': chosen };
      },
    },
  });
}

/** The slash for which something is offered now. */
export function slashIn(state: EditorState): Slash | null {
  return key.getState(state)?.slash ?? null;
}

/** Leaves the slash as it stands and offers nothing for it any more. */
export function dismissSlash(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { kind: 'dismiss' } satisfies Heard));
}

/** Has the attributes of the text drawn anew after another choice was marked. */
export function redrawSlash(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
}

function slashAt({ selection }: EditorState): Slash | null {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - longestQuery - 2),
    $from.parentOffset,
    undefined,
    '\uFFFC',
  );
  const found = /(?:^|[\s\uFFFC])\/((?:[\p{L}\d][\p{L}\d ]*)?)$/u.exec(before);
  const query = found?.[1];
  if (query === undefined || query.length > longestQuery) return null;
  return { from: $from.pos - query.length - 1, to: $from.pos, query };
}
