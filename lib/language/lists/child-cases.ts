/** Words of cases in which a child's identity stays hidden: crime, abuse, violence, trafficking, deadly accidents. */
export const caseWords =
  /\b(?:(?:pen|di|men)cabul\w*|cabul|(?:di|mem)?perkosa\w*|pemerkosa\w*|rudapaksa|(?:pe|di|me)leceh\w*|kekerasan|asusila|(?:men|di|per)[sy]etubuh\w*|pelecehan|(?:peng|di|meng)aniaya\w*|(?:pem|di|mem)bunuh\w*|(?:pem|di|mem)bacok\w*|(?:pen|di|men)culik\w*|(?:pe|di|me)rundung\w*|perundungan|(?:peng|di|meng)eroyok\w*|tawuran|(?:pen|di|men)curi(?:an)?|curanmor|begal|sabu(?:-sabu)?|narkoba|narkotika|tppo|perdagangan (?:orang|anak)|(?:di|meng)?eksploitasi|tewas|menewaskan|tenggelam|kecelakaan|bunuh diri|di(?:sekap|buang|jual|tembak|tikam|pukuli?|siksa|telantarkan)|penelantaran|tersangka|terdakwa|berhadapan dengan hukum|tikam|prostitusi|hamil akibat|menjual anak)\b/i;

/** A sentence about teaching and preventing is no case, though it uses the words of one. */
export const preventionWords =
  /\b(?:sosialisasi|pencegahan|mencegah|cegah|edukasi|penyuluhan|kampanye|anti-?\w+|pelatihan|seminar|mengajak|diajak|ajak|(?:bila|jika|apabila) (?:\w+ )?(?:menjadi|melihat|mengalami|ada|terjadi|menemukan)|duta|lomba|peringatan|menurun|zona selamat|lawan|melawan|film|percontohan|juara|meraih|raih|ramah anak|mencatat)\b/i;

/** Words for somebody under eighteen. */
export const minorWords =
  /\b(?:anak|anaknya|siswa|siswi|pelajar|murid|balita|bayi|bocah|remaja|santri|santriwati|di bawah umur|adiknya)\b/i;

/** Words of headlines that stand after “Siswi” or “Bocah” and are no name. */
export const headlineWords: ReadonlySet<string> = new Set(
  `Korban Pelaku Tersangka Tewas Tenggelam Hilang Selamat Luka Hamil Asal Warga Kelas Berprestasi Baru Sekolah Negeri
   Di Dan Yang Dari Usia Umur Tahun Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan Sepuluh Ini Itu Jadi Masih Diduga Ikut Raih Juara
   SD SDN SMP SMPN SMA SMAN SMK SMKN MTs MTsN MAN MA MI TK Paud Pesantren Laki Perempuan Yatim Piatu Panti Kaltim Samarinda
   Balikpapan Bontang Berau Kukar Kutim Paser Penajam Kubar Mahulu Sangatta Tenggarong Inisial Nekat Kabur Bolos Belajar
   Dapat Terima Belum Tak Tidak Butuh Kecil Malang Pingsan Keracunan Bersama Tanpa Sudah Akan Bisa Mulai Gelar Kembali`
    .split(/\s+/u)
    .map((word) => word.trim()),
);
