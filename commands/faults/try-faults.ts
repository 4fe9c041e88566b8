import type { Table } from '../bench/table.ts';
import { writeRows } from '../measured-page.ts';
import { say, seconds } from '../say.ts';
import type { Outcome } from '../steps.ts';
import { backupDiskFull } from './backup-disk-full.ts';
import { clockJumps } from './clock-jumps.ts';
import { databaseDiskFull } from './database-disk-full.ts';
import { databaseHangs, databaseKilled } from './database-gone.ts';
import { decoderKilled } from './decoder-killed.ts';
import { defacement } from './defacement.ts';
import type { Fault } from './fault.ts';
import { giantPaste } from './giant-paste.ts';
import { halfWrittenFile } from './half-written-file.ts';
import { historyTampered } from './history-tampered.ts';
import { jobsTwice } from './jobs-twice.ts';
import { killedBeforeReaders } from './killed-before-readers.ts';
import { killedInAutosave } from './killed-in-autosave.ts';
import { killedInMigration } from './killed-in-migration.ts';
import { killedInUpload } from './killed-in-upload.ts';
import { killedInVerbs } from './killed-in-verbs.ts';
import { logBlocked } from './log-blocked.ts';
import { mailAway } from './mail-away.ts';
import { manyVersions } from './many-versions.ts';
import { mediaDiskFull } from './media-disk-full.ts';
import { networkLost } from './network-lost.ts';
import { newBuildUnderTab } from './new-build-under-tab.ts';
import { expectWhole } from './oracle.ts';
import { securityTrials } from './security-trials.ts';
import { sessionEnds } from './session-ends.ts';
import { openStage, type Stage } from './stage.ts';
import { starterKilled } from './starter-killed.ts';
import { burst, headerFlood, hugeQueries, slowClients, unknownAddresses } from './storms.ts';
import { totalLoss } from './total-loss.ts';
import { twoWriters } from './two-writers.ts';
import { uploadFlood } from './upload-flood.ts';

/** In this order, on one application: what the one leaves behind, the next one finds. */
const faults: readonly Fault[] = [
  killedInAutosave,
  killedInVerbs,
  killedInUpload,
  starterKilled,
  databaseKilled,
  databaseHangs,
  databaseDiskFull,
  mediaDiskFull,
  twoWriters,
  clockJumps,
  jobsTwice,
  networkLost,
  sessionEnds,
  newBuildUnderTab,
  killedBeforeReaders,
  halfWrittenFile,
  totalLoss,
  backupDiskFull,
  mailAway,
  manyVersions,
  killedInMigration,
  decoderKilled,
  logBlocked,
  historyTampered,
  defacement,
  giantPaste,
  burst,
  slowClients,
  unknownAddresses,
  hugeQueries,
  headerFlood,
  uploadFlood,
  ...securityTrials,
];

/** A line of the table. */
type Tried = { fault: Fault; held: boolean; result: string };

/**
 * Brings accidents about on the built application, one after another, and looks after each whether everything is
 * whole.
 *
 * @param numbers which of them; all when empty
 * @param isWritten whether the results go into docs/keandalan.md
 */
export async function tryFaults(numbers: readonly string[], isWritten: boolean): Promise<Outcome> {
  const asked = faults.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
  const stage = await openStage();
  const tried: Tried[] = [];
  try {
    for (const fault of asked) tried.push(await tryOut(fault, stage));
  } finally {
    await stage.close();
  }
  if (isWritten) {
    await writeRows(
      'gangguan',
      tableOf(tried),
      faults.map(({ number }) => number),
    );
  }
  const broken = tried.filter(({ held }) => !held);
  return {
    passed: tried.length - broken.length,
    failed: broken.length,
    failures: broken.map(({ fault, result }) => `${fault.number} ${fault.name}\n    ${result}`),
  };
}

async function tryOut(fault: Fault, stage: Stage): Promise<Tried> {
  const begun = performance.now();
  say(`\n${fault.number} ${fault.name}`);
  try {
    const result = await fault.run(stage);
    if ('notRun' in result) return told({ fault, held: true, result: `tidak dijalankan: ${result.notRun}` }, begun);
    await expectWhole(stage);
    return told({ fault, held: true, result: result.held }, begun);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return told({ fault, held: false, result: `TIDAK DITEPATI: ${why}` }, begun);
  }
}

function told(one: Tried, begun: number): Tried {
  say(`  ${one.held ? '✓' : '✗'} ${one.result} (${seconds(begun)})`);
  return one;
}

function tableOf(tried: readonly Tried[]): Table {
  return {
    head: ['', 'gangguan', 'janji', 'hasil'],
    rows: tried.map(({ fault, result }) => [fault.number, fault.name, fault.promise, result]),
  };
}
