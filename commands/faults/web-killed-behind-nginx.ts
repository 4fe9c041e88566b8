import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { aDesk, publishSomething } from '../bench/measure-newsroom.ts';
import { hasNginx } from '../bench/nginx.ts';
import { benchPages } from '../bench/pages.ts';
import { cookieOf } from '../bench/signed-in.ts';
import type { FaultResult } from './fault.ts';
import { startSeveralMachines } from './several-machines.ts';

/** Readers who ask all the time, one question after the other. */
const readers = 4;
/** Milliseconds between two kills, from the last start on. */
const between = 4_000;
const kills = 4;
/** Milliseconds in which whatever was published must be seen; on a busy machine the process that is left has much to do. */
const seenWithin = 30_000;
/** Bytes of one piece of the photo. */
const pieceBytes = 256 * 1024;

/** One of two processes that serve is killed, again and again, while people read, publish and upload through nginx. */
export const webKilledBehindNginx = {
  name: `Satu dari dua proses web dibunuh (\`kill -9\`, ${kills} kali) di belakang nginx`,
  promise: 'Tak satu pun pembacaan gagal; terbitan tampil; unggahan diteruskan proses lain',
  async run(): Promise<FaultResult> {
    if (!hasNginx()) return { notRun: 'nginx' };
    const machines = await startSeveralMachines();
    const over = new AbortController();
    const origin = `http://127.0.0.1:${machines.front.port}`;
    const reading = Promise.all(Array.from({ length: readers }, (_, at) => read(origin, at, over.signal)));
    const uploading = uploadInPieces(origin, over.signal);
    try {
      let slowest = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const web = machines.webs[kill % 2 === 0 ? 0 : 1];
        await pause(between);
        await web.kill();
        slowest = Math.max(slowest, await publishAndSee(origin));
        await web.start();
      }
      over.abort();
      const all = await reading;
      const failed = all.flatMap(({ failed: each }) => each);
      const count = all.reduce((sum, { count: each }) => sum + each, 0);
      if (failed.length > 0) throw new Error(`${failed.length} dari ${count} pembacaan gagal: ${failed.slice(0, 3)}`);
      const broken = await uploading;
      return {
        held: `${count} pembacaan, 0 gagal; ${kills} terbitan tampil dalam paling lama ${Math.round(slowest)} md; unggahan selesai, ${broken} potongan dikirim lagi`,
      };
    } finally {
      over.abort();
      await Promise.allSettled([reading, uploading]);
      await machines.close();
    }
  },
};

/** Reads pages that nginx does not hold: each address is new to it, and none to the application. */
async function read(origin: string, reader: number, over: AbortSignal): Promise<{ count: number; failed: string[] }> {
  const { articles } = await benchPages(200);
  const pages = ['/', ...articles];
  const failed: string[] = [];
  let count = 0;
  while (!over.aborted) {
    const page = pages[(count + reader * 7) % pages.length] ?? '/';
    const path = `${page}?utm_source=${reader}-${count}`;
    count += 1;
    try {
      const answer = await fetch(`${origin}${path}`);
      const text = await answer.text();
      if (answer.status !== 200 || !text.includes('</html>')) failed.push(`${answer.status} ${page}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      failed.push(`terputus ${page}`);
    }
    await pause(25);
  }
  return { count, failed };
}

/** @returns milliseconds until readers see it */
async function publishAndSee(origin: string): Promise<number> {
  const title = await publishSomething();
  const published = performance.now();
  while (performance.now() - published < seenWithin) {
    const answer = await fetch(`${origin}/`);
    if ((await answer.text()).includes(title)) return performance.now() - published;
    await pause(100);
  }
  throw new Error('Terbitan tidak tampil di halaman depan');
}

/**
 * Sends a photo piece by piece, slowly, as the browser does: after a broken piece it asks how far the upload is.
 * It ends when the storm is over.
 *
 * @returns how often a piece was sent again
 */
async function uploadInPieces(origin: string, over: AbortSignal): Promise<number> {
  const { writer, agencyId } = await aDesk();
  const photo = await aPhoto();
  // nginx tells the application the name without the port, which is what a browser at the usual port would say.
  const common = { cookie: await cookieOf(writer.userId), origin: 'http://127.0.0.1', 'tus-resumable': '1.0.0' };
  const begun = await again(() =>
    fetch(`${origin}/redaksi/unggah/berkas?opd=${agencyId}`, {
      method: 'POST',
      headers: { ...common, 'upload-length': String(photo.length) },
    }),
  );
  if (begun.answer.status !== 201) throw new Error(`Unggahan tidak dapat dimulai: ${begun.answer.status}`);
  const address = new URL(begun.answer.headers.get('location') ?? '', origin).href;
  let broken = begun.broken;
  let offset = 0;
  while (offset < photo.length) {
    const sent = await attempt(() =>
      fetch(address, {
        method: 'PATCH',
        headers: { ...common, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(photo.subarray(offset, offset + pieceBytes)),
      }),
    );
    if (sent?.status === 204) offset = Number(sent.headers.get('upload-offset'));
    else {
      broken += 1;
      const asked = await again(() => fetch(address, { method: 'HEAD', headers: common }));
      if (asked.answer.status !== 200) throw new Error(`Unggahan hilang: ${asked.answer.status}`);
      const known = Number(asked.answer.headers.get('upload-offset'));
      if (known < offset) throw new Error(`Potongan yang sudah diakui hilang: ${offset} menjadi ${known}`);
      offset = known;
    }
    // The last piece waits for the end of the storm.
    const isLast = offset < photo.length && offset + pieceBytes >= photo.length;
    do await pause(400);
    while (isLast && !over.aborted);
  }
  const name = `mesin-${randomUUID()}.jpg`;
  const taken = await again(() =>
    fetch(`${address}?opd=${agencyId}`, { method: 'POST', headers: { ...common, 'x-nama-berkas': name } }),
  );
  if (taken.answer.status !== 201) throw new Error(`Foto tidak diterima: ${taken.answer.status}`);
  await untilReady(name);
  return broken + taken.broken;
}

/** The process that works makes its renditions, though it never saw the upload. */
async function untilReady(name: string): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const [row] = await database().select({ state: assets.state }).from(assets).where(eq(assets.fileName, name));
    if (row?.state === 'ready') return;
    await pause(250);
  }
  throw new Error('Foto tidak selesai diolah oleh proses kerja');
}

async function attempt(ask: () => Promise<Response>): Promise<Response | undefined> {
  try {
    const answer = await ask();
    return answer.status >= 500 ? undefined : answer;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** As the browser does: after a pause, some times. */
async function again(ask: () => Promise<Response>): Promise<{ answer: Response; broken: number }> {
  for (let broken = 0; broken < 20; broken += 1) {
    const answer = await attempt(ask);
    if (answer !== undefined) return { answer, broken };
    await pause(500);
  }
  throw new Error('Tidak ada jawaban sesudah 20 kali mencoba');
}

function aPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 3_200, height: 2_400, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
