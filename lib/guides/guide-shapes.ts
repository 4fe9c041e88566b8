/** A guide as its page draws it: words, lists and pictures, nothing that could carry markup of its own. */

export type Inline =
  | { kind: 'text'; text: string }
  /** A word of the screen: the name of a button, a page, a field. */
  | { kind: 'label'; text: string }
  | { kind: 'emphasis'; text: string }
  /** What is typed, word for word. */
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; text: string; isOutside: boolean };

export type GuideBlock =
  | { kind: 'paragraph'; words: readonly Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: readonly (readonly GuideBlock[])[] }
  | { kind: 'picture'; picture: GuidePicture }
  | { kind: 'table'; head: readonly (readonly Inline[])[]; rows: readonly (readonly (readonly Inline[])[])[] }
  /** What must not be missed. */
  | { kind: 'note'; blocks: readonly GuideBlock[] };

export type GuidePicture = {
  /** Name of the file in `docs/panduan/gambar`. */
  name: string;
  alt: string;
  width: number;
  height: number;
  /** Changes with its bytes. */
  mark: string;
};

export type GuideSection = {
  /** Its anchor, the same as on the repository's host. */
  id: string;
  title: string;
  depth: 2 | 3;
  blocks: readonly GuideBlock[];
};

export type Guide = {
  slug: string;
  title: string;
  /** The first paragraph: what the guide is for. */
  summary: readonly Inline[];
  /** What stands before the first heading, after the summary. */
  opening: readonly GuideBlock[];
  sections: readonly GuideSection[];
};

/** The words of a line without their marks. */
export const plainWords = (words: readonly Inline[]): string => words.map(({ text }) => text).join('');

/** All words of some blocks, the alternatives of pictures too. */
export const wordsOf = (blocks: readonly GuideBlock[]): string => blocks.map(wordsOfBlock).join(' ');

function wordsOfBlock(block: GuideBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return plainWords(block.words);
    case 'list':
      return block.items.map(wordsOf).join(' ');
    case 'picture':
      return block.picture.alt;
    case 'table':
      return [block.head, ...block.rows].flat().map(plainWords).join(' ');
    case 'note':
      return wordsOf(block.blocks);
  }
}

/** The names of all pictures that guides show. */
export function picturesOf(guides: readonly Guide[]): ReadonlySet<string> {
  const all = guides.flatMap(({ opening, sections }) => [...opening, ...sections.flatMap(({ blocks }) => blocks)]);
  return new Set(picturesIn(all));
}

function picturesIn(blocks: readonly GuideBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.picture.name];
    if (block.kind === 'list') return block.items.flatMap(picturesIn);
    return block.kind === 'note' ? picturesIn(block.blocks) : [];
  });
}
