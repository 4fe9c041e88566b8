import type { Durations } from './durations.ts';
import { countText, durationText, shareText } from './figure-words.ts';
import type { Silence } from './silence.ts';

/**
 * What each chart says, in one sentence: it stands above the chart, and is what a screen reader hears of
 * it. Null where there is nothing to draw. Only figures, no prose.
 */

export function flowSentence({
  submitted,
  returned,
  published,
}: Record<'submitted' | 'returned' | 'published', number>) {
  if (submitted + returned + published === 0) return null;
  return `Terbit ${countText(published)} edisi dari ${countText(submitted)} pengajuan; ${countText(returned)} kali dikembalikan.`;
}

export function timesSentence({ count, medianService, p90Service }: Durations): string | null {
  if (medianService === null || p90Service === null) return null;
  return `Separuh dari ${countText(count)} edisi terbit dalam ${durationText(medianService)} layanan, sembilan dari sepuluh dalam ${durationText(p90Service)}.`;
}

/** @param stages by their names on the screen */
export function stagesSentence(stages: readonly (Durations & { label: string })[]): string | null {
  const longest = stages.reduce<{ label: string; minutes: number } | null>((top, { label, medianService }) => {
    if (medianService === null || (top !== null && top.minutes >= medianService)) return top;
    return { label, minutes: medianService };
  }, null);
  if (longest === null) return null;
  return `Paling lama di tahap “${longest.label}”: nilai tengah ${durationText(longest.minutes)} layanan.`;
}

export function standingSentence(stages: readonly { waitingNow: number; lateNow: number }[]): string | null {
  const waiting = stages.reduce((sum, { waitingNow }) => sum + waitingNow, 0);
  const late = stages.reduce((sum, { lateNow }) => sum + lateNow, 0);
  if (waiting === 0) return null;
  return `Sekarang ${countText(waiting)} naskah menunggu; ${late === 0 ? 'tidak ada yang' : countText(late)} terlambat.`;
}

export function reasonsSentence(reasons: readonly { label: string; returned: number; rejected: number }[]) {
  const [top] = reasons;
  if (top === undefined) return null;
  const all = reasons.reduce((sum, { returned, rejected }) => sum + returned + rejected, 0);
  const most = top.returned + top.rejected;
  return `Alasan terbanyak: ${top.label.toLowerCase()}, ${countText(most)} dari ${countText(all)} (${shareText(most / all)}).`;
}

export function changesSentence(rows: readonly { kind: string; count: number }[], published: number): string | null {
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0;
  if (rows.every(({ count }) => count === 0)) return null;
  return `${countText(of('correction'))} ralat dan ${countText(of('retract'))} penarikan pada ${countText(published)} edisi yang terbit.`;
}

export function fastLaneSentence(
  outcomes: readonly { outcome: string; count: number }[],
  total: number,
): string | null {
  if (total === 0) return null;
  const late = outcomes
    .filter(({ outcome }) => outcome === 'late' || outcome === 'overdue')
    .reduce((sum, { count }) => sum + count, 0);
  return `Jalur cepat dipakai ${countText(total)} kali; ${late === 0 ? 'tidak ada' : countText(late)} tinjauan kedua yang terlambat.`;
}

export function silenceSentence(agencies: readonly Pick<Silence, 'standing'>[]): string | null {
  if (agencies.length === 0) return null;
  const silent = agencies.filter(({ standing }) => standing === 'silent').length;
  const all = countText(agencies.length);
  if (silent === 0) return `Tidak satu pun dari ${all} perangkat daerah lebih lama diam dari biasanya.`;
  return `${countText(silent)} dari ${all} perangkat daerah lebih lama tidak terbit dari biasanya.`;
}
