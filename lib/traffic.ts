import { processWide } from './process-wide.ts';

/** What a request asked for, by its address: few kinds, whatever strangers send. */
export const requestKinds = ['page', 'file', 'machine', 'newsroom', 'health'] as const;
export type RequestKind = (typeof requestKinds)[number];

const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** Seconds. */
const renderBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

const held = processWide('traffic', () => ({
  answers: new Map<RequestKind, number[]>(requestKinds.map((kind) => [kind, statusClasses.map(() => 0)])),
  renders: { buckets: renderBuckets.map(() => 0), count: 0, seconds: 0 },
}));

/** Notes how long a page took to render. */
export function renderTook(seconds: number): void {
  const { renders } = held.value;
  renders.count += 1;
  renders.seconds += seconds;
  for (const [at, limit] of renderBuckets.entries())
    if (seconds <= limit) renders.buckets[at] = (renders.buckets[at] ?? 0) + 1;
}

/** Renderings since this process began: all, their seconds together, and how many took at most so long. */
export function rendersCounted(): { count: number; seconds: number; within: { limit: number; count: number }[] } {
  const { count, seconds, buckets } = held.value.renders;
  return { count, seconds, within: renderBuckets.map((limit, at) => ({ limit, count: buckets[at] ?? 0 })) };
}

/** Feeds, site maps, calendars and copies for programs. */
const forPrograms = /\.(?:xml|json|ics|md|txt)(?:\?|$)/;

/** The kind of an address: that of its first part, unread and unchecked. */
export function requestKindOf(url: string): RequestKind {
  if (url.startsWith('/redaksi') || url.startsWith('/api/auth/')) return 'newsroom';
  if (url.startsWith('/media/') || url.startsWith('/_next/')) return 'file';
  if (url.startsWith('/api/health/') || url.startsWith('/metrics')) return 'health';
  return url.startsWith('/api/') || forPrograms.test(url) ? 'machine' : 'page';
}

/** Counts an answer. Every request comes by here: an addition and nothing else. */
export function countAnswer(kind: RequestKind, status: number): void {
  const counts = held.value.answers.get(kind);
  const at = Math.trunc(status / 100) - 1;
  if (counts?.[at] !== undefined) counts[at] += 1;
}

/** Answers since this process began, by kind and class of status. */
export function answersCounted(): { kind: RequestKind; statusClass: string; count: number }[] {
  return [...held.value.answers].flatMap(([kind, counts]) =>
    counts.map((count, at) => ({ kind, statusClass: statusClasses[at] ?? '', count })),
  );
}

/** The finished pages of one process, just now. */
export type CacheMeasures = {
  /** Answers since the start: from memory, made or waited for, and older pages in place of one that could not be made. */
  hits: number;
  misses: number;
  standIns: number;
  pages: number;
  bytes: number;
  /** Pages of an older generation that nobody has made anew yet. */
  stale: number;
  /** Pages that wait to be rendered. */
  waiting: number;
};
