import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { isProcessAlive } from '#lib/process-alive.ts';
import { aDraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

const text = 'Kata yang disimpan sebelum mesinnya mati.';

/**
 * F4: whoever started PostgreSQL is killed. The next start adopts the living one, or recovers a dead one: also when
 * its lock names a process that is somebody else by now, and when its port is taken.
 */
export const starterKilled: Fault = {
  number: 'F4',
  name: 'Proses yang menyalakan PostgreSQL dibunuh',
  promise:
    'Nyala berikutnya mengambil alih yang hidup atau memulihkan yang mati; kunci tidak dihapus, data tidak disusun ulang',
  async run(stage) {
    const draft = await aDraftAtHand();
    const client = await newsroomClient(stage, draft.writer);
    const saved = await client.save(draft.editionId, draft.version, withText(draft.words, text));
    promise(saved?.status === 200, `Simpan dijawab ${saved?.status}`);
    await stage.apart(async () => {
      await adopted(stage);
      await recovered(stage);
      await recoveredFromStrangers(stage);
    });
    const { body } = await rowOf(draft.editionId);
    promise(JSON.stringify(body).includes(text), 'Yang sudah dinyatakan tersimpan hilang');
    return {
      held: 'yang hidup diambil alih; yang mati pulih, juga dengan kunci basi dan port yang dipakai orang lain',
    };
  },
};

async function adopted(stage: Stage): Promise<void> {
  const before = await stage.postgresPid();
  await stage.kill();
  await stage.start();
  promise((await stage.postgresPid()) === before, 'PostgreSQL yang masih hidup tidak diambil alih');
}

/** Both die at once, so that the next start meets a lock and a log to replay. */
async function recovered(stage: Stage): Promise<void> {
  await die(stage);
  await stage.start();
}

/** The lock names a living process that is no PostgreSQL, and somebody else listens at its port. */
async function recoveredFromStrangers(stage: Stage): Promise<void> {
  const folder = join(stage.dataDir, 'postgres');
  await die(stage);
  const { port } = z
    .looseObject({ port: z.int() })
    .parse(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')));
  const lock = join(folder, 'data', 'postmaster.pid');
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
  const listener = createServer((socket) => socket.destroy());
  try {
    await new Promise<void>((done) => listener.listen(port, '127.0.0.1', done));
    // PostgreSQL runs as somebody else then, and knows that a process of root's is none of its own.
    if (process.getuid?.() === 0) {
      const lines = (await readFile(lock, 'utf8')).split('\n');
      await writeFile(lock, [stranger.pid, ...lines.slice(1)].join('\n'));
    }
    await stage.start();
  } finally {
    stranger.kill('SIGKILL');
    await new Promise((done) => listener.close(done));
  }
}

async function die(stage: Stage): Promise<void> {
  const postgres = await stage.postgresPid();
  await stage.kill();
  process.kill(postgres, 'SIGKILL');
  await until(async () => !isProcessAlive(postgres), { milliseconds: 10_000, broken: 'PostgreSQL tidak mati' });
}
