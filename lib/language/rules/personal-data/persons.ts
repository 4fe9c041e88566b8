import type { Found } from '../../finding.ts';
import { notPersons } from '../../lists/not-persons.ts';
import type { ReadPiece, ReadSentence } from '../../reading.ts';
import type { PieceRule } from '../../rule.ts';
import { readRoles } from './numbers.ts';

/** What tells where a person lives, how to reach them, when they were born and what ails them. */
export const personRules: readonly PieceRule[] = [
  rule('home_address', 'Alamat rumah tidak ditulis', findHomes),
  rule('private_email', 'Surel pribadi tidak ditulis', findEmails),
  rule('birth_date', 'Tanggal lahir tidak ditulis bersama nama', findBirthDates),
  rule('health_of_person', 'Penyakit seseorang tidak ditulis bersama namanya', findHealth),
];

function rule(id: string, title: string, find: (piece: ReadPiece) => Iterable<Found>): PieceRule {
  return { id, family: 'personal_data', severity: 'judgement', title, roles: readRoles, find };
}

/** A street with a number in it, or a housing estate with a block. */
const address =
  /(?:\b(?:Jalan|Jln?\.)\s+\p{Lu}[\p{L}.]*(?:\s+(?:\p{Lu}[\p{L}.]*|\d{1,3}|[IVX]+)){0,4}(?:,?\s+(?:(?:Gang|Gg\.?)\s+[\p{Lu}\d][\p{L}\d]*|(?:No\.?|Nomor)\s*\d+[A-Z]?|RT\.?\s*\d+)){1,4}|\b(?:Perumahan|Perum|Komplek|Kompleks)\s+(?:\p{Lu}[\p{L}\d]*\s+){1,4}Blok\s+\p{Lu}[\p{L}\d-]*(?:\s+(?:No\.?|Nomor)\s*\d+)?)/gu;
const livesThere =
  /\b(?:rumah(?:nya)?|kediaman(?:nya)?|tinggal|menetap|bermukim|beralamat|berdomisili|alamat(?:nya)?|kontrakan(?:nya)?|kos(?:nya)?|indekos(?:nya)?|warga)\b/i;
/** Somebody is spoken of: by name, by part in what happened, or as “-nya”. */
const person =
  /\p{Lu}\p{Ll}+|nya\b|\b(?:korban|pelaku|pelapor|saksi|tersangka|warga|keluarga|pemilik|tinggal|berdomisili|menetap)\b/u;
const ownedAfter = /\b(?:milik|dihuni|ditempati|ditinggali)\s\p{Lu}/u;
const isOffice =
  /\b(?:kantor|dinas|badan|rumah sakit|rsud|puskesmas|sekolah|gedung|balai|kelurahan|kecamatan|desa|toko|pasar|masjid|gereja|hotel|rumah (?:adat|makan|dinas|jabatan|singgah|aman|zakat|lamin)|perpustakaan|loket|posko|gerai|rumah tahanan)\b/i;

function* findHomes({ text, sentences }: ReadPiece): Iterable<Found> {
  if (!/\b(?:Jalan|Jln?|Perum|Komplek)/u.test(text)) return;
  for (const { 0: found, index } of text.matchAll(address)) {
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    const before = text.slice(sentence?.start ?? 0, index);
    const after = text.slice(index + found.length, sentence?.end);
    const isOfSomebody = person.test(before.replace(/^\P{L}*\p{L}+/u, '')) || ownedAfter.test(after);
    if (!isOfSomebody || !livesThere.test(before) || isOffice.test(before)) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti alamat rumah seseorang. Cukup tulis kelurahan atau kecamatannya.',
    };
  }
}

const email =
  /(?<![\w.+-])([\w.+-]{1,64})@(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|rocketmail|aol|proton(?:mail)?)\.(?:com|co\.id|me|id)\b/gi;
const officeName =
  /(?:dinas|diskom|dis[a-z]{3,}|badan|bappeda|bapenda|bpbd|bkd|bpk|biro|setda|setwan|dprd|humas|ppid|kominfo|kantor|uptd?|upt|puskesmas|pkm|rsud|klinik|kel\.|kelurahan|kec\.|kecamatan|desa|kampung|info|admin|layanan|pelayanan|panitia|sekretariat|csirt|baznas|pmi|redaksi|media|berita|sekolah|sd[nk]?\d|smp|sma|smk|universitas|kampus|komunitas|yayasan|pemkab|pemkot|pemprov|posko|pengaduan|ppdb|samsat|bumdes|kepegawaian|lapor|kontak|lomba|kaltim|kalteng|kaltara|kukar|kutim|kubar|mahulu|samarinda|balikpapan|bontang|berau|paser|official|festival|forum|pkk|umkm|himpunan|ikatan|koperasi|masjid|gereja)/i;

function* findEmails({ text }: ReadPiece): Iterable<Found> {
  if (!text.includes('@')) return;
  for (const { 0: found, 1: name = '', index } of text.matchAll(email)) {
    if (officeName.test(name)) continue;
    yield {
      start: index,
      end: index + found.length,
      reason: 'Ini tampak seperti surel pribadi. Hapus, atau tulis surel kantor.',
    };
  }
}

const months = '(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)';
const day = String.raw`(?:\d{1,2}\s+${months}\s+(?:1[89]|20)\d{2}|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2})`;
const birth = new RegExp(
  String.raw`\b(?:[Ll]ahir(?:\s+(?:di|pada|tanggal|tgl))*\s*:?\s*(?:\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?,?\s+(?:pada\s+)?(?:tanggal\s+)?)?|[Kk]elahiran\s+(?:\p{Lu}\p{L}+,?\s+)?|[Tt]anggal [Ll]ahir\s*:?\s*|TTL\s*:?\s*(?:\p{Lu}\p{L}+,\s*)?)(${day})`,
  'gu',
);
const birthInBrackets = new RegExp(String.raw`\p{Lu}\p{Ll}+\s\((\p{Lu}[\p{L}]+(?:\s\p{Lu}[\p{L}]+)?,\s${day})\)`, 'gu');
const notAPrivatePerson =
  /\b(?:gubernur|bupati|wali kota|presiden|menteri|pahlawan|tokoh|sultan|pangeran|almarhum|mantan|provinsi|kabupaten|kota|organisasi|korpri|bayi|hari jadi|penduduk|pemilih|peserta harus|calon peserta|antara|sebelum|sesudah|setelah)\b/i;

function* findBirthDates({ text, sentences }: ReadPiece): Iterable<Found> {
  if (!/[Ll]ahir|TTL|, \d{1,2} \p{Lu}\p{Ll}+ \d{4}\)/u.test(text)) return;
  for (const match of [...text.matchAll(birth), ...text.matchAll(birthInBrackets)]) {
    const date = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(date);
    const own = sentences.find((one) => one.start <= match.index && match.index < one.end);
    // A paragraph without full stops is one long sentence: who was born stands near.
    const sentence = text.slice(
      Math.max(own?.start ?? 0, match.index - 200),
      Math.min(own?.end ?? text.length, match.index + 200),
    );
    const isForm = /tanggal lahir|TTL|\(/i.test(match[0]);
    const around = sentence.replace(match[0], ' ');
    const hasName =
      /^\P{L}*(?!(?:Ia|Dia|Beliau|Saya|Anak|Bayi)\b)\p{Lu}\p{Ll}+\s*(?:\p{Lu}|\(|,|lahir|$)/u.test(around) ||
      /\p{Ll}\s\p{Lu}\p{Ll}+/u.test(around);
    if (notAPrivatePerson.test(sentence) || !(isForm || hasName)) continue;
    yield {
      start,
      end: start + date.length,
      reason: 'Tanggal lahir bersama nama dapat disalahgunakan. Cukup tulis umurnya.',
    };
  }
}

const illness =
  /\b(?:menderita|mengidap|pengidap|penderita|didiagnosis|terdiagnosis|divonis|terinfeksi|terjangkit|positif|mengalami)\s+(?:penyakit\s+|menderita\s+)?(?:kanker|tumor|leukemia|hiv|aids|gagal ginjal|ginjal|diabetes|kencing manis|tuberkulosis|tbc?|hepatitis|stroke|jantung|skizofrenia|gangguan (?:jiwa|mental)|depresi(?! ekonomi)|epilepsi|ayan|lumpuh|sifilis|kusta|covid|demam berdarah|malaria|hipertensi|darah tinggi|asma|autisme|down syndrome|sindrom down|keguguran|bipolar)(?:\s(?:payudara|rahim|serviks|paru|darah|koroner|[ABC]\b|-?19))?/gi;
const nameRun = /\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}/gu;
/** Words before a capital that make it a place. */
const placeBefore =
  /(?:^|\s)(?:di|ke|dari|asal|warga|kota|desa|kampung|kelurahan|kecamatan|kabupaten|provinsi|puskesmas|rsud|sejak|pada|hari|bulan|dinas|se)[\s-]$/i;
const introduces = /(?:bernama|atas nama|warga|ibu|bapak|pak|bu|nenek|kakek)\s$/i;
/** Somebody else's doing between a name and an illness: it is not theirs. */
const otherVerb = /\b(?:me|ber)(?!nderita|ngidap|ngalami|nama\b|usia|umur|asal|kerja|rupakan|mang\b|reka\b)\p{Ll}{3,}/u;
const notAName =
  /^(?:Kabupaten|Kota|Provinsi|Kecamatan|Desa|Kampung|Kelurahan|Puskesmas|Rumah|Dinas|Badan|Kepala|Petani|Warga|Pasien|Penderita|Seorang|Anggota|Banyak|Puluhan|Ratusan|Sebanyak|Orang|Anak|Balita|Penyuluh|Petugas|Dokter|Tim|Sejak|Menurut|Jika|Bila|Ia|Dia|Mereka|Para|Bagi|Ternak|Sapi|Kaltim|Kalimantan|Samarinda|Balikpapan|Indonesia|Jumlah|Data|Angka|Kasus|Ada|Setiap|Semua|Sekitar|Dalam|Pada|Untuk|Yang|Siapa|Wilayah|Daerah|Masyarakat|Lansia|Ibu|Bapak|Perempuan|Pria|Laki|Wanita|Remaja|Jaringan|Setelah|Ketika|Saat|Karena|Namun|Tahun|Selama|Ketua|Direktur|Gubernur|Bupati|Nelayan|Pekerja|Buruh|Guru|Siswa|Siswi|Pelajar|Korban|Pelaku|Tersangka|Pegawai|Karyawan|Sopir|Penumpang|Jemaah|Atlet|Peserta|Relawan|Polisi|Bayi|Bocah|Ayah|Kakak|Adik|Suami|Istri|Mayoritas|Sebagian|Separuh|Beberapa|Satu|Dua|Tiga|Empat|Lima|Hasil|Kini|Dahulu|Bahkan|Penerima|Rabu|Senin|Selasa|Kamis|Jumat|Sabtu|Minggu|Kementerian|Presiden|Menteri|Plt|Wakil|Sekretaris|Wali)\b/u;

const mayTellIllness = /nderita|ngidap|agnosis|positif|infeksi|jangkit|ngalami|divonis/i;

function* findHealth({ text, sentences }: ReadPiece): Iterable<Found> {
  if (!mayTellIllness.test(text)) return;
  for (const { 0: found, index } of text.matchAll(illness)) {
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    const before = text.slice(Math.max(sentence?.start ?? 0, index - 120), index);
    if (!namesSomebody(before) && !(isPronoun.test(before) && namesAnybody(sentenceBefore(sentences, sentence))))
      continue;
    yield {
      start: index,
      end: index + found.length,
      reason:
        'Keadaan kesehatan orang yang disebut namanya adalah data pribadi. Samarkan namanya atau hapus penyakitnya, kecuali ia setuju tertulis.',
    };
  }
}

/** “Ia menderita stroke”: the name stands in the sentence before. */
const isPronoun = /^(?:Ia|Dia|Beliau)\s/u;

function sentenceBefore(sentences: readonly ReadSentence[], sentence: ReadSentence | undefined): string {
  const at = sentence === undefined ? -1 : sentences.indexOf(sentence);
  return sentences[at - 1]?.text ?? '';
}

function namesSomebody(before: string): boolean {
  return personsIn(before).some((end) => !otherVerb.test(before.slice(end)));
}

function namesAnybody(sentence: string): boolean {
  return personsIn(sentence).length > 0;
}

/** Where the names of persons end; none where they are hidden on purpose. */
function personsIn(text: string): number[] {
  if (/\b(?:inisial|berinisial|samaran)\b/u.test(text)) return [];
  return [...text.matchAll(nameRun)]
    .filter(({ 0: name, index }) => {
      const ahead = text.slice(0, index);
      const own = name.replace(/^(?:Ibu|Bapak|Pak|Bu|Nenek|Kakek|Warga|Pasien)\s/u, '');
      const isPlace = placeBefore.test(ahead) && !introduces.test(ahead);
      return !isPlace && !notAName.test(own) && !notPersons.test(own);
    })
    .map(({ 0: name, index }) => index + name.length);
}
