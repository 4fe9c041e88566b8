/**
 * Words our own template puts among those of authors. The check of the site from outside takes every other word of
 * an article's body that was not signed for somebody else's, so all of them stand here.
 */
export const blockWords = {
  readAlso: 'Baca juga',
  event: 'Agenda',
  document: 'Dokumen',
  source: 'Sumber',
  /** After how many a gallery has. */
  photos: 'foto',
  photoGone: 'Foto ini tidak lagi ditampilkan.',
  documentGone: 'Dokumen ini tidak lagi ditampilkan.',
} as const;

/** What a document is and how large, after its title. */
export const fileNote = (size: string) => `(PDF, ${size})`;
