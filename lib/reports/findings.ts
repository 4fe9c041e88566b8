import { countText, durationText, shareText } from './figure-words.ts';

/** The figures of one month that are set beside those of another. */
export type MonthFigures = {
  submitted: number;
  returned: number;
  rejected: number;
  published: number;
  /** Minutes of service time from the first submission to publication. */
  medianService: number | null;
  p90Service: number | null;
  corrections: number;
  retractions: number;
  fastLane: number;
  /** Second reviews that came late, or have not come and are overdue. */
  reviewsLate: number;
  /** Agencies that have been silent for longer than they are used to. */
  silent: readonly string[];
  /** How many agencies were looked at. */
  agencies: number;
  topReason: { label: string; count: number } | null;
};

type Rule = (month: MonthFigures, before: MonthFigures) => string | undefined;

/** A change of this share is worth a sentence; of fewer editions than this it is chance. */
const notable = { volume: 0.1, time: 0.2, editions: 3, reasonShare: 0.25 } as const;
const shown = 3;

/**
 * Three sentences on a month. Each comes from a rule and its figures alone; what asks for action comes
 * first, and where too little is notable, plain facts fill up.
 */
export function findingsOf(month: MonthFigures, before: MonthFigures): string[] {
  return [...rules, ...plainRules].flatMap((rule) => rule(month, before) ?? []).slice(0, shown);
}

const rules: readonly Rule[] = [
  ({ reviewsLate, fastLane }) =>
    reviewsLate === 0
      ? undefined
      : `${countText(reviewsLate)} dari ${countText(fastLane)} penerbitan jalur cepat ditinjau terlambat atau belum ditinjau orang kedua.`,
  ({ medianService: median }, { medianService: former }) => {
    if (median === null || former === null || former === 0) return undefined;
    const change = (median - former) / former;
    if (Math.abs(change) < notable.time) return undefined;
    return `Waktu tengah sampai terbit ${change > 0 ? 'memanjang' : 'memendek'} dari ${durationText(former)} menjadi ${durationText(median)} layanan.`;
  },
  ({ published }, { published: former }) => {
    const more = published - former;
    if (former === 0 || Math.abs(more) < notable.editions || Math.abs(more) / former < notable.volume) return undefined;
    return `Terbit ${countText(published)} edisi, ${more > 0 ? 'naik' : 'turun'} ${shareText(Math.abs(more) / former)} dari ${countText(former)}.`;
  },
  ({ silent, agencies }) =>
    silent.length === 0
      ? undefined
      : `${countText(silent.length)} dari ${countText(agencies)} perangkat daerah lebih lama tidak terbit dari biasanya: ${namesOf(silent)}.`,
  ({ topReason, returned, rejected }) => {
    const all = returned + rejected;
    if (topReason === null || topReason.count < notable.editions || topReason.count / all < notable.reasonShare)
      return undefined;
    return `Alasan pengembalian terbanyak: ${topReason.label.toLowerCase()}, ${countText(topReason.count)} dari ${countText(all)} pengembalian dan penolakan.`;
  },
  ({ corrections, retractions, published }) =>
    corrections + retractions === 0
      ? undefined
      : `Ada ${countText(corrections)} ralat dan ${countText(retractions)} penarikan pada ${countText(published)} edisi yang terbit.`,
];

/** Always true to say. */
const plainRules: readonly Rule[] = [
  ({ published, submitted }) =>
    published + submitted === 0
      ? 'Belum ada naskah yang diajukan atau terbit.'
      : `Diajukan ${countText(submitted)} kali, terbit ${countText(published)} edisi.`,
  ({ medianService, p90Service }) =>
    medianService === null || p90Service === null
      ? 'Belum ada edisi terbit yang waktunya bisa dihitung.'
      : `Separuh edisi terbit dalam ${durationText(medianService)} layanan, sembilan dari sepuluh dalam ${durationText(p90Service)}.`,
  ({ corrections, retractions }) => (corrections + retractions === 0 ? 'Tidak ada ralat dan penarikan.' : undefined),
  ({ silent }) => (silent.length === 0 ? 'Tidak ada perangkat daerah yang lebih lama diam dari biasanya.' : undefined),
  ({ fastLane }) =>
    fastLane === 0 ? 'Jalur cepat tidak dipakai.' : `Jalur cepat dipakai ${countText(fastLane)} kali.`,
];

const named = 4;

function namesOf(names: readonly string[]): string {
  const rest = names.length - named;
  return rest > 0 ? `${names.slice(0, named).join(', ')}, dan ${countText(rest)} lainnya` : names.join(', ');
}
