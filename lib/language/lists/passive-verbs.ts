/** Verbs without -kan whose passive is often split: “di buka”, “di ikuti”. None of them is a noun that follows `di` as well. */
export const splitPassives: ReadonlySet<string> = new Set(
  `akhiri alami ambil anggap antar apresiasi atasi atur awali awasi bahas bangun bawa bayar bebani beli bentuk beri bina biayai buat buka bekali benahi bersihkan berlakukan cari catat
   cetak ciptakan curi dampingi danai dapati dengar desak dirikan dorong duga dukung fasilitasi gelar genangi hadapi hadiri hapus harap hargai hadang hentikan hitung hubungi huni ikuti ingat ingatkan
   ingini inginkan isi jadwalkan jaga jabat jelaskan jual jumpai kaji kawal kelola kembangkan kenal kenai kepung keruk ketahui kirim kuasai kumpulkan kunjungi lakukan laksanakan lalui lantik lapori larang latih layani lengkapi lepas lihat lindungi
   luncurkan manfaatkan masuki mekarkan miliki minati minta mulai nikmati nilai nyatakan olah pakai paksa pandu panen pantau pasang patuhi penuhi percepat percaya percayai perbaiki perbanyak perbarui perbolehkan percantik perhatikan periksa perintah perkuat perlebar perlukan pertahankan
   peroleh peruntukkan perluas persiapkan pilih pimpin pindah pungut putuskan raih rancang rangkai rasakan rawat rekam renovasi resmikan respons revitalisasi rusak sahkan salurkan sampaikan sambut sebut sebar sebarluaskan sediakan segel selenggarakan selesaikan sepakati serahkan serap sertai
   setujui sewa siapkan siarkan sidak simpan sinkronkan sosialisasikan sukai support susun taati tahan tambah tanam tangani tandai tandatangani tangkap targetkan tawarkan tebang tegaskan tekan temui temukan tentukan terapkan terbitkan terima tetapkan tindak tindaklanjuti tingkatkan tinjau
   tolak tuju tugasi tugaskan tulis tunda tunjuk turunkan tutup ubah uji ukur undang ungkap ungkapkan usulkan utus wajibkan wakili warnai waspadai`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Words in -kan that are no verbs. */
export const nounsInKan: ReadonlySet<string> = new Set([
  'pekan',
  'ikan',
  'akan',
  'makan',
  'bukan',
  'sungkan',
  'rekan',
  'cikan',
  'tarakan',
  'nunukan',
  'balikpapan',
  'perikanan',
]);
