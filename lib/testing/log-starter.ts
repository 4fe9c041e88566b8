import { spawnSync } from 'node:child_process';
import { keepLogFlowing, logConsole } from '../../commands/log-output.ts';
import { log, lostLines } from '../log.ts';

/** A process of its own that logs far more than a pipe holds and then says on standard output how many lines were lost. */
const { console: libraries } = globalThis;
keepLogFlowing();
logConsole();
// Whoever inherits our streams makes writing to them wait for their reader, in us as well.
spawnSync(process.execPath, ['--version'], { stdio: ['ignore', 'ignore', 'inherit'] });
for (let line = 0; line < 20_000; line += 1) log('info', 'uji', { text: 'x'.repeat(200) });
// What is told to the stream of a reader that is gone comes back as an error a moment later.
setTimeout(() => {
  log('info', 'later');
  const error = Object.assign(new Error('Failed query: insert … params: kalimat rahasia'), {
    params: ['kalimat rahasia'],
    digest: '12345',
    cause: new Error('relation does not exist'),
  });
  libraries.error('⨯', error);
  process.stdout.write(`lost ${lostLines()}\n`, () => process.exit(0));
}, 50);
