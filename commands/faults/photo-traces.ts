import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import { withTraces } from '#lib/testing/photo-traces.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';
import { runIfPresent } from './present-program.ts';
import { until } from './stage.ts';

const patience = 60_000;

/** Groups of exiftool that tell of the file as such: its size, its kind, its colours. */
const harmless = /^(?:SourceFile|ExifTool|File|System|JFIF|Composite|ICC.*|RIFF|QuickTime|Meta|Adobe)$/;

const answer = z.array(z.record(z.string(), z.unknown()));

/** P2: a photo with its place, its camera and a description in three formats goes up; exiftool looks at what readers get. */
export const photoTraces: Fault = {
  number: 'P2',
  name: 'exiftool atas turunan foto yang membawa tempat dan kamera',
  promise: 'Foto yang disajikan tidak memuat GPS, EXIF, XMP, atau IPTC',
  async run(stage) {
    if ((await runIfPresent('exiftool', ['-ver'], patience)).missing) return { notRun: 'exiftool' };
    const { writer, agencyId } = await aDesk();
    const client = await newsroomClient(stage, writer);
    const fileName = `jejak-${randomBytes(6).toString('hex')}.jpg`;
    const sent = await client.post(`/redaksi/unggah?opd=${agencyId}`, new Uint8Array(await tracedPhoto()), {
      ...{ 'content-type': 'application/octet-stream', 'x-nama-berkas': fileName },
    });
    promise(sent?.status === 201, `Unggahan dijawab ${sent?.status}`);
    const rowOf = async () => (await database().select().from(assets).where(eq(assets.fileName, fileName)))[0];
    await until(async () => (await rowOf())?.state === 'ready', {
      ...{ milliseconds: 180_000, broken: 'Turunan foto tidak selesai' },
    });
    const made = await database()
      .select({ key: renditions.key })
      .from(renditions)
      .innerJoin(assets, eq(assets.id, renditions.assetId))
      .where(eq(assets.fileName, fileName));
    promise(made.length > 0, 'Tidak ada turunan');
    const files = made.map(({ key }) => join(stage.dataDir, 'media', key));
    const looked = await runIfPresent('exiftool', ['-json', '-G', '-a', ...files], patience);
    const tags = looked.missing ? [] : answer.parse(JSON.parse(looked.said.slice(0, looked.said.lastIndexOf(']') + 1)));
    promise(tags.length === files.length, `exiftool membaca ${tags.length} dari ${files.length} berkas`);
    const left = tags.flatMap((one) => Object.keys(one)).filter((name) => !harmless.test(name.split(':')[0] ?? ''));
    promise(left.length === 0, `Tersisa ${[...new Set(left)].join(', ')}`);
    return { held: `${files.length} turunan, tidak ada jejak` };
  },
};

function tracedPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return withTraces(sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#777', noise } }))
    .jpeg()
    .toBuffer();
}
