const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Words that begin with a capital only because a sentence does, before a name or instead of one. */
export const smallWords: ReadonlySet<string> = setOf(`
  ada adapun agar ajak akan akhirnya anak apabila atas atau bagi bahkan bahwa baik banyak beberapa begitu bersama
  berdasarkan bila bukan dalam dan dari demikian dengan di dia hadir hal hanya hari harga hasil hingga ia ini itu
  jika jumlah juga kami kata karena ke kegiatan kemudian kepada ketika kini kita lalu lebih maka masih melalui
  memang mengapa menurut mereka namun oleh pada para pasalnya per pihak pun rapat saat saja salah sang sambil
  sampai satu saya sebagai sebanyak sebelum sebelumnya sehingga sejak sejumlah sekitar selain selama seluruh semua
  sementara seorang sesuai setelah setiap sudah supaya tapi telah tentang terkait tersebut tetapi tidak tim total
  turut ujar untuk usai warga yaitu yakni yang`);

/** Words of posts, institutions, places and events: a run with one of them is no person. */
export const institutionWords: ReadonlySet<string> = setOf(`
  dinas badan biro bidang bagian seksi subbagian sekretariat inspektorat kementerian lembaga komisi dewan majelis
  kantor balai unit satuan tim panitia pemerintah pemerintahan pemprov pemkab pemkot provinsi kabupaten kota
  kecamatan kelurahan desa kampung dusun kawasan wilayah daerah pusat negara republik indonesia nusantara nasional
  kalimantan timur barat selatan utara tengah tenggara kaltim kaltara kalsel kalteng kalbar samarinda balikpapan
  bontang kutai kartanegara berau paser penajam mahakam sangatta tenggarong melak jakarta borneo etam
  kepala sekretaris direktur gubernur wakil bupati wali camat lurah ketua anggota asisten staf ahli menteri presiden
  penjabat pelaksana tugas kabid kadis sekda wagub rektor dekan dokter profesor kolonel komandan kapolda kapolres
  universitas institut politeknik sekolah madrasah pesantren rumah sakit puskesmas posyandu rsud pasar jalan jembatan
  pelabuhan bandara terminal stasiun gedung aula hotel masjid gereja pura vihara museum taman stadion lapangan
  sungai gunung danau pulau pantai teluk laut hutan bukit muara tanjung long loa
  undang-undang peraturan keputusan instruksi pasal nomor tahun bab ayat perda pergub perpres permen
  rapat kerja koordinasi forum seminar lokakarya pelatihan bimbingan teknis sosialisasi festival lomba pekan pameran
  musyawarah kongres konferensi upacara peringatan hari rencana program kegiatan gerakan sistem aplikasi layanan
  kelompok tani yayasan koperasi partai organisasi ikatan persatuan perusahaan bank
  senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli agustus september
  oktober november desember ramadan idul fitri adha natal nyepi waisak
  komunikasi informatika kesehatan pendidikan kebudayaan pertanian perkebunan kehutanan perikanan kelautan sosial
  perhubungan lingkungan hidup umum keuangan aset pendapatan perencanaan pembangunan penelitian pengembangan
  masyarakat warga umat anak perempuan pemuda olahraga pariwisata ekonomi kreatif energi mineral tenaga
  transmigrasi perdagangan perindustrian statistik persandian perpustakaan kearsipan arsip bencana penanggulangan
  administrasi pimpinan pengadaan barang jasa hukum kesejahteraan rakyat humas pranata hubungan putra putri`);

/** With these a place is named: they stay with its name. */
export const placeBeginnings: ReadonlySet<string> = setOf('etam borneo tanjung long loa muara bukit teluk pulau');
