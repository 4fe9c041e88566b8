import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { isProcessAlive } from '#lib/process-alive.ts';
import { aDesk } from '../bench/measure-newsroom.ts';
import { aBusyPhoto } from './busy-photo.ts';
import { aDraftAtHand, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { answered, type NewsroomClient, newsroomClient } from './newsroom-client.ts';
import { until } from './stage.ts';

/** The decoder runs once, and twice more. */
const tries = 3;
/** Milliseconds within which a photo is given up, and the next one is ready. */
const decidedWithin = 180_000;

/** F25: memory runs out while a photo is decoded, and the system kills who takes most of it: the decoder, each time. */
export const decoderKilled: Fault = {
  number: 'F25',
  name: 'Memori habis saat foto diolah: pengolahnya dibunuh sistem, setiap kali',
  promise:
    'Hanya pengolah foto yang mati; dicoba dua kali lagi, lalu dinyatakan gagal dengan sebabnya; yang lain jalan terus',
  async run(stage) {
    const draft = await aDraftAtHand();
    const client = await newsroomClient(stage, draft.writer);
    const before = stage.pid();
    const name = await upload(client);
    let killed = 0;
    await until(
      async () => {
        for (const pid of decodersOf(before)) if (kill(pid)) killed += 1;
        return (await stateOf(name))?.state === 'failed';
      },
      { milliseconds: decidedWithin, broken: 'Foto yang pengolahnya selalu mati tidak dinyatakan gagal' },
    );
    const { failure } = (await stateOf(name)) ?? {};
    promise(typeof failure === 'string' && failure.length > 20, `Sebabnya tidak disebut: ${failure}`);
    promise(killed === tries, `Dicoba ${killed} kali`);
    promise(isProcessAlive(before), 'Proses web ikut mati');
    promise((await answered(`${stage.origin}/`))?.status === 200, 'Pembaca tidak dilayani');
    const saved = await client.save(
      draft.editionId,
      draft.version,
      withText(draft.words, 'Kata sesudah pengolah mati.'),
    );
    promise(saved?.status === 200, `Simpan dijawab ${saved?.status}`);
    const next = await upload(client);
    await until(async () => (await stateOf(next))?.state === 'ready', {
      milliseconds: decidedWithin,
      broken: 'Foto berikutnya tidak selesai',
    });
    return { held: `pengolah dibunuh ${killed} kali, lalu “${failure}”; prosesnya tetap, foto berikutnya siap` };
  },
};

async function upload(client: NewsroomClient): Promise<string> {
  const name = `berat-${randomBytes(6).toString('hex')}.jpg`;
  const { agencyId } = await aDesk();
  const answer = await client.post(`/redaksi/unggah?opd=${agencyId}`, new Uint8Array(await aBusyPhoto()), {
    ...{ 'content-type': 'application/octet-stream', 'x-nama-berkas': name },
  });
  promise(answer?.status === 201, `Foto dijawab ${answer?.status}`);
  return name;
}

async function stateOf(name: string) {
  const [row] = await database()
    .select({ state: assets.state, failure: assets.failure })
    .from(assets)
    .where(eq(assets.fileName, name));
  return row;
}

/** Decoders that this process has begun. */
function decodersOf(pid: number): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
  return listed.flatMap((line) => {
    const [own, parent, ...words] = line.trim().split(/\s+/);
    return Number(parent) === pid && words.some((word) => word.endsWith('media/decoder.ts')) ? [Number(own)] : [];
  });
}

/** @returns false when it has ended meanwhile */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It was faster.
    return false;
  }
}
