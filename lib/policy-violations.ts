import { z } from 'zod';
import { log } from './log.ts';
import { processWide } from './process-wide.ts';

/** What a browser refused: where, by which part of the policy, and the host or kind of what it refused. */
export type PolicyViolation = { surface: 'site' | 'newsroom'; directive: string; blocked: string };

/** How often it was reported since this process started. */
export type CountedViolation = PolicyViolation & { count: number };

/** Kinds of violation that are told apart; strangers can invent endlessly many. */
const mostKinds = 200;
/** Reports of one message that are read. */
const mostInMessage = 20;
/** Milliseconds between two lines of the log. */
const logEvery = 60_000;
/** Kinds in one line of the log. */
const mostInLog = 10;

const directives: ReadonlySet<string> = new Set([
  ...['default-src', 'script-src', 'script-src-elem', 'script-src-attr', 'style-src', 'style-src-elem'],
  ...['style-src-attr', 'img-src', 'font-src', 'media-src', 'connect-src', 'object-src', 'frame-src', 'worker-src'],
  ...['child-src', 'manifest-src', 'base-uri', 'form-action', 'frame-ancestors', 'navigate-to', 'sandbox'],
  ...['require-trusted-types-for', 'trusted-types'],
]);

/** Words that stand where an address would: for what has none. */
const wordsForBlocked: ReadonlySet<string> = new Set(['inline', 'eval', 'wasm-eval', 'self', 'trusted-types-sink']);

const other = 'lain';
const text = z.string().max(4_000).catch('');

/** A report as `report-uri` sends it (CSP level 2), and one of those that `report-to` sends (Reporting API). */
const single = z
  .object({
    'csp-report': z.object({
      'document-uri': text,
      'effective-directive': text,
      'violated-directive': text,
      'blocked-uri': text,
    }),
  })
  .transform(({ 'csp-report': sent }) => [
    violation(sent['document-uri'], sent['effective-directive'] || sent['violated-directive'], sent['blocked-uri']),
  ]);
const several = z
  .array(
    z
      .object({
        type: z.literal('csp-violation'),
        body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text }),
      })
      .nullable()
      .catch(null),
  )
  .max(mostInMessage)
  .transform((sent) =>
    sent.flatMap((report) =>
      report === null
        ? []
        : [violation(report.body.documentURL, report.body.effectiveDirective, report.body.blockedURL)],
    ),
  );

/**
 * What a message of a browser reports; nothing for what is no report. Of its addresses only the host of what was
 * refused is kept, and whether it happened on the site or in the newsroom: neither page nor person.
 */
export function violationsIn(message: string): PolicyViolation[] {
  try {
    return z.union([single, several]).safeParse(JSON.parse(message)).data ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function violation(page: string, directive: string, blocked: string): PolicyViolation {
  const [name = ''] = directive.toLowerCase().split(' ');
  const path = URL.canParse(page) ? new URL(page).pathname : '';
  return {
    surface: path === '/redaksi' || path.startsWith('/redaksi/') ? 'newsroom' : 'site',
    directive: directives.has(name) ? name : other,
    blocked: blockedHost(blocked),
  };
}

function blockedHost(blocked: string): string {
  if (wordsForBlocked.has(blocked)) return blocked;
  if (!URL.canParse(blocked)) return /^(?:data|blob|https?)$/.test(blocked) ? blocked : other;
  const { protocol, host } = new URL(blocked);
  if (protocol === 'http:' || protocol === 'https:') return /^[a-z0-9.-]{1,100}(?::\d+)?$/.test(host) ? host : other;
  return /^(?:data|blob|chrome-extension|moz-extension|safari-web-extension):$/.test(protocol)
    ? protocol.slice(0, -1)
    : other;
}

type Held = { counts: Map<string, CountedViolation>; since: Map<string, number>; timer: NodeJS.Timeout | undefined };
const held = processWide<Held>('policy-violations', () => ({ counts: new Map(), since: new Map(), timer: undefined }));

/** Counts what was reported, in memory alone, and tells the log at most once a minute. */
export function countViolations(violations: readonly PolicyViolation[]): void {
  for (const one of violations) {
    const { counts, since } = held.value;
    const known = counts.get(keyOf(one));
    const kind = known === undefined && counts.size >= mostKinds ? { ...one, directive: other, blocked: other } : one;
    const key = keyOf(kind);
    counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 });
    since.set(key, (since.get(key) ?? 0) + 1);
  }
  if (violations.length > 0) held.value.timer ??= setTimeout(tellLog, logEvery).unref();
}

/** What was reported since this process started, the most frequent first. */
export function policyViolations(): CountedViolation[] {
  return [...held.value.counts.values()].toSorted((one, next) => next.count - one.count);
}

const keyOf = ({ surface, directive, blocked }: PolicyViolation) => `${surface} ${directive} ${blocked}`;

function tellLog(): void {
  const { since } = held.value;
  const reports = [...since.values()].reduce((sum, count) => sum + count, 0);
  const most = [...since].toSorted(([, one], [, next]) => next - one).slice(0, mostInLog);
  log('warn', 'policy_violations', { reports, most: most.map(([key, count]) => `${key} ${count}`).join('; ') });
  since.clear();
  held.value.timer = undefined;
}
