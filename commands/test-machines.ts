import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.ts';
import { tryMachines } from './faults/try-machines.ts';

/**
 * `npm run test:machines [-- --write]`: two processes that serve and one that works behind nginx, one of them killed.
 * `--write` puts the result into docs/keandalan.md.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
await buildIfStale();
const { failed } = await tryMachines(values.write === true);
process.exitCode = failed === 0 ? 0 : 1;
