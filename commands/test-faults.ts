import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.ts';
import { databaseHangs, databaseKilled } from './faults/database-gone.ts';
import type { Fault } from './faults/fault.ts';
import { killedBeforeReaders } from './faults/killed-before-readers.ts';
import { killedInAutosave } from './faults/killed-in-autosave.ts';
import { killedInUpload } from './faults/killed-in-upload.ts';
import { killedInVerbs } from './faults/killed-in-verbs.ts';
import { mailAway } from './faults/mail-away.ts';
import { expectWhole } from './faults/oracle.ts';
import { openStage, type Stage } from './faults/stage.ts';
import { say, seconds } from './say.ts';

/** In this order, on one application: what the one leaves behind, the next one finds. */
const faults: readonly Fault[] = [
  killedInAutosave,
  killedInVerbs,
  killedInUpload,
  databaseKilled,
  databaseHangs,
  killedBeforeReaders,
  mailAway,
];

/**
 * `npm run test:faults [-- F1 F5 …] [-- --sepuluh-menit]`: brings each accident about on the built application,
 * and looks afterwards whether everything is whole. Ends with code 1 when a promise was broken.
 */
async function testFaults(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: { 'sepuluh-menit': { type: 'boolean' } } });
  const asked = faults.filter(({ number }) => positionals.length === 0 || positionals.includes(number));
  await buildIfStale();
  const stage = await openStage();
  const tally = { passed: 0, failed: 0 };
  try {
    for (const fault of asked) tally[(await tried(fault, stage)) ? 'passed' : 'failed'] += 1;
  } finally {
    await stage.close();
  }
  say(`\n${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

async function tried(fault: Fault, stage: Stage): Promise<boolean> {
  const begun = performance.now();
  say(`\n${fault.number} ${fault.name}`);
  try {
    const result = await fault.run(stage);
    if ('notRun' in result) {
      say(`  tidak dijalankan: ${result.notRun}`);
      return true;
    }
    await expectWhole(stage);
    say(`  ✓ ${result.held} (${seconds(begun)})`);
    return true;
  } catch (error) {
    say(`  ✗ ${error instanceof Error ? error.message : String(error)} (${seconds(begun)})`);
    return false;
  }
}

await testFaults();
