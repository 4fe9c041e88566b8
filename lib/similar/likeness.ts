import { folded } from '../search/folding.ts';

/** What of an edition tells which story it is. */
export type Story = {
  title: string;
  lead: string;
  /** `YYYY-MM-DD`. */
  eventDate: string | null;
  datelinePlace: string;
  regencyCodes: readonly string[];
};

/** Why two editions may tell the same story. */
export type Reason =
  | { kind: 'same_words' /** In hundredths. */; share: number }
  | { kind: 'same_event' /** `YYYY-MM-DD`. */; on: string; place: string; sharedWords: number };

/** Where the lines are drawn: measured with the pairs of lib/testing/story-pairs.ts. */
export const thresholds = {
  /** Trigrams of title and lead that two texts share, as pg_trgm counts them. */
  sameWords: 0.4,
  /** Of the words that say something, the share of the shorter text that the other has too. */
  sameEventWords: 0.35,
  leastSharedWords: 6,
} as const;

/** Words that every text of an office has, and that therefore say nothing of which story it is. */
const saysNothing: ReadonlySet<string> = new Set(
  `ada adalah agar akan antara atas atau bagi bahwa baru belum bersama bisa dalam dan dapat dari daerah dengan di dinas gubernur
  hari hingga ini itu jadi juga kabupaten kaltim kalimantan karena ke kegiatan kepada kepala kota lebih maka masyarakat melalui
  mereka oleh pada para pemerintah per provinsi pun saat sampai secara sejak seluruh semua serta setiap setelah
  sudah tahun tak telah tentang terhadap tersebut tidak timur untuk usai warga wakil yaitu yakni yang senin selasa rabu kamis
  jumat sabtu minggu pagi siang sore malam orang satu dua tiga empat lima enam tujuh delapan sembilan sepuluh januari februari maret april mei juni juli agustus september oktober november desember`.split(
    /\s+/,
  ),
);

/** The words of title and lead that say what it is about, each once. */
export function tellingWords({ title, lead }: Pick<Story, 'title' | 'lead'>): Set<string> {
  const words = folded(`${title} ${lead}`).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !saysNothing.has(word)));
}

/**
 * Whether two editions look like the same story, and why.
 *
 * @param trigrams how alike pg_trgm finds title and lead, 0 to 1
 */
export function reasonFor(one: Story, other: Story, trigrams: number): Reason | undefined {
  const [mine, theirs] = [tellingWords(one), tellingWords(other)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  const share = shared / Math.max(1, Math.min(mine.size, theirs.size));
  const place = samePlace(one, other);
  if (
    place !== undefined &&
    isWithinADay(one.eventDate, other.eventDate) &&
    other.eventDate !== null &&
    shared >= thresholds.leastSharedWords &&
    share >= thresholds.sameEventWords
  ) {
    return { kind: 'same_event', on: other.eventDate, place, sharedWords: shared };
  }
  return trigrams >= thresholds.sameWords ? { kind: 'same_words', share: Math.round(trigrams * 100) } : undefined;
}

/** Where both are, by dateline or by a regency both name. */
function samePlace(one: Story, other: Story): string | undefined {
  const plain = (place: string) => folded(place).trim();
  if (one.datelinePlace !== '' && plain(one.datelinePlace) === plain(other.datelinePlace))
    return other.datelinePlace.trim();
  const isShared = one.regencyCodes.some((code) => other.regencyCodes.includes(code));
  return isShared ? other.datelinePlace.trim() || one.datelinePlace.trim() : undefined;
}

function isWithinADay(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  return Math.abs(Date.parse(one) - Date.parse(other)) <= 24 * 60 * 60_000;
}

/** The reason as a person reads it. */
export function reasonText(reason: Reason): string {
  if (reason.kind === 'same_words') return `Kata-katanya ${reason.share} persen sama.`;
  const where = reason.place === '' ? '' : `, ${reason.place}`;
  return `Acara yang sama: ${dayWord(reason.on)}${where}. ${reason.sharedWords} kata penting sama.`;
}

/** `Selasa (12/5/2026)`, as a dateline writes it. */
function dayWord(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const weekday = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(new Date(`${isoDate}T12:00:00Z`))} (${Number(day)}/${Number(month)}/${year})`;
}
