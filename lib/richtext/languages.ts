/**
 * Languages a writer may give to words in italics, so that screen readers and search
 * pronounce and stem them rightly. Codes are BCP 47 (ISO 639-1 where there is one,
 * else 639-3); names are what the writer reads. Closed on purpose: the code becomes
 * a `lang` attribute on a reader's page.
 */
export const foreignLanguages = [
  { code: 'en', name: 'Inggris' },
  { code: 'ar', name: 'Arab' },
  { code: 'nl', name: 'Belanda' },
  { code: 'la', name: 'Latin' },
  { code: 'ja', name: 'Jepang' },
  { code: 'zh', name: 'Tionghoa' },
  { code: 'bjn', name: 'Banjar' },
  { code: 'vkt', name: 'Kutai' },
  { code: 'bhv', name: 'Dayak Bahau' },
  { code: 'nij', name: 'Dayak Ngaju' },
  { code: 'mhy', name: 'Dayak Ma’anyan' },
  { code: 'bkr', name: 'Bakumpai' },
  { code: 'bug', name: 'Bugis' },
  { code: 'jv', name: 'Jawa' },
  { code: 'mad', name: 'Madura' },
  { code: 'su', name: 'Sunda' },
] as const;

export type ForeignLanguage = (typeof foreignLanguages)[number]['code'];

/** The language as one of ours, or undefined when it is not in the list. */
export function foreignLanguage(code: unknown): ForeignLanguage | undefined {
  return foreignLanguages.find((language) => language.code === code)?.code;
}
