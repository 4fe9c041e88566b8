/** Words that are names wherever they stand, in small letters here and as they are to be written. */
export const properWords: ReadonlyMap<string, string> = new Map([
  ...capitalised('anda senin selasa rabu kamis jumat sabtu'),
  ...capitalised('januari februari maret april mei juni juli agustus september oktober november desember'),
  ...capitalised(
    'islam kristen katolik hindu buddha konghucu idulfitri iduladha ramadan syawal zulhijah muharam rajab nyepi waisak galungan natal pancasila alkitab',
  ),
  ...capitalised(
    'indonesia kalimantan samarinda balikpapan bontang tenggarong sangatta sendawar jakarta surabaya makassar banjarmasin pontianak palangkaraya sulawesi sumatera bandung semarang yogyakarta denpasar medan palembang manado mataram kupang jayapura pekanbaru batam lampung depok bekasi tangerang aceh banten tarakan nunukan malinau sepaku talisayan derawan maratua erau',
  ),
  ...capitalised('jepang malaysia singapura belanda australia jerman prancis tiongkok eropa asia tionghoa'),
  ...([
    ['kaltim', 'Kaltim'],
    ['kalteng', 'Kalteng'],
    ['kalsel', 'Kalsel'],
    ['kaltara', 'Kaltara'],
    ['kukar', 'Kukar'],
    ['kutim', 'Kutim'],
    ['kubar', 'Kubar'],
    ['mahulu', 'Mahulu'],
  ] as const),
  ...["al-qur'an", 'al-qur’an'].map((word) => [word, word.replace('al-q', 'Al-Q')] as const),
  ['alquran', 'Al-Qur’an'],
  ...acronyms(
    'asn opd dprd dpr apbd apbn umkm bumn bumd pns pppk tni polri ktp bpbd bpjs bmkg bps kpu bawaslu ikn pupr hiv sdm kpk',
  ),
]);

/** After these words the next is a name: “bahasa Kutai”, “suku Dayak”. */
export const peoples: ReadonlySet<string> = new Set(
  `dayak kutai banjar jawa bugis paser kenyah bahau tunjung benuaq aoheng punan melayu madura sunda bali batak minang toraja makassar mandar berau tidung bulungan
   inggris indonesia arab mandarin jepang belanda spanyol korea`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Fixed phrases and their capitals. */
export const properPhrases: readonly (readonly [wrong: string, right: string])[] = [
  ['tuhan yang maha esa', 'Tuhan Yang Maha Esa'],
  ['tuhan yang maha kuasa', 'Tuhan Yang Maha Kuasa'],
  ['sumpah pemuda', 'Sumpah Pemuda'],
  ['arab saudi', 'Arab Saudi'],
  ['amerika serikat', 'Amerika Serikat'],
  ['allah swt', 'Allah Swt.'],
  ['undang-undang dasar 1945', 'Undang-Undang Dasar 1945'],
  ['bhinneka tunggal ika', 'Bhinneka Tunggal Ika'],
  ['ibu kota nusantara', 'Ibu Kota Nusantara'],
  ['hari raya nyepi', 'Hari Raya Nyepi'],
  ['tahun baru imlek', 'Tahun Baru Imlek'],
];

/** Words that keep their small letter in a title with capitals, unless they begin it. */
export const smallInTitles: ReadonlySet<string> = new Set(
  'di ke dari dan yang untuk pada dengan dalam atau oleh serta bagi hingga sampai terhadap tentang agar guna demi karena'.split(
    ' ',
  ),
);

function capitalised(list: string): [string, string][] {
  return list.split(' ').map((word) => [word, word.slice(0, 1).toUpperCase() + word.slice(1)]);
}

function acronyms(list: string): [string, string][] {
  return list.split(' ').map((word) => [word, word.toUpperCase()]);
}
