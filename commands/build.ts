import { config, loadEnvironmentFile } from '#lib/config.ts';
import { build } from './build-if-stale.ts';
import { sayWhy } from './say.ts';

/**
 * `npm run build`: builds the pages and lists every file of the program, sealed under the signing keys of a real
 * newsroom. Whoever updates the program runs it; a start refuses files that are not on the list.
 * `--tanpa-kunci` makes a list without seal where the keys are not, as when an image is built.
 */
try {
  loadEnvironmentFile();
  const isApart = process.argv.includes('--tanpa-kunci');
  const isDemo = !isApart && config().mode === 'demo';
  await build(isApart || isDemo ? [] : config().signingKeys, !isDemo);
} catch (error) {
  sayWhy(error, 'build');
  process.exitCode = 1;
}
