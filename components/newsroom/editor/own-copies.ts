import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { parseDocument } from '#lib/richtext/document.ts';

/** Under this name the clipboard carries what was copied here, beside the HTML for other programs. */
const ownType = 'application/x-ruang-warta';

const copied = z.strictObject({ content: z.array(z.unknown()), openStart: z.int().min(0), openEnd: z.int().min(0) });

/**
 * Blocks that are copied or cut come back as they were: their HTML alone would lose what only our
 * blocks have.
 */
export const OwnCopies = Extension.create({
  name: 'ownCopies',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          copy: (view, event) => take(view, event),
          cut: (view, event) => {
            if (!view.editable || !take(view, event)) return false;
            view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
            return true;
          },
        },
        handlePaste: (view, event) => {
          const slice = ownSlice(view, event.clipboardData);
          if (slice === null) return false;
          const { tr } = view.state;
          view.dispatch(tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
          return true;
        },
      },
    }),
  ],
});

/** Puts the selection on the clipboard in all three forms; whether it did. */
function take(view: EditorView, event: ClipboardEvent): boolean {
  const { clipboardData, target } = event;
  // A field of a block has a selection of its own.
  if (clipboardData === null || isField(target) || view.state.selection.empty) return false;
  const slice = view.state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.preventDefault();
  clipboardData.clearData();
  clipboardData.setData('text/html', dom.innerHTML);
  clipboardData.setData('text/plain', text);
  const { openStart, openEnd, content } = slice;
  clipboardData.setData(ownType, JSON.stringify({ content: content.toJSON() ?? [], openStart, openEnd }));
  return true;
}

/**
 * What was copied here, checked like everything that comes from outside: any page can write this
 * name on the clipboard. Null when it is not there or not whole; then the HTML is pasted.
 */
function ownSlice(view: EditorView, clipboard: DataTransfer | null): Slice | null {
  const sent = copied.safeParse(asJson(clipboard?.getData(ownType) ?? ''));
  if (!sent.success) return null;
  const { content, openStart, openEnd } = sent.data;
  const parsed = parseDocument({ type: 'doc', content });
  // Parts of tables fit into tables, which their own rules see to.
  if (!parsed.ok || isInTable(view)) return null;
  const fragment = Fragment.fromJSON(view.state.schema, parsed.document.content);
  const whole = Slice.maxOpen(fragment);
  return new Slice(fragment, Math.min(openStart, whole.openStart), Math.min(openEnd, whole.openEnd));
}

function isInTable({ state: { selection } }: EditorView): boolean {
  const { $from } = selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(
    ({ type }) => type.name === 'table',
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Null for what is no JSON: then it is not of ours. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
