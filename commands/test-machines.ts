import { buildIfStale } from './build-if-stale.ts';
import { webKilledBehindNginx } from './faults/web-killed-behind-nginx.ts';
import { say, sayWhy, seconds } from './say.ts';

/** `npm run test:machines`: two processes that serve and one that works behind nginx, and what happens when one is killed. */
await buildIfStale();
const begun = performance.now();
say(`${webKilledBehindNginx.name}\n  ${webKilledBehindNginx.promise} …`);
try {
  const result = await webKilledBehindNginx.run();
  if ('held' in result) say(`  ditepati dalam ${seconds(begun)}: ${result.held}`);
  else say(`  tidak dijalankan: ${result.notRun}`);
} catch (error) {
  sayWhy(error, 'test_machines');
  process.exitCode = 1;
}
