import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';

/** Every kind of job there is. lib/jobs/tasks.ts says what each does. */
export type JobName =
  | 'make_renditions'
  | 'sweep_media'
  | 'purge_discarded'
  | 'purge_photo'
  | 'renew_pages'
  | 'learn_words'
  | 'index_unlisted'
  | 'draw_share_card'
  | 'redraw_share_cards'
  | 'heed_portal_names'
  | 'reopen_document'
  | 'turn_photo'
  | 'watch_desk'
  | 'recount_targets'
  | 'find_similar'
  | 'remind_reviews'
  | 'weekly_fast_lane'
  | 'deliver_mail'
  | 'end_past_delegations'
  | 'close_dormant'
  | 'publish_chain_head'
  | 'check_integrity'
  | 'watch_chain'
  | 'list_paragraphs'
  | 'list_link_hosts'
  | 'check_site'
  | 'watch_backups'
  | 'tell_people'
  | 'mail_news'
  | 'mail_digests'
  | 'heed_failed_jobs'
  | 'end_terms';

export type JobOptions = {
  /** Not before this moment. */
  runAt?: Date;
  /** A job of the same key that has not begun is replaced, so that there is one. */
  jobKey?: string;
  /** After so many attempts it counts as failed; the queue's own default is 25. */
  maxAttempts?: number;
  /** Jobs of one queue run one after another, on whichever machine, and leave the other workers free. */
  queueName?: string;
};

/**
 * Asks for work after this transaction. A transaction that is rolled back takes its jobs along.
 * A job may run twice (a machine dies between the effect and its record), so tasks must bear that.
 *
 * @param payload ids and numbers; whatever else the task needs it reads from the database
 */
export async function addJob(
  tx: Queryable,
  name: JobName,
  payload: Readonly<Record<string, string | number | boolean | null>>,
  options: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`
    select 1 from graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      queue_name => ${options.queueName ?? null}::text,
      max_attempts => ${options.maxAttempts ?? null}::int,
      job_key => ${options.jobKey ?? null}::text
    )`);
}
