import type { ArticleKind } from '../../db/schema/enums.ts';

/** What a piece of text is in its article; rules ask, since a title has no full stop and a quote may be colloquial. */
export const pieceRoles = [
  'title',
  'lead',
  'summary',
  'paragraph',
  'subhead',
  'list_item',
  'quote',
  'pull_quote',
  'speaker',
  'speaker_role',
  'table_caption',
  'table_cell',
  'box_title',
  'moment',
  'key_number',
  'caption',
  'alt',
  'credit',
  'document_title',
  'source',
  'byline',
  'note',
  'detail',
] as const;
export type PieceRole = (typeof pieceRoles)[number];

/** A stretch of a piece, in UTF-16 units. */
export type Span = { start: number; end: number };

/** One run of text in an article, exactly as it stands there: offsets of findings are offsets into it. */
export type Piece = {
  /** A field of the words (`title`), or `body.3.1` for a block by its path of indices from 0. */
  place: string;
  /** Which words of that place: empty for its text, else an attribute such as `alt` or `speaker`. */
  part: string;
  role: PieceRole;
  text: string;
  links: readonly (Span & { href: string })[];
  /** Marked as foreign or otherwise set in italics. */
  italics: readonly Span[];
};

/** A photo as far as checks judge it; its words are pieces as well. */
export type CheckedPhoto = {
  /** `cover`, or the path of its block. */
  place: string;
  alt: string;
  decorative: boolean;
  caption: string;
  credit: string;
  /** Facts of the media library; undefined where nobody has stated them. */
  showsChild?: boolean;
  hasConsent?: boolean;
  /** The last day (`YYYY-MM-DD`) on which it may be used; null without an end. */
  rightsUntil?: string | null | undefined;
};

/** An article as the checks read it: its texts in reading order, and the facts that texts are compared with. */
export type Manuscript = {
  kind: ArticleKind;
  pieces: readonly Piece[];
  photos: readonly CheckedPhoto[];
  datelinePlace: string;
  /** `YYYY-MM-DD`; null while nobody has entered one. */
  eventDate: string | null;
  /** Names of the regencies and cities it is about. */
  regencies: readonly string[];
  sponsored: boolean;
  /** How many sources were noted. */
  sourceCount: number;
  /** Where an event of the agenda or a speech takes place; empty for none. */
  venue: string;
};
