/** Words of today's newsrooms that the dictionary of 2014 does not know. Own work; with affixes they are known as well. */
export const knownWords: ReadonlySet<string> = new Set(
  `hoaks medsos daring luring surel tautan taut warganet swafoto siniar pranala unggah unduh gawai peladen peramban tagar siber nirkabel internet laman unggahan ponsel server kuki video audio infografis infografik
   digital digitalisasi aplikasi akun situs portal robotik navigasi algoritma literasi fasilitasi asistensi advokasi mitigasi revitalisasi optimalisasi integrasi integratif terintegrasi holistik inklusif inklusi diseminasi asesmen asesor agregat
   stunting tengkes posbindu posyandu puskesmas pustu poskesdes balita disabilitas difabel lansia imunisasi vaksinasi diversi perundungan perkosaan hepatitis dehidrasi bilas
   humas bimtek diklat rakor raker musrenbang pilkada pemilu pileg pilpres kades sekda sekkab wabup wagub posko samsat perda pergub perbup perwali perkada perpres permen inpres satgas sembako rusunawa tausiah paskibraka
   pemprov pemkab pemkot pemdes kemendagri bumdes satpol damkar polsek polres polda kodim koramil basarnas tagana karhutla poktan gapoktan kapolri kapolres kapolda kapolsek korpri bulog bapenda bappeda diskominfo disdukcapil dispar
   kuliner mangrove polibag liberika amplang hudoq relawan narahubung arsiparis verifikator kontributor pemateri moderator fasilitator narasumber pranata olimpiade inflasi deflasi herbal promo
   kaltim kalteng kalsel kaltara kukar kutim kubar mahulu samarinda balikpapan bontang tenggarong sangatta sendawar mahakam barito kutai paser berau dayak banjar bugis
   dulu dampak penduduk paham komitmen lokakarya kompak hubung dukung gabung tinjau gelar tempel proses lepas cetak laminasi waspada pekan sepekan serentak kunjung imbau imbauan apresiasi mengapresiasi sosialisasi realisasi koordinasi evaluasi verifikasi validasi akreditasi
   tamah royong utan binaan plat pilah himpun mutakhir plt plh pj tersangka
   kesiapan memutakhirkan pemutakhiran melambat tampilan komposisi serviks pemda persero token ritsleting kepakan
   dinkes kadinkes dinsos disdik disdikbud disnaker disnakertrans dishub dispora disbun distan diskan dishut disperindag disperindagkop dpupr pupr
   kependudukan pengingat perpanjangan pemilahan pemblokiran dulunya terdampak pekanan bedengan kekompakan tadi esok lusa begasing ketinting ulin rotan meranti gaharu pesut bekantan enggang lamin mandau sape odah etam`
    .split(/\s+/u)
    .filter(Boolean),
);
