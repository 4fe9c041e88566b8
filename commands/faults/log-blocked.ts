import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, statSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { database } from '#db/client.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { freePort } from '../started-app.ts';
import { aDraftAtHand, type DraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { smallDisk } from './small-disk.ts';
import { type Stage, until } from './stage.ts';

const turns = 20;
/** Milliseconds that a page or a save may take. */
const answeredWithin = 1_000;

/** F26: whoever reads the log sleeps and the pipe is full; then the disk of the log is full. */
export const logBlocked: Fault = {
  number: 'F26',
  name: 'Pembaca log tertidur dan pipanya penuh; cakram log penuh',
  promise: 'Layanan jalan terus; baris yang hilang dihitung; log mengalir lagi begitu ada ruang',
  async run(stage) {
    const folder = resolve('.data-e2e-faults-log');
    const disk = await smallDisk(folder, 1);
    try {
      const asleep = await readerAsleep(stage, disk === null ? stage.dataDir : folder);
      if (disk === null)
        return { held: `${asleep}; cakram penuh tidak dijalankan: mesin ini tidak mengizinkan mount tmpfs` };
      const full = await diskFull(stage, folder);
      return { held: `${asleep}; ${full}` };
    } finally {
      await stage.restart();
      await disk?.unmount();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function readerAsleep(stage: Stage, folder: string): Promise<string> {
  const path = join(folder, 'pipa-log');
  execFileSync('mkfifo', [path]);
  const reader = spawn('cat', [path], { stdio: 'ignore' });
  const pipe = openSync(path, 'w');
  try {
    const metrics = freePort();
    reader.kill('SIGSTOP');
    fill(path);
    await stage.restart({ METRICS_PORT: String(metrics) }, { output: pipe });
    const slowest = await serve(stage);
    const lost = await linesLost(metrics);
    promise(Number.isFinite(lost), 'Baris yang hilang tidak dihitung');
    return `pembaca log tertidur: paling lama ${Math.round(slowest)} md, ${lost} baris hilang, sampai 1 MB menunggu`;
  } finally {
    if (reader.signalCode === null) {
      const ended = once(reader, 'exit');
      reader.kill('SIGKILL');
      await ended;
    }
    closeSync(pipe);
    await rm(path, { force: true });
  }
}

/** Writes into the pipe until nothing more fits. */
function fill(path: string): void {
  const end = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    for (const piece of [4_096, 1]) {
      const bytes = Buffer.alloc(piece, '\n');
      try {
        while (writeSync(end, bytes) > 0);
      } catch {
        // It is full.
      }
    }
  } finally {
    closeSync(end);
  }
}

async function diskFull(stage: Stage, folder: string): Promise<string> {
  const path = join(folder, 'log');
  const filler = join(folder, 'pengisi');
  const file = openSync(path, 'a');
  try {
    execFileSync('sh', ['-c', 'cat /dev/zero > "$0" 2>/dev/null || true', filler]);
    await stage.restart({}, { output: file });
    const before = statSync(path).size;
    const slowest = await serve(stage);
    await rm(filler);
    await say();
    await until(async () => statSync(path).size > before, {
      milliseconds: 30_000,
      broken: 'Sesudah ada ruang, log tetap diam',
    });
    return `cakram log penuh: paling lama ${Math.round(slowest)} md, lalu log mengalir lagi`;
  } finally {
    closeSync(file);
  }
}

/** @returns milliseconds of the slowest answer */
async function serve(stage: Stage): Promise<number> {
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  // What is compiled at the first use does not count.
  await client.save(draft.editionId, draft.version, draft.words);
  let slowest = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = performance.now();
    promise((await answered(`${stage.origin}/`))?.status === 200, 'Pembaca tidak dilayani');
    await say();
    const saved = await client.save(draft.editionId, await versionOf(draft), withText(draft.words, `Kata ${turn}.`));
    promise(saved?.status === 200, `Simpan dijawab ${saved?.status}`);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  promise(slowest < answeredWithin, `Jawaban paling lama ${Math.round(slowest)} md`);
  return slowest;
}

const versionOf = async ({ editionId }: DraftAtHand) => (await rowOf(editionId)).version;

/** Has the application write into its log: each look at the site ends with a line. */
const say = () => addJob(database(), 'check_site', {}, { jobKey: 'check_site' });

async function linesLost(metrics: number): Promise<number> {
  const answer = await answered(`http://127.0.0.1:${metrics}/metrics`);
  return Number(/^ruang_warta_log_lines_lost_total (\d+)$/m.exec(answer?.text ?? '')?.[1] ?? Number.NaN);
}
