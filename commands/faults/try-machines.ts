import { tableMarkdown } from '../bench/table.ts';
import { writePart } from '../measured-page.ts';
import { say, seconds } from '../say.ts';
import type { Outcome } from '../steps.ts';
import { webKilledBehindNginx } from './web-killed-behind-nginx.ts';

/**
 * Accidents that need more than one process of the application. They have machines of their own instead of the one
 * stage of the others.
 *
 * @param isWritten whether the result goes into docs/keandalan.md
 */
export async function tryMachines(isWritten: boolean): Promise<Outcome> {
  const begun = performance.now();
  const { name, promise } = webKilledBehindNginx;
  say(`\n${name}`);
  const { held, result } = await tryOut();
  say(`  ${held ? '✓' : '✗'} ${result} (${seconds(begun)})`);
  if (isWritten)
    await writePart('mesin', tableMarkdown({ head: ['gangguan', 'janji', 'hasil'], rows: [[name, promise, result]] }));
  return held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tryOut(): Promise<{ held: boolean; result: string }> {
  try {
    const result = await webKilledBehindNginx.run();
    return { held: true, result: 'notRun' in result ? `tidak dijalankan: ${result.notRun}` : result.held };
  } catch (error) {
    return { held: false, result: `TIDAK DITEPATI: ${error instanceof Error ? error.message : String(error)}` };
  }
}
