import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { cookieOf } from '../bench/signed-in.ts';
import { aBusyPhoto } from './busy-photo.ts';
import { type Fault, promise } from './fault.ts';
import { type Stage, until } from './stage.ts';

const rounds = 5;
/** Bytes a second, as from a slow phone; the photo is on its way for about two seconds. */
const rate = 2_000_000;
const pieceBytes = 50_000;

/** F3: the process dies while a photo arrives. No row without its bytes; sent again, it is taken once. */
export const killedInUpload: Fault = {
  number: 'F3',
  name: 'Proses dibunuh saat foto diunggah',
  promise: 'Tidak ada baris tanpa berkasnya; diunggah lagi berhasil',
  async run(stage) {
    const { writer, agencyId } = await aDesk();
    let arrived = 0;
    for (let round = 0; round < rounds; round += 1) {
      const photo = await aBusyPhoto();
      const name = `gangguan-${randomBytes(6).toString('hex')}.jpg`;
      const sending = send(stage, writer, agencyId, name, photo);
      await pause(Math.random() * ((photo.length / rate) * 1_000 + 300));
      await stage.kill();
      const status = await sending;
      await stage.start();
      const rows = await rowsNamed(name);
      promise(status !== 201 || rows.length === 1, 'Foto yang dinyatakan diterima tidak punya baris');
      if (rows.length === 1) arrived += 1;
      else promise((await send(stage, writer, agencyId, name, photo)) === 201, 'Foto yang diunggah lagi ditolak');
      await until(async () => (await rowsNamed(name)).every(({ state }) => state === 'ready'), {
        milliseconds: 120_000,
        broken: 'Turunan foto tidak selesai sesudah proses nyala kembali',
      });
      promise((await rowsNamed(name)).length === 1, 'Foto itu tercatat lebih dari sekali');
    }
    return { held: `${rounds} kali dibunuh; ${arrived} sudah diterima sebelumnya, sisanya berhasil diunggah lagi` };
  },
};

const rowsNamed = (name: string) => database().select().from(assets).where(eq(assets.fileName, name));

/** The status of the answer; undefined when the connection broke before. */
async function send(stage: Stage, by: Actor, agencyId: string, name: string, photo: Buffer) {
  const { promise: done, resolve } = Promise.withResolvers<number | undefined>();
  const { origin, port } = stage;
  const asked = request(
    {
      ...{ host: '127.0.0.1', port, method: 'POST', path: `/redaksi/unggah?opd=${agencyId}` },
      headers: {
        ...{ cookie: await cookieOf(by.userId), origin, 'content-length': photo.length },
        ...{ 'content-type': 'application/octet-stream', 'x-nama-berkas': name },
      },
    },
    (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    },
  );
  let isBroken = false;
  asked.on('error', () => {
    isBroken = true;
    resolve(undefined);
  });
  for (let at = 0; at < photo.length && !isBroken; at += pieceBytes) {
    asked.write(photo.subarray(at, at + pieceBytes));
    await pause((pieceBytes / rate) * 1_000);
  }
  asked.end();
  return done;
}
