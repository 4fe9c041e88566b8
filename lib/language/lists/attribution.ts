/** Roots of the verbs that say who said something: ujar, ujarnya. */
export const attributionRoots: readonly string[] = [
  'ujar',
  'kata',
  'tutur',
  'tegas',
  'jelas',
  'ungkap',
  'papar',
  'terang',
  'imbuh',
  'tambah',
  'pungkas',
  'sambung',
  'lanjut',
  'ucap',
  'sebut',
  'tandas',
  'beber',
  'tukas',
  'cetus',
  'harap',
];

/** Other words by which a paragraph says whose voice is heard. */
export const voiceWords: ReadonlySet<string> = new Set([
  ...attributionRoots,
  ...attributionRoots.map((root) => `${root}nya`),
  ...['ia', 'dia', 'beliau', 'mereka', 'menurut', 'menurutnya', 'katanya', 'berkata', 'berpesan', 'berharap'],
  ...[
    'mengatakan',
    'menyatakan',
    'menjelaskan',
    'menegaskan',
    'menyebut',
    'menyebutkan',
    'menambahkan',
    'mengungkapkan',
  ],
  ...['menuturkan', 'memaparkan', 'menerangkan', 'menyampaikan', 'mengingatkan', 'mengaku', 'bercerita', 'bertanya'],
  ...['berujar', 'bertutur', 'menekankan', 'menilai', 'mengimbau', 'mengajak', 'menceritakan', 'demikian'],
]);
