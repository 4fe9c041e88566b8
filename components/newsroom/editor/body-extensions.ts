import { Extension, type Extensions, type JSONContent } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { Figure } from '#lib/richtext/figure.ts';
import { Gallery } from '#lib/richtext/gallery.ts';
import { Quote } from '#lib/richtext/quote.ts';
import { FindingMarks } from '../checks/finding-marks.ts';
import { RemarkMarks } from '../together/remark-marks.ts';
import { FigureView } from './figure-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { QuoteView } from './quote-view.tsx';
import { UploadPlaces } from './upload-places.ts';

/** The schema of lib/richtext, drawn for writing, with undo, cursors and the editor's own keys. */
export function bodyExtensions(keys: EditorKeys): Extensions {
  return [
    ...richTextExtensions({
      quote: Quote.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView) }),
      figure: Figure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) }),
      gallery: Gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
    }),
    UndoRedo,
    // No colour: it would be an inline style, which the page's policy refuses.
    Dropcursor.configure({ color: false, width: 3, class: 'drop-cursor' }),
    Gapcursor,
    Placeholder.configure({ placeholder: 'Tulis isi naskah di sini. Foto dapat ditarik atau ditempel ke sini.' }),
    UploadPlaces,
    FindingMarks,
    RemarkMarks,
    ownKeys(keys),
  ];
}

/** Only an object can be a document; anything else would be read as HTML, which the page's policy forbids. */
export function asContent(body: unknown): JSONContent {
  return typeof body === 'object' && body !== null ? body : { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** What keys do beyond the text: they open or reach something else on the screen. */
export type EditorKeys = { editLink: () => void; pickPhotos: () => void; reachToolbar: () => void };

function ownKeys(keys: EditorKeys) {
  const taken = (act: () => void) => () => {
    act();
    return true;
  };
  return Extension.create({
    name: 'ownKeys',
    // Before all others: with Shift held, the key of bold would answer for the quote's.
    priority: 1000,
    addKeyboardShortcuts: () => ({
      'Mod-Shift-b': ({ editor }) => editor.commands.toggleQuote(),
      'Mod-k': taken(keys.editLink),
      'Mod-Alt-g': taken(keys.pickPhotos),
      'Alt-F10': taken(keys.reachToolbar),
    }),
  });
}
