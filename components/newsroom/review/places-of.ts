import type { Words } from '#lib/newsroom/article-input.ts';
import { nodeName } from '#lib/richtext/node-names.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import type { Place } from '../verbs/verb-fields.tsx';

/** The places of an article that a note can point to, in reading order, each by its first words. */
export function placesOf(words: Words): Place[] {
  return [
    { value: 'title', label: 'Judul' },
    { value: 'lead', label: 'Teras' },
    ...(words.cover === null ? [] : [{ value: 'cover', label: 'Foto utama' }]),
    ...words.body.content.map((block, at) => ({
      value: `body.${at}`,
      label: `Isi, bagian ${at + 1}: ${opening(block)}`,
    })),
    { value: 'sources', label: 'Sumber' },
    { value: 'infoClass', label: 'Kelas informasi' },
  ];
}

const longestOpening = 48;

function opening(block: RichBlock): string {
  if (block.type === 'figure') return 'foto';
  const text = plainText({ type: 'doc', content: [block] }).replace(/\s+/g, ' ') || nodeName(block.type);
  return text.length > longestOpening ? `${text.slice(0, longestOpening).trimEnd()}…` : text;
}
