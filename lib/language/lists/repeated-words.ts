/** Words whose doubling is a word: “anak-anak”, “masing-masing”. Said twice without a hyphen they lack one. */
export const doubledWords: ReadonlySet<string> = new Set(
  `alat anak aset atlet awal baik balai bangsa bangun bapak barang baru bayang bencana benar besar bibit bidang buah buku bunga buru cabang camat cara cepat cita cucu daerah dalil dasar data desa diam dinas dokumen dosen foto
   gedung gerak gereja gubernur gunung guru hak hal hari harga hasil hati hewan hotel hutan ibu ide inovasi instansi isu jalan jenis kadang kader kantor kapal kawan kebijakan kegiatan kelompok keluarga kendala kepala kira kisah kota kue lagu lain lama lahan langkah laki lembaga lomba
   lurah mahasiswa makanan masalah masing masjid mata mobil motor mudah murid nama nelayan nilai obat orang organisasi pahlawan panitia pasar pasien pedagang pegawai pejabat pekerja pelajar pelaku pelan pemimpin pemuda pendatang peserta petani petugas pihak pohon potensi pria produk program pulau pura
   rata relawan ruang rumah sahabat saksi sama saran saudara sawah sektor sekolah senang siapa sia siswa sektor sungai sungguh surat syarat taman tamu tanaman tanda tempat teman tiap tiba titik tokoh tugas tujuan undang unit usaha usul wanita warga wilayah wisatawan aturan`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Fixed doublings that are no plain repetition. */
export const fixedDoublings = `
bolak balik > bolak-balik, sayur mayur > sayur-mayur, lauk pauk > lauk-pauk, mondar mandir > mondar-mandir, serba serbi > serba-serbi, carut marut > carut-marut, pernak pernik > pernak-pernik, warna warni > warna-warni, porak poranda > porak-poranda,
gerak gerik > gerak-gerik, kocar kacir > kocar-kacir, lalu lalang > lalu-lalang, turun temurun > turun-temurun, berturut turut > berturut-turut, satu satunya > satu-satunya, sehari hari > sehari-hari, sehari harinya > sehari-harinya, besar besaran > besar-besaran, kecil kecilan > kecil-kecilan, bersama sama > bersama-sama,
berbondong bondong > berbondong-bondong, terus menerus > terus-menerus, tolong menolong > tolong-menolong, bahu membahu > bahu-membahu, tawar menawar > tawar-menawar, surat menyurat > surat-menyurat, sewaktu waktu > sewaktu-waktu, mudah mudahan > mudah-mudahan, hati hatilah > hati-hatilah, berhati hati > berhati-hati, sebaik baiknya > sebaik-baiknya,
seluas luasnya > seluas-luasnya, setinggi tingginya > setinggi-tingginya, sebesar besarnya > sebesar-besarnya, sebanyak banyaknya > sebanyak-banyaknya, secepat cepatnya > secepat-cepatnya, seolah olah > seolah-olah, sungguh sungguhnya > sungguh-sungguhnya, bersungguh sungguh > bersungguh-sungguh, berlarut larut > berlarut-larut, bermacam macam > bermacam-macam,
berbeda beda > berbeda-beda, berlomba lomba > berlomba-lomba, berulang ulang > berulang-ulang, tergesa gesa > tergesa-gesa, obat obatan > obat-obatan, sayur sayuran > sayur-sayuran, buah buahan > buah-buahan, biji bijian > biji-bijian, umbi umbian > umbi-umbian, tumbuh tumbuhan > tumbuh-tumbuhan, rumput rumputan > rumput-rumputan, kue kuean > kue-kuean,
perundang undangan > perundang-undangan, sambung menyambung > sambung-menyambung, tukar menukar > tukar-menukar, maaf memaafkan > maaf-memaafkan, hormat menghormati > hormat-menghormati, bantu membantu > bantu-membantu, kupu kupu > kupu-kupu, kura kura > kura-kura, ubur ubur > ubur-ubur, cumi cumi > cumi-cumi, alun alun > alun-alun, oleh oleh > oleh-oleh,
agar agar > agar-agar, gara gara > gara-gara, pura pura > pura-pura, tiba tiba > tiba-tiba, sama sama > sama-sama, laki laki > laki-laki, rata rata > rata-rata, rata ratanya > rata-ratanya, kira kiranya > kira-kiranya, cita citanya > cita-citanya, anak anaknya > anak-anaknya`;
