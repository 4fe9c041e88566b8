import { countWords } from '../../readability.ts';
import type { ReadPiece } from '../../reading.ts';
import type { Reference } from '../../reference.ts';
import type { ReadManuscript, WholeRule } from '../../rule.ts';

/** Shorter texts are not finished: nothing can be said of what they lack. */
const shortest = { article: 40, facts: 45 };

const ceremony =
  /\b(?:membuka (?:secara resmi|kegiatan|acara|rapat)|dibuka secara resmi|secara resmi (?:di)?buka|dihadiri|turut hadir|hadir pula|hadir dalam|menghadiri|sambutan(?:nya)?|arahannya|pembukaan ditandai|pemukulan gong|doa bersama|foto bersama|ramah tamah|beramah tamah|tumpeng|cendera mata|plakat|tukar cendera|lagu indonesia raya|khidmat|silaturahmi|halalbihalal|apresiasi|terima kasih|selamat datang|ucapan selamat|mengucapkan selamat|disambut|tamu undangan|para undangan|inspektur upacara|(?:memimpin|usai) upacara|upacara (?:diikuti|ditutup)|amanatnya|mengheningkan cipta|(?:men)?tabur bunga|menabur bunga|berziarah|pemotongan pita|membacakan (?:amanat|sambutan)|sinergi|kekompakan|kebersamaan|berharap (?:sinergi|kerja sama|kegiatan)|pengambilan sumpah|surat keputusan|laporannya|ketua panitia melaporkan|penyematan|disaksikan|dimeriahkan|tausiah|penuh keakraban|berita acara|semoga|diharapkan|acara (?:ditutup|diakhiri|diawali|dilanjutkan)|kegiatan (?:ditutup|diakhiri))\b/i;

/** What a citizen takes home: what may be had or must be done, when, where, how and how much. */
const forCitizens =
  /\b(?:warga|masyarakat|pelanggan|penumpang|petani|nelayan|peternak|siswa|pelajar|mahasiswa|pedagang|pelaku usaha|pengusaha|penerima|pasien|pemohon|pendaftar|pengguna|pengunjung|pengendara|rumah tangga|keluarga|lansia|anak-anak|guru|pekerja|perajin|penduduk|orang tua|ibu hamil|pembeli) (?:yang [^.,]{0,40} )?(?:di [^.,]{0,30} )?(?:kini |juga |akan |sudah |tidak |pun |tetap )?(?:dapat|bisa|boleh|wajib|harus|cukup|perlu|mendapat|menerima|memperoleh|diminta|dilarang|membayar|belajar)\b|\b(?:gratis|tanpa biaya|tanpa dipungut|tidak dipungut|pendaftaran|mendaftar|syarat(?:nya)?|loket|tarif|biaya|harga|jadwal|beasiswa|santunan|upah|berlaku|mulai (?:\d|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|besok|pekan|bulan|tahun))\b|\bRp ?\d|(?<!dihadiri |diikuti |hadir )\b\d[\d.,]* (?:persen|unit|ton|kilometer|meter|rumah|keluarga|kepala keluarga|bibit|hektare|liter|kilogram|paket|kampung|desa|kasus|titik|kursi|ruang|guru|jiwa|pelanggan)\b|\bpukul \d|\bhttps?:/u;

const newThing =
  /\b(?:(?:me)?luncurkan|(?:mem)?perkenalkan|(?:me(?:nge)?)?sahkan|(?:me)?resmikan|(?:men)?jalankan|(?:meng)?hadirkan)\b[^.]{0,80}\b(?:aplikasi|layanan|pelayanan|program|perda|peraturan|bantuan|mal pelayanan publik)\b/i;

const months = 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember';
const tellsWhen = new RegExp(
  String.raw`\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum’at|Jum'at|Sabtu|Minggu|Ahad)\b|\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b|\b(?:${months})\b|\b20\d{2}\b|\b(?:hari ini|kemarin|besok|lusa|tadi|(?:pagi|siang|sore|malam) ini|(?:pekan|minggu|bulan|tahun) (?:ini|lalu|depan))\b`,
  'u',
);
const tellsWhere =
  /(?<![\p{L}])(?:(?:[Dd]i|[Kk]e|[Dd]ari)\s(?:\p{Ll}+ ){0,3}|se-)\p{Lu}\p{Ll}+|\b(?:Kabupaten|Kota|Kecamatan|Kelurahan|Desa|Kampung|Provinsi) \p{Lu}|\b(?:Samarinda|Balikpapan|Bontang|Berau|Paser|Penajam|Kutai|Kukar|Kutim|Kubar|Mahulu|Mahakam|Kaltim|Kalteng|Kalsel|Kaltara|Kalbar|Kalimantan|Sangatta|Tenggarong|Sendawar|Tarakan|Nunukan|Malinau|Bulungan|Buntok|Barito)\b/u;

const activity =
  /^(?:Kegiatan|Pelaksanaan|Rapat|Rakor|Raker|Sosialisasi|Bimbingan Teknis|Bimtek|Kunjungan|Upacara|Apel|Laporan|Dokumentasi|Monitoring|Monev|Evaluasi|Pembukaan|Penutupan|Peresmian|Pelantikan|Penyerahan|Silaturahmi|Workshop|Lokakarya|Seminar|Musrenbang\p{L}*|Forum|Peringatan|Penandatanganan|Audiensi|Studi (?:Tiru|Banding)|Serah Terima|Senam|Gotong Royong|Syukuran|Coffee Morning)\b(?! Dini)/u;
const verbInTitle =
  /(?:^|\s)(?:(?:[Mm]e(?:m|n|ng|ny|l|r|w)|[Bb]er|[Tt]er|[Dd]i)(?!teri\b|dia\b|ngah\b|rah\b|sin\b|padu\b|sama\b|hadap\b|tib\b|kala\b|kait\b|nas\b|gital\b|rektur\b|rektorat\b|sabilitas\b|ni\b)\p{Ll}{2,}|(?!Pe|pe)\p{L}{3,}kan|[Bb]ahas|[Ss]epakati|[Nn]aik|[Tt]urun|[Gg]elar|[Bb]uka|[Tt]utup|[Aa]jak|[Mm]inta|[Tt]ekan|[Dd]orong|[Rr]aih|[Jj]adi|[Pp]erkuat|[Ss]oroti|[Ii]kuti|[Hh]adiri|[Kk]unjungi|[Tt]injau|[Dd]apat|[Tt]erima|[Ss]asar|[Pp]astikan|[Ii]ngatkan|[Ss]iap|[Bb]isa|[Aa]kan|[Kk]ini|[Tt]ak|[Tt]idak|[Uu]sai|[Ss]elesai|[Bb]atal|[Rr]ampung|[Mm]undur|[Pp]indah|[Gg]ratis|[Mm]ulai|[Uu]ngkap|[Tt]emukan|[Bb]eri|[Cc]ari|[Bb]uat|[Ss]ukses|[Rr]amai|[Tt]ampil|[Ll]anjut|[Jj]aga|[Cc]egah|[Cc]apai|[Tt]embus|[Tt]uai|[Uu]sung)(?=\s|$|[.,:;!?])/u;

/** What only the article as a whole can lack. */
export const articleRules: readonly WholeRule[] = [
  {
    id: 'ceremony_only',
    family: 'substance',
    title: 'Berita memuat hal yang berguna bagi warga, bukan hanya acara',
    *compare(manuscript) {
      if (!isOnlyCeremony(manuscript)) return;
      yield missing(
        'Naskah ini hanya bercerita tentang acara: siapa membuka, hadir, dan memberi sambutan. Tambahkan apa hasilnya dan apa artinya bagi warga.',
      );
    },
  },
  {
    id: 'no_citizen_benefit',
    family: 'substance',
    title: 'Berita layanan menyebut manfaat bagi warga',
    *compare(manuscript) {
      if (!tells(manuscript)) return;
      const texts = proseOf(manuscript);
      const isNew =
        manuscript.pieces.some(({ role, text }) => role === 'title' && newThing.test(text)) ||
        newThing.test(texts[0]?.text ?? '');
      if (!isNew || wordsOf(texts) < shortest.article || texts.some(({ text }) => forCitizens.test(text))) return;
      if (isOnlyCeremony(manuscript)) return;
      yield missing(
        'Belum jelas apa yang berubah bagi warga. Tulis siapa yang boleh memakai, mulai kapan, di mana, berapa biayanya, dan bagaimana caranya.',
      );
    },
  },
  {
    id: 'no_date',
    family: 'substance',
    title: 'Berita menyebut waktu',
    *compare(manuscript) {
      const texts = proseOf(manuscript);
      if (!tells(manuscript) || manuscript.eventDate !== null || wordsOf(texts) < shortest.facts) return;
      if (!texts.some(({ text }) => tellsWhen.test(text))) {
        yield missing('Naskah ini tidak menyebut kapan peristiwanya. Tulis hari dan tanggalnya.');
      }
    },
  },
  {
    id: 'no_place',
    family: 'substance',
    title: 'Berita menyebut tempat',
    *compare(manuscript, reference) {
      const texts = proseOf(manuscript);
      if (!tells(manuscript) || wordsOf(texts) < shortest.facts || hasPlace(manuscript, texts, reference)) return;
      yield missing('Naskah ini tidak menyebut di mana peristiwanya. Tulis tempat dan kabupaten atau kotanya.');
    },
  },
  {
    id: 'label_title',
    family: 'substance',
    title: 'Judul menyebut apa yang terjadi',
    *compare(manuscript) {
      if (!tells(manuscript)) return;
      for (const piece of manuscript.pieces) {
        const { role, text } = piece;
        if (role !== 'title' || !activity.test(text) || verbInTitle.test(text) || /[,:?!]/u.test(text)) continue;
        yield {
          piece,
          start: 0,
          end: text.length,
          reason:
            'Judul ini nama kegiatan, belum berita. Tulis hasilnya dengan kata kerja, misalnya “Rapat Stunting Sepakati Penimbangan Serentak”.',
        };
      }
    },
  },
];

function missing(reason: string) {
  return { start: 0, end: 0, reason };
}

/** Announcements, agendas and the like have forms of their own. */
function tells({ kind }: ReadManuscript): boolean {
  return kind === 'news' || kind === 'press_release';
}

function proseOf({ pieces }: ReadManuscript): ReadPiece[] {
  return pieces.filter(
    ({ role }) => role === 'lead' || role === 'paragraph' || role === 'quote' || role === 'list_item',
  );
}

function wordsOf(texts: readonly ReadPiece[]): number {
  return texts.reduce((sum, { text }) => sum + countWords(text), 0);
}

function isOnlyCeremony(manuscript: ReadManuscript): boolean {
  const texts = proseOf(manuscript);
  if (!tells(manuscript) || wordsOf(texts) < shortest.article) return false;
  if (manuscript.pieces.some(({ role, text }) => role !== 'title' && forCitizens.test(text))) return false;
  const sentences = texts.flatMap((piece) => piece.sentences);
  const ceremonial = sentences.filter(({ text }) => ceremony.test(text)).length;
  return ceremonial >= 3 && ceremonial * 2 >= sentences.length;
}

function hasPlace(
  { datelinePlace, venue, regencies }: ReadManuscript,
  texts: readonly ReadPiece[],
  { places }: Reference,
): boolean {
  if (datelinePlace !== '' || venue !== '' || regencies.length > 0) return true;
  return texts.some(({ text }) => tellsWhere.test(text) || places.some((place) => text.includes(place)));
}
