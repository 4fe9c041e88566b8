import type { Family, Found, Severity } from './finding.ts';
import type { Manuscript, PieceRole } from './manuscript.ts';
import type { ReadReference } from './read-reference.ts';
import type { ReadPiece } from './reading.ts';

/** A manuscript whose pieces have been read. */
export type ReadManuscript = Omit<Manuscript, 'pieces'> & { pieces: readonly ReadPiece[] };

type Named = {
  /** English, snake_case, never changed once used: overrides and statistics name it. */
  id: string;
  family: Family;
  severity?: Severity;
  /** What it asks, for the panel and the guide: “Hari harus cocok dengan tanggal”. */
  title: string;
};

/** A rule that looks at one piece by itself: what it found holds until that piece changes, so it asks no dictionary. */
export type PieceRule = Named & {
  /** Which pieces it reads. */
  roles: readonly PieceRole[];
  find(piece: ReadPiece, reference: Omit<ReadReference, 'dictionary'>): Iterable<Found>;
};

/** A rule that compares pieces with one another or with the facts of the article. */
export type WholeRule = Named & {
  /** `piece` is where it is; none when it concerns the article. */
  compare(manuscript: ReadManuscript, reference: ReadReference): Iterable<Found & { piece?: ReadPiece }>;
};

/** Texts that people read as prose. */
export const proseRoles: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'quote', 'note'];

/** Everything a reader sees as words of the newsroom. */
export const writtenRoles: readonly PieceRole[] = [
  'title',
  ...proseRoles,
  'subhead',
  'pull_quote',
  'table_caption',
  'table_cell',
  'box_title',
  'caption',
  'alt',
  'detail',
];
