import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import type { Chance } from './chance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of an article, and the same as ranks in the vocabulary, in their order. */
export type WrittenTexts = {
  title: string;
  lead: string;
  body: RichDocument;
  ranks: { title: number[]; lead: number[]; body: number[] };
};

const lengths = { title: 8, lead: 25, paragraph: 50, sentence: 12 } as const;
const paragraphs = 12;
/** Words of one article. */
export const wordsEach = lengths.title + lengths.lead + paragraphs * lengths.paragraph;

/** Words that say nothing: a title is made of others. */
const mostCommon = 60;

/** About 600 words in twelve paragraphs, under a title and a lead; no sense, but the frequencies of real texts. */
export function writeTexts(vocabulary: Vocabulary, chance: Chance): WrittenTexts {
  const draw = () => vocabulary.draw(chance);
  const drawSaying = () => {
    for (;;) {
      const rank = draw();
      if (rank >= mostCommon) return rank;
    }
  };
  const title = Array.from({ length: lengths.title }, drawSaying);
  const lead = Array.from({ length: lengths.lead }, draw);
  const bodies = Array.from({ length: paragraphs }, () => Array.from({ length: lengths.paragraph }, draw));
  return {
    title: title.map((rank) => capitalised(vocabulary.words[rank] ?? '')).join(' '),
    lead: sentences(lead, vocabulary),
    body: {
      type: 'doc',
      content: bodies.map((ranks) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: sentences(ranks, vocabulary) }],
      })),
    },
    ranks: { title, lead, body: bodies.flat() },
  };
}

function sentences(ranks: readonly number[], { words }: Vocabulary): string {
  let text = '';
  for (const [index, rank] of ranks.entries()) {
    const word = words[rank] ?? '';
    const isFirst = index % lengths.sentence === 0;
    if (isFirst) text += index === 0 ? capitalised(word) : `. ${capitalised(word)}`;
    else text += ` ${word}`;
  }
  return `${text}.`;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
