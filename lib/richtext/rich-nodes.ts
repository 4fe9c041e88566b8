import type { PhotoOrigin } from '../../db/schema/enums.ts';
import type { ArticleId, AssetId } from '../ids.ts';
import type { ForeignLanguage } from './languages.ts';

/**
 * A body in its one stored form: Tiptap's JSON without anything ordinary (attributes at their
 * default, empty lists), so that the same words have the same bytes, and so that an attribute
 * added to the schema later does not change the hash of what was signed before.
 */
export type RichDocument = { type: 'doc'; content: RichBlock[] };

export type RichBlock =
  | RichParagraph
  | RichHeading
  | RichQuote
  | RichFigure
  | RichBulletList
  | RichOrderedList
  | RichGallery
  | RichTable
  | RichPullQuote
  | RichInfoBox
  | RichTimeline
  | RichKeyNumbers
  | RichDocumentCard
  | RichRelatedArticle
  | RichAgendaEvent;

export type RichParagraph = { type: 'paragraph'; content?: RichInline[] };
export type RichHeading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: RichInline[] };
export type RichQuote = {
  type: 'quote';
  attrs?: { speaker?: string; speakerRole?: string };
  content?: RichInline[];
};
export type RichFigure = {
  type: 'figure';
  attrs: {
    assetId: AssetId;
    assetHash: string;
    alt?: string;
    decorative?: true;
    caption?: string;
    credit?: string;
    /** Left out for a photo. */
    origin?: Exclude<PhotoOrigin, 'photo'>;
  };
};
export type RichList = RichBulletList | RichOrderedList;
export type RichBulletList = { type: 'bulletList'; content: RichListItem[] };
export type RichOrderedList = { type: 'orderedList'; attrs?: { start: number }; content: RichListItem[] };
export type RichListItem = { type: 'listItem'; content: (RichParagraph | RichList)[] };

/** Photos in a row, each with its own words; the caption is the row's. */
export type RichGallery = { type: 'gallery'; attrs?: { caption?: string }; content: RichFigure[] };

/** Every row has as many cells as the first, and no cell spans two places. */
export type RichTable = { type: 'table'; attrs: { caption: string }; content: RichTableRow[] };
export type RichTableRow = { type: 'tableRow'; content: RichTableCell[] };
export type RichTableCell = { type: 'tableHeader' | 'tableCell'; content?: RichInline[] };

/** Words of the text said again, large; unlike a quote they need be nobody's. */
export type RichPullQuote = { type: 'pullQuote'; attrs?: { by?: string }; content?: RichInline[] };

export type RichInfoBox = { type: 'infoBox'; attrs?: { title?: string }; content: (RichParagraph | RichList)[] };

export type RichTimeline = { type: 'timeline'; content: RichTimelineItem[] };
/** `when` is written by people: “14 Januari 2026”, “pukul 08.00”. */
export type RichTimelineItem = { type: 'timelineItem'; attrs: { when: string }; content: RichParagraph[] };

export type RichKeyNumbers = { type: 'keyNumbers'; content: RichKeyNumber[] };
/** `value` with its unit, as it is to be read: “12.500 ton”. */
export type RichKeyNumber = { type: 'keyNumber'; attrs: { value: string; label: string; source?: string } };

/** A document (PDF) to be fetched, named where it stands. */
export type RichDocumentCard = {
  type: 'documentCard';
  attrs: { assetId: AssetId; assetHash: string; title: string; description?: string };
};

/** “Baca juga”: readers see the title and address the article has now, and nothing once it is retracted. */
export type RichRelatedArticle = { type: 'relatedArticle'; attrs: { articleId: ArticleId; title: string } };

/** An event of the agenda, shown to readers as it stands there now. `when` as people read it. */
export type RichAgendaEvent = {
  type: 'agendaEvent';
  attrs: { articleId: ArticleId; title: string; when?: string; venue?: string };
};

export type RichInline = RichText | { type: 'hardBreak' };
export type RichText = { type: 'text'; text: string; marks?: RichMark[] };
export type RichMark =
  | { type: 'link'; attrs: { href: string } }
  | { type: 'bold' }
  | { type: 'italic'; attrs?: { lang: ForeignLanguage } };
