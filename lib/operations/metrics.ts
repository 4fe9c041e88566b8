import { createHash, timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { config } from '#lib/config.ts';
import { log, lostLines, reasonOf } from '#lib/log.ts';
import { answersCounted, type CacheMeasures, rendersCounted } from '#lib/traffic.ts';
import { diskRoom } from './disk.ts';
import { type Figures, figures } from './figures.ts';

/** What only this process knows; absent where it does not do that work. */
export type ProcessMeasures = {
  cache?: () => CacheMeasures & { kept: { pages: number; bytes: number } };
  /** Open pages that hear what happens. */
  desks?: () => number;
};

export type Metrics = {
  /** Everything, in the text format of Prometheus 0.0.4. */
  read(): Promise<{ status: number; contentType: string; location: undefined; body: Buffer }>;
};

/**
 * The measurements of this process and of the rows that all processes share. Nothing is worked out before somebody
 * asks, and no label takes a value that a stranger could choose: no paths, no ids, no names.
 */
export function openMetrics(own: ProcessMeasures): Metrics {
  const runtime = new Registry();
  collectDefaultMetrics({ register: runtime });

  return {
    async read() {
      const text = [await runtime.metrics(), renderHistogram(), await (await gather(own)).metrics()].join('\n');
      return { status: 200, contentType: runtime.contentType, location: undefined, body: Buffer.from(text) };
    },
  };
}

/** Made anew each time: what is no longer known shall be missing, not stand at its last value. */
async function gather(own: ProcessMeasures): Promise<Registry> {
  const registry = new Registry();
  const registers = [registry];
  const gauges = new Map<string, Gauge<string>>();
  const counters = new Map<string, Counter<string>>();

  function gauge(name: string, help: string, value: number, labels: Record<string, string> = {}): void {
    const labelNames = Object.keys(labels);
    const held = gauges.get(name) ?? new Gauge({ name: prefix + name, help, labelNames, registers });
    gauges.set(name, held);
    held.set(labels, value);
  }

  function counter(name: string, help: string, value: number, labels: Record<string, string> = {}): void {
    const labelNames = Object.keys(labels);
    const held = counters.get(name) ?? new Counter({ name: prefix + name, help, labelNames, registers });
    counters.set(name, held);
    held.inc(labels, value);
  }

  function ofProcess(): void {
    for (const { kind, statusClass, count } of answersCounted())
      counter('answers_total', 'Answers by what was asked for and class of status.', count, {
        kind,
        status: statusClass,
      });
    counter('log_lines_lost_total', 'Lines of the log that could not be written.', lostLines());
    const cache = own.cache?.();
    if (cache !== undefined) {
      counter('cache_answers_total', "Readers' pages by where they came from.", cache.hits, { from: 'memory' });
      counter('cache_answers_total', '', cache.misses, { from: 'made' });
      counter('cache_answers_total', '', cache.standIns, { from: 'older' });
      gauge('cache_pages', 'Finished pages in memory and on disk.', cache.pages, { where: 'memory' });
      gauge('cache_pages', '', cache.kept.pages, { where: 'disk' });
      gauge('cache_bytes', 'Bytes of finished pages.', cache.bytes, { where: 'memory' });
      gauge('cache_bytes', '', cache.kept.bytes, { where: 'disk' });
      gauge('cache_stale_pages', 'Pages of an older generation that nobody has made anew yet.', cache.stale);
      gauge('renders_waiting', 'Pages that wait to be rendered.', cache.waiting);
    }
    if (own.desks !== undefined) gauge('open_desks', 'Open pages of the newsroom that hear what happens.', own.desks());
  }

  function ofRows({ queue, failedByTask, late, mail, ...rest }: Figures): void {
    const at = Date.now();
    const age = (moment: Date) => Math.max(0, (at - moment.getTime()) / 1_000);
    for (const state of ['waiting', 'running', 'retrying', 'failed'] as const)
      gauge('jobs', 'Jobs of the queue by how they stand.', queue[state], { state });
    gauge('job_oldest_seconds', 'How long the oldest job has been due.', queue.oldestSeconds);
    for (const { task, count } of failedByTask)
      gauge('jobs_failed', 'Jobs that are given up, by task.', count, { task });
    if (rest.lastRoundAt !== null)
      gauge('job_round_age_seconds', 'Since a round of jobs began.', age(rest.lastRoundAt));
    gauge('late', 'What is late, by kind.', late.schedule, { what: 'schedule' });
    gauge('late', '', late.secondReviews, { what: 'second_review' });
    gauge('unconfirmed', 'Approved editions that wait for their second signature.', late.unconfirmed);
    gauge('mails', 'Mails that are not sent, by how they stand.', mail.waiting, { state: 'waiting' });
    gauge('mails', '', mail.failed, { state: 'failed' });
    gauge('mail_oldest_seconds', 'How long the oldest mail has been waiting.', mail.oldestSeconds);
    gauge('sessions', 'Sessions in which people are signed in.', rest.liveSessions);
    for (const [kind, open] of rest.openAlarms) gauge('alarms', 'Open alarms by kind.', open, { kind });
    if (rest.integrity !== null) {
      gauge(
        'integrity_whole',
        'Whether the last check of the audit log and all articles found everything whole.',
        Number(rest.integrity.isWhole),
      );
      gauge('integrity_check_age_seconds', 'Since that check.', age(rest.integrity.checkedAt));
    }
    if (rest.backups?.lastWholeAt)
      gauge('backup_age_seconds', 'Since the last whole backup.', age(rest.backups.lastWholeAt));
    if (rest.backups?.lastDrill) {
      gauge('backup_drill_age_seconds', 'Since a backup was last restored for trial.', age(rest.backups.lastDrill.at));
      gauge('backup_drill_whole', 'Whether that restored everything.', Number(rest.backups.lastDrill.isWhole));
    }
  }

  async function ofDisks(): Promise<void> {
    const { dataDir } = config();
    const room = await diskRoom(dataDir);
    if (room === undefined) return;
    gauge('disk_free_bytes', 'Room left on the disk of the data folder.', room.free);
    gauge('disk_bytes', 'All room of that disk.', room.total);
  }

  ofProcess();
  await ofDisks();
  try {
    ofRows(await figures());
    gauge('database_up', 'Whether the database answers.', 1);
  } catch (error) {
    log('warn', 'figures_not_read', { reason: reasonOf(error) });
    gauge('database_up', 'Whether the database answers.', 0);
  }
  return registry;
}

function renderHistogram(): string {
  const name = `${prefix}render_seconds`;
  const { count, seconds, within } = rendersCounted();
  return [
    `# HELP ${name} How long readers' pages took to render.`,
    `# TYPE ${name} histogram`,
    ...within.map((bucket) => `${name}_bucket{le="${bucket.limit}"} ${bucket.count}`),
    `${name}_bucket{le="+Inf"} ${count}`,
    `${name}_sum ${seconds}`,
    `${name}_count ${count}`,
    '',
  ].join('\n');
}

const prefix = 'ruang_warta_';

/** Whether `Authorization` shows the token. Compared by hash, in the same time whatever it is. */
export function bearsToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
