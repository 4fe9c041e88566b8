/** Posts that take capitals before a name, an agency or a place; written here as within a sentence, longest first. */
export const posts: readonly string[] = [
  'wakil gubernur',
  'wakil bupati',
  'wakil wali kota',
  'wakil presiden',
  'wakil menteri',
  'sekretaris daerah',
  'sekretaris jenderal',
  'direktur jenderal',
  'direktur utama',
  'kepala dinas',
  'kepala badan',
  'kepala bidang',
  'kepala biro',
  'kepala bagian',
  'kepala balai',
  'kepala kantor',
  'kepala desa',
  'kepala kepolisian',
  'kepala kejaksaan',
  'kepala seksi',
  'kepala subbagian',
  'kepala satuan',
  'kepala pusat',
  'kepala cabang',
  'kepala perwakilan',
  'kepala pelaksana',
  'kepala puskesmas',
  'kepala sekolah',
  'kepala uptd',
  'wakil ketua',
  'wakil rektor',
  'staf ahli',
  'duta besar',
  'jaksa agung',
  'wali kota',
  'gubernur',
  'bupati',
  'presiden',
  'menteri',
  'camat',
  'lurah',
  'direktur',
  'sekda',
  'sekretaris',
  'inspektur',
  'rektor',
  'dekan',
  'ketua',
  'kepala',
  'kapolri',
  'kapolda',
  'kapolres',
  'kapolresta',
  'kapolsek',
  'dandim',
  'danrem',
  'pangdam',
  'kajati',
  'kajari',
  'panglima',
];

/** Posts of clubs and quarters too: they take capitals only before the names of institutions. */
export const postsOfAnyBody: ReadonlySet<string> = new Set([
  'ketua',
  'kepala',
  'wakil ketua',
  'sekretaris',
  'inspektur',
  'panglima',
]);

/** With such a word the name of an institution begins: “Ketua DPRD”, “Sekretaris Dinas Kesehatan”. */
export const institutionsBegin: ReadonlySet<string> = new Set(
  `tp dprd dpr mpr dpd kpu bawaslu pkk komisi pengadilan dewan fraksi badan majelis dinas daerah jenderal umum mahkamah bpk kpk kpai ombudsman kadin
   bappeda diskominfo inspektorat kwarda kwarcab koni tni polri kementerian bpbd disdikbud dishub dinkes dinsos perkumpulan bamus bapemperda pansus`
    .split(/\s+/u)
    .filter(Boolean),
);

/** After these a post is meant in general, whatever follows: “para bupati”, “seorang gubernur”. */
export const beforeGeneralPost: ReadonlySet<string> = new Set([
  'seorang',
  'para',
  'setiap',
  'semua',
  'seluruh',
  'beberapa',
  'sejumlah',
]);

/** After these both ways of writing are met: “mantan gubernur Kalimantan Timur”. Nothing is said of them. */
export const beforeUndecidedPost: ReadonlySet<string> = new Set(
  'mantan eks calon bakal menjadi sebagai jabatan selaku pernah antarwakil pemilihan posisi kursi pasangan dua tiga empat antara'.split(
    ' ',
  ),
);

/** Kinds of places that belong to the name after them: “Sungai Mahakam”, “Kabupaten Berau”. */
export const kindsOfPlace: ReadonlySet<string> = new Set(
  'sungai pulau danau gunung teluk selat laut samudra bukit tanjung kabupaten kota provinsi kecamatan kelurahan desa kampung jalan'.split(
    ' ',
  ),
);

/** Institutions that belong to the name after them, unless that is only the town they stand in: “Puskesmas Loa Bakung”. */
export const kindsOfInstitution: ReadonlySet<string> = new Set(
  'puskesmas universitas bandara pelabuhan stadion jembatan dinas kementerian'.split(' '),
);

/** Capitals after a kind of place that are no name of a place: “desa Wisata”, “kota Layak Anak”. */
export const noPlaceNames: ReadonlySet<string> = new Set(
  `anda kami wisata adat binaan mandiri digital ramah layak cerdas pintar siaga tangguh bersinar cantik sehat kreatif tol poros nasional provinsi trans metropolitan pusaka hijau literasi inklusif
   senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember`
    .split(/\s+/u)
    .filter(Boolean),
);
