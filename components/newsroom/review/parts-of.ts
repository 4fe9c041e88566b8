import type { Words } from '#lib/newsroom/article-input.ts';
import { blockTexts } from '#lib/newsroom/compare.ts';

/** The words part by part as they are read, each by the place a note points to. Empty parts are left out. */
export function partsOf(words: Words): { place: string; name: string; text: string }[] {
  const { title, lead, cover, body } = words;
  const photo = cover === null ? '' : [cover.caption, cover.credit].filter((part) => part !== '').join(' · ');
  return [
    { place: 'title', name: 'Judul', text: title },
    { place: 'lead', name: 'Teras', text: lead },
    { place: 'cover', name: 'Foto utama', text: photo },
    ...body.content.map((block, at) => ({
      place: `body.${at}`,
      name: `Bagian ${at + 1}`,
      text: blockTexts(block).join(' '),
    })),
  ].filter(({ text }) => text.trim() !== '');
}

/** Where a return most likely points: to what blocks, else to what changed; empty for the article as a whole. */
export function likelyPlace(
  issues: readonly { field: string }[],
  changes: readonly { field: string }[],
  places: readonly { value: string }[],
): string {
  const known = (field: string) => places.some(({ value }) => value === field);
  return [...issues, ...changes].map(({ field }) => field).find(known) ?? '';
}
