import { createHash, randomBytes } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import sharp from 'sharp';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { type Fault, promise } from './fault.ts';
import { amidPeople, metInWords } from './honest-people.ts';
import { newsroomClient } from './newsroom-client.ts';

const photos = 20;

/** F16: as many photos as one person may send at once, each nearly as large as may be. */
export const uploadFlood: Fault = {
  number: 'F16',
  name: `${photos} foto sebesar ±20 MB diunggah bersamaan`,
  promise: 'Tiap foto tersimpan utuh atau ditolak dengan Retry-After; yang lain tetap dilayani; memori di bawah 700 MB',
  async run(stage) {
    const { writer, agencyId } = await aDesk();
    const client = await newsroomClient(stage, writer);
    const sent = await largePhotos();
    let statuses: (number | undefined)[] = [];
    const met = await amidPeople(stage, async () => {
      const answers = await Promise.all(
        [...sent].map(([hash, photo]) =>
          client.post(`/redaksi/unggah?opd=${agencyId}`, new Uint8Array(photo), {
            'content-type': 'application/octet-stream',
            'x-nama-berkas': `serbuan-${hash.slice(0, 12)}.jpg`,
          }),
        ),
      );
      statuses = answers.map((answer) => answer?.status);
      promise(
        answers.every((answer) => answer?.status === 201 || (answer?.status === 503 && answer.retryAfter !== null)),
        `Jawaban unggahan: ${statuses.join(', ')}`,
      );
    });
    const kept = await database()
      .select({ hash: assets.hash })
      .from(assets)
      .where(inArray(assets.hash, [...sent.keys()]));
    const taken = statuses.filter((status) => status === 201).length;
    promise(kept.length === taken, `${taken} dinyatakan diterima, ${kept.length} tersimpan dengan isi yang sama`);
    return { held: `${taken} tersimpan utuh, ${photos - taken} diminta datang lagi; ${metInWords(met)}` };
  },
};

/** Photos by the hash of their bytes. Noise does not compress; what follows the end of a JPEG makes each another. */
async function largePhotos(): Promise<Map<string, Buffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const photo = await sharp({ create: { width: 5_000, height: 3_750, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
  const filled = Buffer.concat([photo, Buffer.alloc(Math.max(0, 20_000_000 - photo.length))]);
  const found = new Map<string, Buffer>();
  for (let at = 0; at < photos; at += 1) {
    const one = Buffer.concat([filled, randomBytes(16)]);
    found.set(createHash('sha256').update(one).digest('hex'), one);
  }
  return found;
}
