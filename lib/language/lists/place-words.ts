/**
 * Words of place and time before which `di`, `ke` and `dari` stand apart: “di atas”, “ke depan”. Those whose joined form
 * is another right word are left out: “keluar”, “kelapangan”, “dibalik”, “disela”.
 */
export const wordsAfterDi: ReadonlySet<string> = words(`
  mana sini sana situ atas bawah dalam luar depan belakang samping sebelah antara antaranya tengah seberang sekitar sekitarnya seluruh setiap hadapan pinggir tepi
  ujung pojok sudut sisi muka hulu hilir pusat puncak pelosok pedalaman perbatasan kota desa kampung dusun rumah sekolah kantor jalan kecamatan kabupaten
  provinsi kelurahan wilayah daerah kawasan lokasi lapangan gedung ruang ruangan aula pasar balai hotel masjid gereja pura taman terminal bandara pelabuhan dermaga jembatan
  sungai laut pantai pulau hutan kebun sawah ladang halaman lingkungan tingkat sektor bidang lantai meja kelas kampus universitas puskesmas posyandu klinik posko
  stadion pendopo hari bulan tahun tanggal pagi siang sore malam saat masa awal akhir tempat kalangan hati mata dunia negara negeri media internet laman pihak era
  sela-sela tengah-tengah sana-sini mana-mana kiri-kanan kanan-kiri beberapa berbagai sejumlah sepanjang semua kediaman markas acara kegiatan bumi tanah
`);

export const wordsAfterKe: ReadonlySet<string> = words(`
  mana sini sana situ atas bawah dalam tengah mana-mana depan belakang samping seberang seluruh setiap hadapan pinggir tepi ujung pojok sudut hulu hilir pusat puncak pelosok pedalaman perbatasan
  kota desa kampung dusun rumah sekolah kantor jalan kecamatan kabupaten provinsi kelurahan wilayah daerah kawasan lokasi gedung ruangan aula pasar balai hotel masjid taman
  terminal bandara pelabuhan dermaga jembatan sungai laut pantai pulau hutan kebun sawah ladang halaman kampus puskesmas posyandu klinik posko stadion pendopo
  berbagai beberapa sejumlah
`);

export const wordsAfterDari: ReadonlySet<string> = words(
  'mana sini sana situ atas bawah dalam luar depan belakang samping',
);

/** Words that may carry `nya` after such a word: `didalamnya`, `kedepannya`. */
export const takesNya: ReadonlySet<string> = words(
  'atas bawah dalam luar depan belakang samping sebelah antara tengah hadapan sekitar seluruh tepi ujung pinggir sisi',
);

/** Names of places that officers join to `di`, `ke` and `se`; places of the register are read besides. */
export const wellKnownPlaces: ReadonlySet<string> = words(`
  indonesia kalimantan kaltim kalteng kalsel kalbar kaltara samarinda balikpapan bontang berau paser kutim kukar kubar mahulu tenggarong sangatta
  sendawar tarakan nunukan malinau bulungan banjarmasin banjarbaru palangkaraya pontianak buntok sampit jakarta surabaya bandung yogyakarta semarang makassar
  medan denpasar sepaku nusantara jawa sumatera sulawesi papua bali
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean));
}
