import { type CountedViolation, policyViolations } from '#lib/policy-violations.ts';

/** What browsers refused and reported to this process, in words for who runs the install. */
export type RefusedByBrowsers = {
  since: Date;
  reports: number;
  /** The most frequent first; `rest` counts the reports of the kinds that are not named. */
  kinds: { where: string; what: string; from: string; count: number }[];
  rest: number;
};

/** As many kinds as a page bears. */
const namedAtMost = 12;

/** What was reported since this process started. Each process counts for itself, in memory. */
export function refusedByBrowsers(at: Date): RefusedByBrowsers {
  return refusedInWords(new Date(at.getTime() - process.uptime() * 1_000), policyViolations());
}

/** @param counted the most frequent first */
export function refusedInWords(since: Date, counted: readonly CountedViolation[]): RefusedByBrowsers {
  const named = counted.slice(0, namedAtMost);
  const sum = (some: readonly CountedViolation[]) => some.reduce((total, { count }) => total + count, 0);
  return {
    since,
    reports: sum(counted),
    kinds: named.map(inWords),
    rest: sum(counted) - sum(named),
  };
}

function inWords({ surface, directive, blocked, count }: CountedViolation): RefusedByBrowsers['kinds'][number] {
  return {
    where: surface === 'site' ? 'Situs' : 'Ruang redaksi',
    what: `${loads.find(([begin]) => directive.startsWith(begin))?.[1] ?? 'Lainnya'} (${directive})`,
    from: sources[blocked] ?? blocked,
    count,
  };
}

/** What a part of the policy is about, by how its name begins. */
const loads: readonly (readonly [begin: string, words: string])[] = [
  ['script-src', 'Skrip'],
  ['style-src', 'Gaya tampilan'],
  ['img-src', 'Gambar'],
  ['font-src', 'Huruf'],
  ['media-src', 'Suara atau video'],
  ['connect-src', 'Sambungan'],
  ['frame-ancestors', 'Ditampilkan dalam situs lain'],
  ['frame-src', 'Bingkai'],
  ['child-src', 'Bingkai'],
  ['form-action', 'Tujuan formulir'],
  ['navigate-to', 'Tujuan tautan'],
  ['worker-src', 'Skrip latar'],
  ['require-trusted-types-for', 'Teks yang dijadikan skrip'],
  ['trusted-types', 'Teks yang dijadikan skrip'],
];

const sources: Readonly<Record<string, string>> = {
  inline: 'tertulis di halaman',
  eval: 'disusun saat berjalan',
  'wasm-eval': 'disusun saat berjalan',
  self: 'situs ini sendiri',
  'trusted-types-sink': 'tertulis di halaman',
  data: 'tertanam (data:)',
  blob: 'disusun peramban (blob:)',
  'chrome-extension': 'pengaya peramban',
  'moz-extension': 'pengaya peramban',
  'safari-web-extension': 'pengaya peramban',
  lain: 'tidak dikenal',
};
