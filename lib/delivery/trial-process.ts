import { startTrial } from './trial.ts';

/** One instance in a process of its own, for tests of several: prints its port, ends with its input. */
const [databaseUrl = '', folder = ''] = process.argv.slice(2);
const trial = await startTrial({ databaseUrl, folder });
process.stdout.write(`${trial.port}\n`);
process.stdin.resume();
process.stdin.on('end', () => void trial.stop());
