import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inArray } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { cookieOf } from '../bench/signed-in.ts';
import { type Fault, promise } from './fault.ts';
import { amidPeople, metInWords } from './honest-people.ts';

const photos = 20;

/** F16: as many photos as one person may send at once, each nearly as large as may be. */
export const uploadFlood: Fault = {
  number: 'F16',
  name: `${photos} foto sebesar ±20 MB diunggah bersamaan`,
  promise: 'Tiap foto tersimpan utuh atau ditolak dengan Retry-After; yang lain tetap dilayani; memori di bawah 700 MB',
  async run(stage) {
    const { writer, agencyId } = await aDesk();
    const folder = await mkdtemp(join(tmpdir(), 'ruang-warta-serbuan-'));
    try {
      const hashes = await writeLargePhotos(folder);
      const cookie = await cookieOf(writer.userId);
      let statuses: number[] = [];
      const met = await amidPeople(stage, async () => {
        const answers = await send({ origin: stage.origin, path: `/redaksi/unggah?opd=${agencyId}`, cookie, folder });
        statuses = answers.map(({ status }) => status);
        promise(
          answers.every(({ status, retryAfter }) => status === 201 || (status === 503 && retryAfter !== null)),
          `Jawaban unggahan: ${statuses.join(', ')}`,
        );
      });
      const kept = await database().select({ hash: assets.hash }).from(assets).where(inArray(assets.hash, hashes));
      const taken = statuses.filter((status) => status === 201).length;
      promise(kept.length === taken, `${taken} dinyatakan diterima, ${kept.length} tersimpan dengan isi yang sama`);
      return { held: `${taken} tersimpan utuh, ${photos - taken} diminta datang lagi; ${metInWords(met)}` };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const sendAnswers = z.array(z.object({ status: z.int(), retryAfter: z.string().nullable() }));

async function send(what: Readonly<Record<'origin' | 'path' | 'cookie' | 'folder', string>>) {
  const program = fileURLToPath(new URL('./send-files.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(what)]);
  return sendAnswers.parse(JSON.parse(stdout));
}

/**
 * Noise does not compress; what follows the end of a JPEG makes each another.
 *
 * @returns the hashes of their bytes
 */
async function writeLargePhotos(folder: string): Promise<string[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const photo = await sharp({ create: { width: 5_000, height: 3_750, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
  const filled = Buffer.concat([photo, Buffer.alloc(Math.max(0, 20_000_000 - photo.length))]);
  const hashes: string[] = [];
  for (let at = 0; at < photos; at += 1) {
    const one = Buffer.concat([filled, randomBytes(16)]);
    hashes.push(createHash('sha256').update(one).digest('hex'));
    await writeFile(join(folder, `serbuan-${at}.jpg`), one);
  }
  return hashes;
}
