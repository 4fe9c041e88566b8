import { closeDatabase, useDatabase } from '#db/client.ts';
import { type FillProgress, fillDemo } from '#db/demo/fill.ts';
import { loadEnvironmentFile } from '#lib/config.ts';
import { say, sayWhy } from './say.ts';

/**
 * The process in which the demo is filled, begun by fill-demo.ts: drawing pictures takes memory
 * that the server would otherwise hold on to for as long as it runs.
 */
const leftAlone = () => process.exit(1);
process.on('disconnect', leftAlone);
loadEnvironmentFile();
useDatabase(process.env.DEMO_FILL_URL ?? '');
try {
  await fillDemo({ onProgress: progressLines() });
} catch (error) {
  sayWhy(error, 'demo');
  process.exitCode = 1;
} finally {
  await closeDatabase();
  process.off('disconnect', leftAlone);
  process.disconnect();
}

function progressLines(): (progress: FillProgress) => void {
  const stageWords = { office: 'kantor dan akun', pictures: 'foto', articles: 'langkah redaksi' } as const;
  let told = '';
  // A line at each quarter of a stage: enough to see that it goes on.
  return ({ stage, done, of }) => {
    const quarter = Math.floor((done / of) * 4);
    const mark = `${stage} ${quarter}`;
    if (mark === told || quarter === 0) return;
    told = mark;
    say(`  ${stageWords[stage]}: ${done} dari ${of}`);
  };
}
