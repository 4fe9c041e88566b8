import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { aDraftAtHand, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type Answered, answered, type NewsroomClient, newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

/** Milliseconds in which PostgreSQL must serve again after its death. */
const backWithin = 10_000;
/** Seconds it hangs; `--sepuluh-menit` makes it ten minutes. */
const hangs = process.argv.includes('--sepuluh-menit') ? 600 : 45;
/** Milliseconds that an editor's save may take to be told that the database is away. */
const toldWithin = 15_000;

/** F5: PostgreSQL is killed. Readers read on, writers are told, and it is back by itself. */
export const databaseKilled: Fault = {
  number: 'F5',
  name: 'PostgreSQL dibunuh (`kill -9`)',
  promise: 'Pembaca tetap membaca; ruang redaksi diberi tahu dan teksnya utuh; pulih sendiri dalam 10 detik',
  async run(stage) {
    const { client, save } = await aWriter(stage);
    await readAhead(stage);
    const killed = await stage.postgresPid();
    process.kill(killed, 'SIGKILL');
    await expectReading(stage);
    // What the killed one began still answers for a moment.
    const isAnother = async () => (await stage.postgresPid().catch(() => killed)) !== killed;
    const took = await until(async () => (await isAnother()) && (await save())?.status === 200, {
      milliseconds: backWithin,
      broken: 'Sesudah 10 detik ruang redaksi masih belum dapat menyimpan',
    });
    await expectReading(stage);
    promise((await client.get('/redaksi'))?.status === 200, 'Meja redaksi tidak terbuka sesudah pulih');
    return { held: `pulih dalam ${Math.round(took)} md` };
  },
};

/** F6: PostgreSQL hangs: it takes connections and answers nothing. As if it were away; nothing waits for ever. */
export const databaseHangs: Fault = {
  number: 'F6',
  name: `PostgreSQL tidak menjawab selama ${hangs} detik`,
  promise: 'Pembaca tetap membaca; simpan dijawab 503 dengan Retry-After, lalu berhasil tanpa campur tangan',
  async run(stage) {
    const { save } = await aWriter(stage);
    await readAhead(stage);
    const processes = await databaseProcesses(stage);
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    const slowest = { told: 0, read: 0 };
    try {
      const over = performance.now() + hangs * 1_000;
      while (performance.now() < over) {
        slowest.read = Math.max(slowest.read, await expectReading(stage));
        const asked = performance.now();
        const answer = await save();
        slowest.told = Math.max(slowest.told, performance.now() - asked);
        promise(answer?.status === 503, `Simpan dijawab ${answer?.status}, bukan 503`);
        promise(answer?.retryAfter !== null, 'Jawaban 503 tidak menyebut kapan mencoba lagi');
        await pause(1_000);
      }
    } finally {
      for (const pid of processes) process.kill(pid, 'SIGCONT');
    }
    promise(slowest.told < toldWithin, `Penulis menunggu ${Math.round(slowest.told)} md sebelum diberi tahu`);
    const took = await until(async () => (await save())?.status === 200, {
      milliseconds: backWithin,
      broken: 'Sesudah PostgreSQL menjawab lagi, simpan masih gagal',
    });
    return {
      held: `halaman paling lambat ${Math.round(slowest.read)} md, penulis diberi tahu dalam ${Math.round(slowest.told)} md, pulih dalam ${Math.round(took)} md`,
    };
  },
};

/** Somebody who saves the same words again and again: unchanged words are taken, too. */
async function aWriter(stage: Stage): Promise<{ client: NewsroomClient; save: () => Promise<Answered> }> {
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  const saveId = crypto.randomUUID();
  const words = withText(draft.words, 'Kata yang diketik saat basis data tidak ada.');
  return { client, save: () => client.save(draft.editionId, draft.version, words, saveId) };
}

const popular = ['/', '/opd', '/arsip'];

/** As readers did before the accident: what nobody has read cannot be kept. */
async function readAhead({ origin }: Stage): Promise<void> {
  for (const path of popular) await answered(`${origin}${path}`);
}

/** @returns milliseconds of the slowest of the popular pages */
async function expectReading({ origin }: Stage): Promise<number> {
  let slowest = 0;
  for (const path of popular) {
    const asked = performance.now();
    const answer = await answered(`${origin}${path}`);
    slowest = Math.max(slowest, performance.now() - asked);
    promise(answer?.status === 200, `Pembaca mendapat ${answer?.status} untuk ${path}`);
  }
  return slowest;
}

/** PostgreSQL with all it has begun. */
async function databaseProcesses(stage: Stage): Promise<number[]> {
  const first = await stage.postgresPid();
  const others = execFileSync('ps', ['-o', 'pid=', '--ppid', String(first)])
    .toString()
    .trim()
    .split(/\s+/);
  return [first, ...others.map(Number)];
}
