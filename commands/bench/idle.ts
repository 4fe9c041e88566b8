import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';

const counted = z.array(z.object({ due: z.coerce.number() })).length(1);

/** Milliseconds that the jobs of a start may take: drawing share cards is among them. */
const patience = 300_000;

/** Waits until no job is due: what the application does behind would be measured as well. */
export async function untilIdle(): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const rows = await database().execute(sql`
      select count(*) as due from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`);
    if (counted.parse([...rows])[0]?.due === 0) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The jobs of the start did not end.');
}
