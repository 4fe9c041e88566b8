/**
 * Roots whose first sound melts after meN- and peN-, and with which the melting is often forgotten:
 * “mengkoordinasikan” for “mengoordinasikan”. Roots that begin with two consonants never melt and are not in here.
 */
export const assimilatedRoots = {
  k: `kader kaitan kait kalibrasi kalkulasi kalungkan kalung kampanye kandang kantong kapitalisasi karantina kategori katakan kata kebiri kebut kecam kecil
    kedepan keluar keluh kelola kelompok kembang kembali kemas kemuka kenal kenang kendali kepal kepung kerah keras kerja kerucut kesamping ketahui ketat ketik ketuk kikis kilas kirim kisah
    kitar kobar kode kolaborasi koleksi kolektif komando kombinasi komentar komersial komersialisasi kompensasi kompetisi komplain kompilasi komposisi kompos kompromi komunikasi kondisi kondusif koneksi konfirmasi konfigurasi konfrontasi
    konkret konsentrasi konsep konsolidasi konsultasi konsumsi konstruksi kontak kontaminasi konteks kontrak kontrol kontribusi konversi koordinasi koordinir kordinasi kordinir koreksi korupsi kosong kotak kuasa kuat kubur kudeta kukuh kumandang kumpul kunci
    kunjung kurang kurung kutip kuliti kultus kuota`,
  t: `taat tabrak tabung tabur tagih tahan takar takut taklukkan takluk tambah tambal tambang tampilkan tampil tampung tanam tandai tanda tangani tangan tanggap tanggulang tanggung tangkap target tarik tata tatar tawar tayang tebang tegas tegur tekan telaah telantar telepon telusur temani tembus
    tempat tempel tempuh temukan temu tenang tentang tentu tepat tepati terap terang terbit teratur terima terjemah tertib tetap tikam timbang timbul tindak tindaklanjut tingkat tinjau tiru titip tolak toleransi toleran tolerir tolong tonton topang tugas tuju tukar tularkan tular tulis tumbuh tumpang tunaikan tunai tunda tunjang tunjuk tuntas tuntun tuntut turunkan turun tutup tutur tularan`,
  s: `sadar saji sakiti saksi salur salin sama samakan sampai sandang sanding sangga sangkal santap santun sarankan saran saring sasar satu satukan sebar seberang sebut sederhana sediakan sedia segar segel segera sehat sejahtera sejajar sejuk sekolah selam selamat selaras seleksi selenggara seleweng selesai
    selidik semangat sembuh sembunyi semprot sempurna senang sentuh serah serang serap serius sertai serta sertifikasi sesal sesuai setel setara setor setuju sewa siagakan siaga siapkan siap siar siasat sikap simak simpan simulasi sinar sinergi sinergikan singgah singgung singkat sinkron sinkronisasi sirkulasi sita solusi sorot
    sosialisasi suarakan suara subsidi subur sukses sumbang sumpah sunat suntik supervisi suplai survei survey susul susun suluh sulut sumpal`,
  p: `pakai paksa pamer pandang pandu panen panggil pangkas parkir pasang pasar pasok pastikan pasti patuh payung peduli pengaruh percaya percayai peran perkosa persepsi pesan pesona petakan peta petik pidana pidato pikat pikir pilah pilih pimpin pindah pinjam pisah politisasi popularisasi populer posisi potong potret pugar puji
    pukau pukul pulang pulih pungut punah pupuk pusat putar putus`,
} as const;
