import { Extension, type Extensions, type JSONContent } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { search } from 'prosemirror-search';
import { DocumentCard } from '#lib/richtext/document-card.ts';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { Figure } from '#lib/richtext/figure.ts';
import { Gallery } from '#lib/richtext/gallery.ts';
import { InfoBox } from '#lib/richtext/info-box.ts';
import { KeyNumber, KeyNumbers } from '#lib/richtext/key-numbers.ts';
import { AgendaEvent, RelatedArticle } from '#lib/richtext/linked-articles.ts';
import { blockLimits } from '#lib/richtext/measure.ts';
import { PullQuote } from '#lib/richtext/pull-quote.ts';
import { Quote } from '#lib/richtext/quote.ts';
import { PlainTable } from '#lib/richtext/table.ts';
import { Timeline, TimelineItem } from '#lib/richtext/timeline.ts';
import { FindingMarks } from '../checks/finding-marks.ts';
import { RemarkMarks } from '../together/remark-marks.ts';
import { blockAtCaret, moveBlock } from './block-commands.ts';
import { InfoBoxView, PullQuoteView } from './box-views.tsx';
import { AgendaEventView, DocumentCardView, RelatedArticleView } from './card-views.tsx';
import { FigureView } from './figure-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { LeaveBlock } from './leave-block.ts';
import { KeyNumbersView, KeyNumberView, TimelineItemView, TimelineView } from './list-views.tsx';
import { OwnCopies } from './own-copies.ts';
import { QuoteView } from './quote-view.tsx';
import { type SlashKeys, slashTrigger } from './slash-trigger.ts';
import { SlotTap } from './slot-tap.ts';
import { TableView } from './table-view.tsx';
import { UploadPlaces } from './upload-places.ts';

/** The schema of lib/richtext, drawn for writing, with undo, cursors and the editor's own keys. */
export function bodyExtensions(keys: EditorKeys): Extensions {
  return [
    ...richTextExtensions({
      quote: Quote.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView) }),
      figure: Figure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) }),
      gallery: Gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
      table: WritingTable,
      pullQuote: PullQuote.extend({ addNodeView: () => ReactNodeViewRenderer(PullQuoteView) }),
      infoBox: InfoBox.extend({ addNodeView: () => ReactNodeViewRenderer(InfoBoxView) }),
      timeline: Timeline.extend({ addNodeView: () => ReactNodeViewRenderer(TimelineView) }),
      timelineItem: TimelineItem.extend({ addNodeView: () => ReactNodeViewRenderer(TimelineItemView) }),
      keyNumbers: KeyNumbers.extend({ addNodeView: () => ReactNodeViewRenderer(KeyNumbersView) }),
      keyNumber: KeyNumber.extend({ addNodeView: () => ReactNodeViewRenderer(KeyNumberView) }),
      documentCard: DocumentCard.extend({ addNodeView: () => ReactNodeViewRenderer(DocumentCardView) }),
      relatedArticle: RelatedArticle.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedArticleView) }),
      agendaEvent: AgendaEvent.extend({ addNodeView: () => ReactNodeViewRenderer(AgendaEventView) }),
    }),
    UndoRedo,
    // No colour: it would be an inline style, which the page's policy refuses.
    Dropcursor.configure({ color: false, width: 3, class: 'drop-cursor' }),
    Gapcursor,
    Placeholder.configure({
      placeholder: 'Tulis isi naskah di sini. Ketik / untuk menyisipkan tabel, foto, kutipan, dan lainnya.',
    }),
    UploadPlaces,
    FindingMarks,
    RemarkMarks,
    OwnCopies,
    SlotTap,
    slashTrigger(keys.slash),
    LeaveBlock,
    Extension.create({ name: 'find', addProseMirrorPlugins: () => [search()] }),
    ownKeys(keys),
  ];
}

/** Only an object can be a document; anything else would be read as HTML, which the page's policy forbids. */
export function asContent(body: unknown): JSONContent {
  return typeof body === 'object' && body !== null ? body : { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** What keys do beyond the text: they open or reach something else on the screen. */
export type EditorKeys = {
  editLink: () => void;
  pickPhotos: () => void;
  reachToolbar: () => void;
  find: () => void;
  showKeys: () => void;
  slash: SlashKeys;
};

/** A table that never grows past what a document may hold when Tab leaves its last cell. */
const WritingTable = PlainTable.extend({
  addNodeView: () => ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }),
  addKeyboardShortcuts() {
    const { Tab, ...others } = this.parent?.() ?? {};
    return {
      ...others,
      Tab: (props) => {
        if (this.editor.commands.goToNextCell()) return true;
        const table = blockAtCaret(this.editor)?.node;
        if (table?.type.name === 'table' && table.childCount >= blockLimits.tableRows) return true;
        return Tab?.(props) ?? false;
      },
    };
  },
});

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
      'Mod-f': taken(keys.find),
      'Mod-/': taken(keys.showKeys),
      'Alt-ArrowUp': ({ editor }) => moveBlock(editor, blockAtCaret(editor), -1) || true,
      'Alt-ArrowDown': ({ editor }) => moveBlock(editor, blockAtCaret(editor), 1) || true,
      'Alt-F10': taken(keys.reachToolbar),
    }),
  });
}
