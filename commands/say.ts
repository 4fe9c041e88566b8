import { issuesOf } from '#lib/errors.ts';
import { logBug } from '#lib/log.ts';

// When nobody reads our lines any more (a closed terminal, a dead log reader, `| head`), the work goes
// on: a crash would leave the database running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** A line for the person at the terminal. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A line beside what the command prints, for the person and not for a program that reads along. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Why a command ends: the sentences of a refusal, or, for a bug, its stack with an id. */
export function sayWhy(error: unknown, where: string): void {
  const issues = issuesOf(error);
  if (issues.length === 0) {
    const id = logBug(where, error);
    process.stderr.write(`\nRuang Warta berhenti karena galat yang tidak terduga (${id}). Rinciannya ada di atas.\n`);
    return;
  }
  process.stderr.write('\n');
  for (const issue of issues) process.stderr.write(`✗ ${issue.text}\n`);
}

/** How long something took, in words: `2,1 detik`. */
export function seconds(from: number): string {
  const value = (performance.now() - from) / 1000;
  return `${value.toLocaleString('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} detik`;
}
