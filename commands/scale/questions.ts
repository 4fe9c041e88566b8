import { searchPath } from '#lib/urls.ts';
import type { ScaleFact } from './fill.ts';
import type { ScalePlaces } from './places.ts';

/** A search that is measured; `kind` as the table names it. */
export type Question = { kind: string; address: string };

const measuredPhrases = 10;

/** Letters that no text has in this order. */
const absent = ['zzqxwv', 'qwqxzy', 'xxvvqqz', 'wqzjxk', 'vxzzqw', 'qzzxjw', 'zxqvwq', 'jjqxzv'];

/** More than sixty different searches: words from everywhere to nowhere, several, phrases, narrowed and by date. */
export function questions({ words }: ScaleFact, places: ScalePlaces): Question[] {
  const { everywhere, common, medium, rare } = words;
  const pairs = (one: readonly string[], other: readonly string[], count: number) =>
    one.slice(0, count).map((word, index) => `${word} ${other[other.length - 1 - index] ?? ''}`);
  const narrowed = [
    ...places.agencies.slice(0, 3).map(({ slug }) => ({ opd: slug })),
    ...places.sections.slice(0, 3).map(({ slug }) => ({ kanal: slug })),
    { jenis: 'siaran-pers' },
    { jenis: 'berita' },
    { dari: '2019-01-01', sampai: '2019-12-31' },
    { dari: '2016-05-01', sampai: '2016-05-31' },
  ];
  return [
    ...asked('kata di hampir semua artikel', everywhere.slice(0, 6)),
    ...asked('kata di 20 % artikel', common.slice(0, 12)),
    ...asked('kata di 2 % artikel', medium.slice(0, 10)),
    ...asked('kata di 0,1 % artikel', rare.slice(0, 8)),
    ...asked('kata yang tidak ada', absent),
    ...asked('dua kata', [...pairs(common, medium, 6), ...pairs(common, common, 4), ...pairs(everywhere, rare, 4)]),
    ...asked('frasa', phrases(places.articles)),
    ...asked(
      'tanpa kata tertentu',
      pairs(common, medium, 4).map((pair) => pair.replace(' ', ' -')),
    ),
    ...narrowed.map((filter, index) => question('disaring', { q: common[19 - index] ?? '', ...filter })),
    ...[...everywhere.slice(10, 14), ...common.slice(6, 10)].map((q) =>
      question('urut tanggal', { q, urut: 'terbaru' }),
    ),
  ];
}

/** Searches of the same kinds with other words, after which the index has been used. */
export function otherQuestions({ words }: ScaleFact, places: ScalePlaces): Question[] {
  const { everywhere, medium, rare } = words;
  return [
    ...asked('kata', [...everywhere.slice(6, 9), ...medium.slice(10, 14), ...rare.slice(8, 14)]),
    ...asked('frasa', phrases(places.articles.slice(measuredPhrases))),
    question('urut tanggal', { q: everywhere[9] ?? '', urut: 'terbaru' }),
  ];
}

const asked = (kind: string, texts: readonly string[]) => texts.map((q) => question(kind, { q }));

function question(kind: string, parameters: Record<string, string>): Question {
  return { kind, address: `${searchPath}?${new URLSearchParams(parameters)}` };
}

/** Two words that stand beside one another in an article. */
function phrases(articles: ScalePlaces['articles']): string[] {
  return articles.slice(0, measuredPhrases).map(({ text }, index) => {
    const [sentence = ''] = text.split('.');
    return `"${sentence
      .toLowerCase()
      .split(' ')
      .slice(index % 4, (index % 4) + 2)
      .join(' ')}"`;
  });
}
