/** Names that stand in datelines of the region and of the news it takes over, in small letters. Not a register. */
export const datelinePlaces: ReadonlySet<string> = new Set(
  `samarinda|balikpapan|bontang|tenggarong|sangatta|tanjung redeb|sendawar|tana paser|tanah grogot|penajam|ujoh bilang
  kutai kartanegara|kutai timur|kutai barat|berau|paser|penajam paser utara|mahakam ulu|kukar|kutim|kubar|ppu|mahulu
  nusantara|ikn|sepaku|muara badak|loa janan|loa kulu|tenggarong seberang|anggana|sangasanga|muara jawa|samboja
  melak|long bagun|long apari|muara kaman|kota bangun|kembang janggut|muara wahau|bengalon|sangkulirang|kongbeng
  biduk-biduk|talisayan|maratua|derawan|teluk bayur|segah|kelay|batu sopang|long ikis|kuaro|waru|babulu
  buntok|barito selatan|dusun selatan|dusun utara|dusun hilir|jenamas|karau kuala|gunung bintang awai|palangka raya
  palangkaraya|sampit|pangkalan bun|kuala kapuas|pulang pisau|kasongan|kuala kurun|puruk cahu|muara teweh|tamiang layang
  sukamara|nanga bulik|kuala pembuang|kalimantan timur|kaltim|kalimantan tengah|kalteng|kalimantan selatan|kalsel
  kalimantan utara|kaltara|kalimantan barat|kalbar|banjarmasin|banjarbaru|martapura|pelaihari|kotabaru|amuntai|barabai
  kandangan|rantau|marabahan|tanjung|paringin|batulicin|tarakan|tanjung selor|malinau|nunukan|tana tidung|pontianak
  singkawang|ketapang|sintang|sanggau|jakarta|bogor|depok|tangerang|bekasi|bandung|semarang|yogyakarta|surabaya|malang
  solo|surakarta|denpasar|makassar|manado|palu|kendari|gorontalo|mamuju|medan|palembang|padang|pekanbaru|batam|lampung
  bandar lampung|jambi|bengkulu|serang|mataram|kupang|ambon|ternate|jayapura|sorong|manokwari|tahuna|sangihe|siau|talaud`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);
