/**
 * Forms that never stand alone: written as one with what follows (“nonformal”), with a hyphen before a capital (“non-ASN”).
 * Those that also are words are left out: “ikan tuna segar”, “usaha mikro kecil”, “poli mata”, “kerja ekstra keras”.
 */
export const boundForms: ReadonlySet<string> = new Set(
  'pasca non pra sub multi semi anti infra proto supra ultra swa nir hiper hidro agro pramu dwi purna'.split(' '),
);

/** Before these words such a form does stand apart, or is part of a foreign expression or a brand. */
export const apartAfterBound: ReadonlySet<string> = new Set(
  `grata yang dan atau ini itu di ke dari untuk adalah rally power market bank cup league darma dharma satya tunggal hita sakti karya bakti brata mukti prasetya
   mulya putra putri sila air saja lagi tidak sangat dengan pada juga sudah akan bagi oleh`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Bound forms that also stand alone as words, so only what follows decides; these nouns are certain. */
export const nounsAfterAntar: ReadonlySet<string> = new Set(
  `instansi lembaga daerah umat agama suku etnis kota kabupaten provinsi negara desa kampung kelurahan kecamatan wilayah kawasan pulau generasi kelompok warga sektor pihak perangkat organisasi bidang bagian unit
   sekolah kampus pelajar mahasiswa siswa guru pegawai tim klub peserta anggota pemangku petugas pemerintah pemerintahan kementerian dinas badan bangsa budaya ras golongan individu pribadi manusia masyarakat komunitas partai fraksi
   jenjang tingkat kelas jenis moda program kegiatan data sistem aplikasi kata kalimat paragraf variabel waktu tahun bulan muka ruang rumah tetangga keluarga teman sesama penduduk petani nelayan pelaku pengusaha perusahaan bank pasar terminal bandara
   pelabuhan dermaga stasiun titik lokasi batas benua galaksi planet cabang ranting puskesmas posyandu fasilitas tenaga profesi pemuda penyandang relawan wartawan media humas jabatan eselon fungsi kepentingan pengguna`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Units before which `per` stands apart. */
export const wordsAfterPer: ReadonlySet<string> = new Set(
  `hari bulan tahun jam menit detik minggu pekan triwulan semester orang kepala keluarga rumah kapita jiwa siswa peserta kelompok desa kecamatan kabupaten kota provinsi liter kilogram gram ton kilo kilometer meter hektare hektar bungkus butir kotak paket
   karung ekor batang lembar halaman unit buah tanggal pcs porsi malam kamar kunjungan pasien kasus kelas wilayah`
    .split(/\s+/u)
    .filter(Boolean),
);
