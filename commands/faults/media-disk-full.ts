import { randomBytes } from 'node:crypto';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { storageFullText } from '#lib/media/refusals.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { aBusyPhoto } from './busy-photo.ts';
import { aDraftAtHand, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { type Answered, answered, newsroomClient } from './newsroom-client.ts';
import { megabytesIn, smallDisk } from './small-disk.ts';
import { type Stage, until } from './stage.ts';

/** Megabytes left for photos, and those that come when somebody makes room. */
const room = { small: 20, more: 200 };
const mostUploads = 12;

/** F8: the disk of the media is full. Photos are refused in words, without a row and without a half file; texts go on. */
export const mediaDiskFull: Fault = {
  number: 'F8',
  name: 'Cakram media penuh',
  promise:
    'Unggahan ditolak 507 dengan kalimat yang jelas, tanpa baris dan tanpa sisa berkas; menulis dan membaca jalan terus; pulih sendiri',
  async run(stage) {
    const media = join(stage.dataDir, 'media');
    const aside = `${media}-asli`;
    await stage.kill();
    await rename(media, aside);
    const disk = await smallDisk(media, megabytesIn(aside) + room.small);
    if (disk === null) {
      await rm(media, { recursive: true });
      await rename(aside, media);
      await stage.start();
      return { notRun: 'mesin ini tidak mengizinkan mount tmpfs' };
    }
    try {
      await cp(aside, media, { recursive: true, preserveTimestamps: true });
      await stage.start();
      return { held: await fillAndRecover(stage, media, () => disk.resize(megabytesIn(aside) + room.more)) };
    } finally {
      await stage.kill();
      const whole = `${media}-utuh`;
      await cp(media, whole, { recursive: true, preserveTimestamps: true });
      await disk.unmount();
      for (const gone of [media, aside]) await rm(gone, { recursive: true });
      await rename(whole, media);
      await stage.start();
    }
  },
};

async function fillAndRecover(stage: Stage, media: string, makeRoom: () => Promise<void>): Promise<string> {
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  const { agencyId } = await aDesk();
  const upload = async (name: string): Promise<Answered> =>
    client.post(`/redaksi/unggah?opd=${agencyId}`, new Uint8Array(await aBusyPhoto()), {
      ...{ 'content-type': 'application/octet-stream', 'x-nama-berkas': name },
    });
  const unfinished = async () => [
    ...(await namesIn(join(stage.dataDir, 'unggahan'))),
    ...(await namesIn(join(media, '.masuk'))),
  ];
  // What a killed process left lies there for an hour.
  const before = new Set(await unfinished());
  let taken = 0;
  let name = '';
  let answer: Answered = null;
  for (; taken < mostUploads; taken += 1) {
    name = `penuh-${randomBytes(6).toString('hex')}.jpg`;
    answer = await upload(name);
    if (answer?.status !== 201) break;
  }
  promise(answer?.status === 507, `Unggahan saat cakram penuh dijawab ${answer?.status}`);
  promise(answer?.text.includes(storageFullText) === true, 'Penolakan tidak menyebut sebabnya');
  promise((await rowsNamed(name)).length === 0, 'Foto yang ditolak tetap punya baris');
  const left = (await unfinished()).filter((file) => !before.has(file));
  promise(left.length === 0, `Foto yang ditolak meninggalkan ${left.join(', ')}`);
  const words = withText(draft.words, 'Kata yang diketik saat cakram media penuh.');
  const saved = await client.save(draft.editionId, draft.version, words);
  promise(saved?.status === 200, `Simpan naskah saat cakram media penuh dijawab ${saved?.status}`);
  promise((await answered(`${stage.origin}/`))?.status === 200, 'Pembaca tidak dilayani saat cakram media penuh');
  await makeRoom();
  promise((await upload(name))?.status === 201, 'Sesudah ada ruang, foto yang sama masih ditolak');
  const ready = await until(async () => (await rowsNamed(name)).every(({ state }) => state === 'ready'), {
    milliseconds: 180_000,
    broken: 'Turunan foto tidak selesai sesudah ada ruang',
  });
  return `${taken} foto diterima sampai penuh, yang berikutnya 507 tanpa sisa; sesudah ada ruang diterima, turunannya siap dalam ${Math.round(ready / 1_000)} detik`;
}

const rowsNamed = (name: string) => database().select().from(assets).where(eq(assets.fileName, name));

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[]);
