import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.ts';
import { tryFaults } from './faults/try-faults.ts';
import { machine } from './measured-page.ts';
import { say } from './say.ts';

/**
 * `npm run test:faults [-- F1 F5 …] [-- --sepuluh-menit] [-- --write]`: accidents on the built application. `--write`
 * puts the results into docs/keandalan.md, `--sepuluh-menit` lets PostgreSQL hang for ten minutes. Ends with code 1
 * when a promise was broken.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'sepuluh-menit': { type: 'boolean' }, write: { type: 'boolean' } },
});
await buildIfStale();
say(machine());
const { passed, failed } = await tryFaults(positionals, values.write === true);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
