import { helpPath } from '#lib/urls.ts';
import type { HelpEntry } from './find-in-guides.ts';
import { type Guide, wordsOf } from './guide-shapes.ts';

/** What a search in these guides can lead to: each part under its heading. */
export function helpEntries(guides: readonly Guide[]): HelpEntry[] {
  return guides.flatMap(({ slug, title: guide, sections }) =>
    sections.map(({ id, title, blocks }) => ({ href: helpPath(slug, id), guide, title, words: wordsOf(blocks) })),
  );
}
