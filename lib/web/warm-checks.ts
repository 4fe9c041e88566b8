import { after } from 'next/server.js';
import { warmUpChecks } from '#lib/language/warm-up.ts';
import { processWide } from '#lib/process-wide.ts';

/**
 * Once somebody has opened an article to write, and has been answered: their submission is checked by this copy of the
 * program, and would be the first that it checks. Once per process.
 */
export function warmChecksAfterwards(): void {
  const warmed = processWide('web.checks-warmed', () => ({ isDone: false }));
  if (warmed.value.isDone) return;
  warmed.value.isDone = true;
  after(warmUpChecks);
}
