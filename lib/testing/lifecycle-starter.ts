import { once } from 'node:events';
import { lifecycle } from '../../commands/lifecycle.ts';
import { say } from '../../commands/say.ts';

/**
 * A process of its own with three parts: the second starts when a line comes in, and the one named
 * by the first argument fails to stop. It says what it does, for tests that send it signals.
 */
const [broken] = process.argv.slice(2);
const { begin } = lifecycle();

const stop = (name: string) => async () => {
  say(`stops ${name}`);
  if (name === broken) throw new Error('broken');
};

await begin('first', async () => say('first'), stop('first'));
await begin(
  'second',
  async () => {
    say('second waits');
    await once(process.stdin, 'data');
  },
  stop('second'),
);
await begin('third', async () => say('third'), stop('third'));
