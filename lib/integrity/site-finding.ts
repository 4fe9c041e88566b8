/** What a look from outside can find wrong with a page. */
export type SiteFault =
  | 'unreachable'
  | 'status'
  | 'words'
  | 'script'
  | 'refresh'
  | 'hidden'
  | 'foreign_link'
  | 'gambling'
  | 'cloaked'
  | 'sitemap'
  | 'unknown_address'
  | 'file';

/** One thing that is wrong, at which address, and a few words that show it. */
export type SiteFinding = { address: string; fault: SiteFault; shows: string };

/** What is wrong, in words for whoever runs the site. */
export const faultWords: Readonly<Record<SiteFault, string>> = {
  unreachable: 'tidak menjawab',
  status: 'menjawab dengan status yang salah',
  words: 'isinya tidak sama dengan yang ditandatangani',
  script: 'memuat skrip',
  refresh: 'berpindah sendiri ke alamat lain',
  hidden: 'memuat bagian tersembunyi',
  foreign_link: 'menautkan alamat yang tidak terdaftar',
  gambling: 'memuat kata iklan judi',
  cloaked: 'tampil berbeda bagi mesin pencari',
  sitemap: 'peta situsnya tidak sama dengan basis data',
  unknown_address: 'menjawab pada alamat yang tidak kita miliki',
  file: 'berkasnya tidak sama dengan susunan',
};
