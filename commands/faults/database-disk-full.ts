import { execFileSync } from 'node:child_process';
import { rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { closeDatabase, databaseUrl, useDatabase } from '#db/client.ts';
import { aDraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type Answered, answered, newsroomClient } from './newsroom-client.ts';
import { expectWhole } from './oracle.ts';
import { type SmallDisk, smallDisk } from './small-disk.ts';
import { openStage, type Stage } from './stage.ts';

const name = '.data-e2e-faults-sempit';
const megabytes = 700;
const mostSaves = 400;
const backWithin = 60_000;

const savedAnswer = z.object({ version: z.int() });

/** F7: the disk of the database is full. Saves are refused in words and whole; readers read on; room makes it work again. */
export const databaseDiskFull: Fault = {
  number: 'F7',
  name: 'Cakram basis data penuh',
  promise:
    'Simpan ditolak dengan jelas, tidak ada versi setengah; pembaca tetap membaca; pulih sendiri begitu ada ruang',
  async run() {
    const dataDir = resolve(name);
    const usual = databaseUrl();
    await rm(dataDir, { recursive: true, force: true });
    const disk = await smallDisk(dataDir, megabytes);
    if (disk === null) return { notRun: 'mesin ini tidak mengizinkan mount tmpfs' };
    await closeDatabase();
    try {
      const own = await openStage({ folder: name, fresh: false });
      try {
        const held = await fillAndRecover(own, disk);
        await expectWhole(own);
        return { held };
      } finally {
        await own.close();
      }
    } finally {
      await disk.unmount();
      await rm(dataDir, { recursive: true, force: true });
      useDatabase(usual);
    }
  },
};

async function fillAndRecover(stage: Stage, disk: SmallDisk): Promise<string> {
  const folder = stage.dataDir;
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  await answered(`${stage.origin}/`);
  const filler = join(folder, 'pengisi');
  const { bavail, bsize } = await statfs(folder);
  execFileSync('fallocate', ['-l', String(Math.max(1, bavail * bsize - 2_000_000)), filler]);
  let { version } = draft;
  let acknowledged = '';
  let refused: Answered = null;
  let saves = 0;
  for (; saves < mostSaves; saves += 1) {
    // What does not compress needs room.
    const text = Array.from({ length: 1_500 }, () => crypto.randomUUID()).join(' ');
    const answer = await client.save(draft.editionId, version, withText(draft.words, text));
    if (answer?.status !== 200) {
      refused = answer;
      break;
    }
    version = savedAnswer.parse(JSON.parse(answer.text)).version;
    acknowledged = text.slice(0, 36);
  }
  promise(refused?.status === 507 || refused?.status === 503, `Simpan saat penuh dijawab ${refused?.status}`);
  const reading = await answered(`${stage.origin}/`);
  promise(reading?.status === 200, `Pembaca mendapat ${reading?.status} saat cakram basis data penuh`);
  await disk.resize(2 * megabytes);
  const begun = performance.now();
  const words = withText(draft.words, 'Kata sesudah ada ruang lagi.');
  let again: Answered = null;
  while (performance.now() - begun < backWithin) {
    again = await client.save(draft.editionId, version, words);
    if (again?.status === 200) break;
    await pause(500);
  }
  promise(again?.status === 200, `Sesudah ada ruang, simpan dijawab ${again?.status}`);
  const took = Math.round(performance.now() - begun);
  const { body } = await rowOf(draft.editionId);
  promise(JSON.stringify(body).includes('Kata sesudah ada ruang lagi.'), 'Naskah bukan yang terakhir disimpan');
  await rm(filler);
  return `${saves} simpan sampai penuh (yang terakhir diterima ${acknowledged === '' ? 'tidak ada' : 'utuh'}), lalu ${refused?.status}; pembaca 200; pulih ${took} md sesudah ada ruang`;
}
