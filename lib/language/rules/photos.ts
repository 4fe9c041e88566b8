import { calendarDay, inWords } from '../calendar-day.ts';
import type { Found } from '../finding.ts';
import type { ReadPiece } from '../reading.ts';
import type { PieceRule, WholeRule } from '../rule.ts';

const fileName =
  /\.(?:jpe?g|png|heic|heif|webp|avif|gif|tiff?|bmp)$|^(?:(?:img|dsc[nf]?|pxl|p|mvimg|vid|wa)[ _-]?\d{3}|(?:image|photo|foto|whatsapp image|screenshot|tangkapan layar)[ _-]?\d)/i;
const saysNothing =
  /^(?:foto|gambar|image|picture|photo|img|dokumentasi|dok|logo|ilustrasi|tanpa judul|untitled|teks alternatif|alt(?: text)?|keterangan(?: foto)?|caption|sampul|foto utama|kegiatan|suasana|acara|rapat|sosialisasi)(?:\s(?:foto|gambar|dokumentasi|kegiatan|acara|rapat|sosialisasi|pelatihan|bersama|utama|sampul|pribadi|dinas|kantor|di|sini|\d+))*$/i;
const namesItself =
  /^(?:foto|gambar|image)\b(?!\s(?:lama|udara|satelit|arsip|keluarga|hitam|sejarah|rontgen|di dinding))/i;

const captionSaysNothing =
  /^(?:(?:ist|istimewa|foto|suasana|dokumentasi|dok|kegiatan|keterangan foto|ilustrasi|sesi|momen|gambar|acara|jalannya|pelaksanaan)(?:\s(?:foto|bersama|kegiatan|acara|rapat|sosialisasi|pelatihan|upacara|pertemuan|peresmian|pembukaan|istimewa|berlangsung|meriah|lancar|khidmat|tersebut|ini))*)$/i;
/** Occasions and people: a thing may be shown without a place. */
const isOfEvents =
  /^(?:para|peserta|peresmian|penyerahan|pembukaan|penutupan|pelantikan|suasana|kegiatan|acara|rapat|kunjungan|sosialisasi|upacara|pejabat|tamu|undangan|narasumber|panitia|pelatihan|warga|petugas|rombongan|pemotongan|penandatanganan|sambutan|simulasi|foto|sesi|saat|ketika)\b/i;
const creditInCaption =
  /\(\s*(?:[Ff]oto|FOTO|[Dd]ok|[Kk]redit|[Ss]umber [Ff]oto)\b[^)]{0,80}\)\.?$|(?:^|\s)(?:[Ff]oto|FOTO|[Kk]redit|[Ss]umber [Ff]oto)\s?:\s?\S.{0,80}$|(?:^|[.,;–-]\s?)[Dd]ok(?:\.|umentasi|umen)\s?:?\s?\p{Lu}.{0,80}$/u;

const emptyCredits: ReadonlySet<string> = new Set(
  `istimewa ist internet google net dok dokumen dokumentasi admin administrator operator whatsapp wa facebook fb instagram ig tiktok youtube
   twitter x foto pribadi kiriman unknown anonim pinterest canva freepik medsos kamera hp humas`.split(/\s+/u),
);
const emptyCreditPhrase =
  /^(?:(?:dari |sumber:? )?(?:google|internet|media sosial|grup (?:wa|whatsapp)|kiriman warga|tidak diketahui)|nama (?:fotografer|pemotret)|grup wa|tidak ada|[-–.?]+|n\/a)$/iu;
const creditPrefix = /^(?:foto|photo|kredit|kredit foto|sumber|sumber foto|fotografer|dok\. foto|pemotret)\s?:\s*/i;

/** Words of a photo, each judged by itself. What is missing is asked by readiness. */
export const photoPieceRules: readonly PieceRule[] = [
  {
    id: 'alt_says_nothing',
    family: 'photos',
    title: 'Teks alternatif menerangkan apa yang terlihat',
    roles: ['alt'],
    find: (piece) => wholeText(piece, altFault),
  },
  {
    id: 'caption_says_nothing',
    family: 'photos',
    title: 'Keterangan foto menyebut siapa dan di mana',
    roles: ['caption'],
    find: (piece) => wholeText(piece, captionFault),
  },
  {
    id: 'credit_in_caption',
    family: 'photos',
    title: 'Kredit foto punya kolom sendiri',
    roles: ['caption'],
    *find({ text }) {
      const found = creditInCaption.exec(text);
      if (found === null) return;
      yield {
        start: found.index,
        end: text.length,
        reason: 'Nama pemotret ada di keterangan. Pindahkan ke kolom kredit, sebab kredit ditampilkan tersendiri.',
      };
    },
  },
  {
    id: 'credit_says_nothing',
    family: 'photos',
    title: 'Kredit foto menyebut pemotret dan unitnya',
    roles: ['credit'],
    find: (piece) => wholeText(piece, creditFault),
  },
  {
    id: 'credit_prefix',
    family: 'photos',
    title: 'Kredit foto tanpa kata “Foto:”',
    roles: ['credit'],
    *find({ text }) {
      const found = creditPrefix.exec(text);
      if (found === null || found[0].length === text.length) return;
      yield {
        start: 0,
        end: found[0].length,
        reason: 'Kata “Foto:” ditambahkan sendiri oleh situs. Tulis nama pemotret dan unitnya saja.',
        fix: '',
      };
    },
  },
];

export const photoWholeRules: readonly WholeRule[] = [
  {
    id: 'alt_repeats_caption',
    family: 'photos',
    title: 'Teks alternatif tidak mengulang keterangan foto',
    *compare({ photos, pieces }) {
      for (const { place, alt, caption, decorative } of photos) {
        if (decorative || alt.trim() === '' || plain(alt) !== plain(caption)) continue;
        const piece = pieces.find((one) => one.place === place && one.role === 'alt');
        if (piece === undefined) continue;
        yield {
          piece,
          start: 0,
          end: piece.text.length,
          reason:
            'Teks alternatif sama dengan keterangan foto, jadi pembaca layar mendengarnya dua kali. Tulis apa yang terlihat.',
        };
      }
    },
  },
  {
    id: 'photo_rights_over',
    family: 'photos',
    title: 'Izin pakai foto masih berlaku',
    *compare({ photos, pieces }, { today }) {
      for (const { place, rightsUntil } of photos) {
        if (rightsUntil === undefined || rightsUntil === null || rightsUntil >= today) continue;
        const said = pieces.filter((one) => one.place === place);
        const piece =
          said.find(({ role }) => role === 'credit') ?? said.find(({ role }) => role === 'caption') ?? said[0];
        const reason = `Izin pakai foto ini habis pada ${inWords(calendarDay(rightsUntil))}. Ganti fotonya, atau perbarui izinnya di Pustaka media.`;
        yield { ...(piece !== undefined && { piece }), start: 0, end: piece?.text.length ?? 0, reason };
      }
    },
  },
];

function* wholeText({ text }: ReadPiece, faultOf: (text: string) => string | undefined): Iterable<Found> {
  const reason = text.trim() === '' ? undefined : faultOf(text.trim());
  if (reason !== undefined) yield { start: 0, end: text.length, reason };
}

function altFault(text: string): string | undefined {
  if (fileName.test(text)) {
    return 'Teks alternatif ini nama berkas. Tulis apa yang terlihat, misalnya “Petani memanen padi dengan sabit”.';
  }
  if (saysNothing.test(plain(text))) {
    return 'Teks alternatif ini tidak menerangkan apa-apa. Tulis siapa atau apa yang terlihat dan sedang apa.';
  }
  if (namesItself.test(text)) {
    return 'Pembaca layar sudah menyebut “gambar”. Mulai langsung dengan apa yang terlihat.';
  }
  return undefined;
}

function captionFault(text: string): string | undefined {
  if (fileName.test(text)) return 'Keterangan ini nama berkas. Tulis siapa yang terlihat, sedang apa, dan di mana.';
  const words = text.split(/\s+/u);
  const hasName = words.slice(1).some((word) => /^[“"(]?(?:\p{Lu}|\d)/u.test(word));
  if (captionSaysNothing.test(plain(text)) || (words.length <= 4 && !hasName && isOfEvents.test(text))) {
    return 'Keterangan foto belum menyebut siapa dan di mana. Lengkapi, misalnya “Camat Palaran membagikan bibit di Bukuan”.';
  }
  return undefined;
}

function creditFault(text: string): string | undefined {
  if (/https?:|www\.|^@|\.(?:com|id|net)\b/i.test(text)) {
    return 'Kredit ini alamat, bukan nama. Tulis nama pemotret dan unitnya, dan pastikan izinnya ada.';
  }
  if (emptyCredits.has(plain(text)) || emptyCreditPhrase.test(text)) {
    return 'Kredit ini tidak menyebut pemotret. Tulis nama dan unitnya, misalnya “Rahmat/Diskominfo”.';
  }
  return undefined;
}

/** Small letters and single spaces, without what stands around words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
