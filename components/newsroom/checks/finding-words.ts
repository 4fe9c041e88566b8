import type { Family } from '#lib/language/finding.ts';

/** How the panel groups what was found: what is wrong, what is hard to read, how it is spelled, what is owed. */
export const findingGroups = ['judgement', 'correctness', 'plain', 'spelling', 'duty'] as const;
export type FindingGroup = (typeof findingGroups)[number];

export const groupTitles: Readonly<Record<FindingGroup, string>> = {
  judgement: 'Perlu dinilai redaktur',
  correctness: 'Ketepatan',
  plain: 'Bahasa sederhana',
  spelling: 'Ejaan',
  duty: 'Kepatutan',
};

export const groupOfFamily: Readonly<Record<Family, Exclude<FindingGroup, 'judgement'>>> = {
  dates: 'correctness',
  numbers: 'correctness',
  names: 'correctness',
  acronyms: 'correctness',
  posts: 'correctness',
  places: 'correctness',
  quotes: 'correctness',
  leftovers: 'correctness',
  sentences: 'plain',
  plain_words: 'plain',
  substance: 'plain',
  typography: 'spelling',
  spelling: 'spelling',
  word_forms: 'spelling',
  word_division: 'spelling',
  capitals: 'spelling',
  notation: 'spelling',
  photos: 'duty',
  children: 'duty',
  personal_data: 'duty',
  sponsorship: 'duty',
  gambling: 'duty',
};
