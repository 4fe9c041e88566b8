/** A regency or city of Kalimantan, the places in it that datelines name, and its province. */
export type Regency = { name: string; isCity: boolean; province: string; places: readonly string[] };

const regency = (province: string, name: string, ...places: string[]): Regency => ({
  name,
  isCity: false,
  province,
  places,
});
const city = (province: string, name: string, ...places: string[]): Regency => ({
  name,
  isCity: true,
  province,
  places,
});

const east = 'Kalimantan Timur';
const north = 'Kalimantan Utara';
const south = 'Kalimantan Selatan';
const middle = 'Kalimantan Tengah';
const west = 'Kalimantan Barat';

export const provinces: readonly string[] = [east, north, south, middle, west];

/** How provinces are called for short. */
export const shortProvinces: ReadonlyMap<string, string> = new Map([
  ['Kaltim', east],
  ['Kaltara', north],
  ['Kalsel', south],
  ['Kalteng', middle],
  ['Kalbar', west],
]);

/** The 56 regencies and cities of Kalimantan; `places` are their capitals and places often named. */
export const regencies: readonly Regency[] = [
  regency(east, 'Paser', 'Tanah Grogot', 'Tana Paser', 'Batu Sopang', 'Long Ikis', 'Kuaro', 'Batu Engau'),
  regency(
    east,
    'Kutai Kartanegara',
    'Tenggarong',
    'Loa Janan',
    'Loa Kulu',
    'Muara Badak',
    'Anggana',
    'Sanga-Sanga',
    'Samboja',
    'Kota Bangun',
    'Marangkayu',
    'Tabang',
  ),
  regency(east, 'Berau', 'Tanjung Redeb', 'Derawan', 'Maratua', 'Talisayan'),
  regency(east, 'Kutai Barat', 'Sendawar', 'Melak', 'Barong Tongkok', 'Long Iram', 'Linggang Bigung'),
  regency(east, 'Kutai Timur', 'Sangatta', 'Bengalon', 'Muara Wahau', 'Sangkulirang', 'Kongbeng'),
  regency(east, 'Penajam Paser Utara', 'Penajam', 'Sepaku', 'Waru', 'Babulu'),
  regency(east, 'Mahakam Ulu', 'Ujoh Bilang', 'Long Apari', 'Long Bagun', 'Long Pahangai'),
  city(east, 'Balikpapan'),
  city(
    east,
    'Samarinda',
    'Samarinda Seberang',
    'Samarinda Ulu',
    'Samarinda Ilir',
    'Samarinda Utara',
    'Samarinda Kota',
    'Palaran',
    'Sungai Kunjang',
    'Sungai Pinang',
    'Sambutan',
    'Loa Janan Ilir',
  ),
  city(east, 'Bontang'),
  regency(north, 'Bulungan', 'Tanjung Selor'),
  regency(north, 'Malinau'),
  regency(north, 'Nunukan', 'Sebatik'),
  regency(north, 'Tana Tidung', 'Tideng Pale'),
  city(north, 'Tarakan'),
  regency(south, 'Tanah Laut', 'Pelaihari'),
  regency(south, 'Kotabaru'),
  regency(south, 'Banjar', 'Martapura'),
  regency(south, 'Barito Kuala', 'Marabahan'),
  regency(south, 'Tapin'),
  regency(south, 'Hulu Sungai Selatan', 'Kandangan'),
  regency(south, 'Hulu Sungai Tengah', 'Barabai'),
  regency(south, 'Hulu Sungai Utara', 'Amuntai'),
  regency(south, 'Tabalong'),
  regency(south, 'Tanah Bumbu', 'Batulicin'),
  regency(south, 'Balangan', 'Paringin'),
  city(south, 'Banjarmasin'),
  city(south, 'Banjarbaru'),
  regency(middle, 'Kotawaringin Barat', 'Pangkalan Bun'),
  regency(middle, 'Kotawaringin Timur', 'Sampit'),
  regency(middle, 'Kapuas', 'Kuala Kapuas'),
  regency(middle, 'Barito Selatan', 'Buntok'),
  regency(middle, 'Barito Utara', 'Muara Teweh'),
  regency(middle, 'Sukamara'),
  regency(middle, 'Lamandau', 'Nanga Bulik'),
  regency(middle, 'Seruyan', 'Kuala Pembuang'),
  regency(middle, 'Katingan', 'Kasongan'),
  regency(middle, 'Pulang Pisau'),
  regency(middle, 'Gunung Mas', 'Kuala Kurun'),
  regency(middle, 'Barito Timur', 'Tamiang Layang'),
  regency(middle, 'Murung Raya', 'Puruk Cahu'),
  city(middle, 'Palangka Raya'),
  regency(west, 'Sambas'),
  regency(west, 'Bengkayang'),
  regency(west, 'Landak', 'Ngabang'),
  regency(west, 'Mempawah'),
  regency(west, 'Sanggau'),
  regency(west, 'Ketapang'),
  regency(west, 'Sintang'),
  regency(west, 'Kapuas Hulu', 'Putussibau'),
  regency(west, 'Sekadau'),
  regency(west, 'Melawi', 'Nanga Pinoh'),
  regency(west, 'Kayong Utara', 'Sukadana'),
  regency(west, 'Kubu Raya', 'Sungai Raya'),
  city(west, 'Pontianak'),
  city(west, 'Singkawang'),
];

/** What people write instead, in lower case, where no slip of a letter explains it. */
export const misnamedRegencies: ReadonlyMap<string, string> = new Map([
  ['kutai kertanegara', 'Kutai Kartanegara'],
  ['kabupaten pasir', 'Kabupaten Paser'],
  ['penajam pasir utara', 'Penajam Paser Utara'],
  ['mahakam hulu', 'Mahakam Ulu'],
  ['balik papan', 'Balikpapan'],
  ['palangkaraya', 'Palangka Raya'],
  ['palangka raja', 'Palangka Raya'],
  ['banjar baru', 'Banjarbaru'],
  ['kota baru kalimantan', 'Kotabaru Kalimantan'],
  ['kota waringin', 'Kotawaringin'],
  ['tanjung redep', 'Tanjung Redeb'],
  ['sanggata', 'Sangatta'],
  ['sangata', 'Sangatta'],
  ['pulangpisau', 'Pulang Pisau'],
  ['gunungmas', 'Gunung Mas'],
  ['pangkalanbun', 'Pangkalan Bun'],
]);
