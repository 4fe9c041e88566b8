import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startApp } from '../started-app.ts';
import { aDraftAtHand, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { runCommand } from './run-command.ts';
import type { Stage } from './stage.ts';

/** Minutes in which a lost newsroom must stand again. */
const within = 30;
const pages = ['/', '/opd', '/arsip'];

/** F22: everything is lost but the backups and the keys. A backup is made while people write, and restored elsewhere. */
export const totalLoss: Fault = {
  number: 'F22',
  name: 'Peladen hilang seluruhnya; tinggal cadangan dan kunci',
  promise: 'Satu perintah memulihkan ke pemasangan kosong dalam 30 menit: bita demi bita, jejak, segel, dan foto cocok',
  async run(stage) {
    const archive = await backUpAmidWriting(stage);
    const elsewhere = resolve('.data-e2e-faults-pulih');
    await rm(elsewhere, { recursive: true, force: true });
    await mkdir(elsewhere);
    // Keys never lie in a backup: the operator keeps them elsewhere.
    await copyFile(join(stage.dataDir, 'secrets.json'), join(elsewhere, 'secrets.json'));
    try {
      const begun = performance.now();
      await command('restore', elsewhere, [archive]);
      const minutes = (performance.now() - begun) / 60_000;
      promise(minutes < within, `Pemulihan memakan ${minutes.toFixed(1)} menit`);
      const app = await startApp(elsewhere);
      try {
        for (const path of pages) {
          const answer = await answered(`http://127.0.0.1:${app.port}${path}`);
          promise(answer?.status === 200, `Sesudah dipulihkan ${path} dijawab ${answer?.status}`);
        }
      } finally {
        await app.stop();
      }
      await command('backup-drill', stage.dataDir, []);
      return {
        held: `dicadangkan sambil ditulisi, pulih dalam ${Math.round(minutes * 60)} detik, situs terbuka; uji pulih lulus`,
      };
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  },
};

/** @returns the archive */
async function backUpAmidWriting(stage: Stage): Promise<string> {
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  const saveId = crypto.randomUUID();
  let isOver = false;
  const writing = (async () => {
    while (!isOver) {
      const words = withText(draft.words, 'Kata yang diketik saat cadangan dibuat.');
      const answer = await client.save(draft.editionId, draft.version, words, saveId);
      promise(answer?.status === 200, `Simpan saat cadangan dibuat dijawab ${answer?.status}`);
    }
  })();
  try {
    await command('backup', stage.dataDir, []);
  } finally {
    isOver = true;
    await writing;
  }
  const folder = join(stage.dataDir, 'backups');
  const [newest] = (await readdir(folder))
    .filter((name) => name.endsWith('.tar.gz'))
    .toSorted()
    .toReversed();
  return join(folder, newest ?? '');
}

async function command(name: string, dataDir: string, parts: readonly string[]): Promise<void> {
  const { code, said } = await runCommand(name, dataDir, { parts });
  promise(code === 0, `npm run ${name} gagal: ${said.slice(-600)}`);
}
