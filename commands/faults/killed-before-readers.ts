import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { approve, claim, retract, submit } from '#lib/newsroom/publishing.ts';
import { readerPath } from '#lib/urls.ts';
import { aDraftAtHand, rowOf } from './desk.ts';
import type { Fault } from './fault.ts';
import { answered } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

/** F12: the database has it, the pages do not: nobody announced it, or an old folder of pages was put back. */
export const killedBeforeReaders: Fault = {
  number: 'F12',
  name: 'Proses mati antara commit dan halaman; folder halaman lama dipasang kembali',
  promise: 'Halaman benar paling lambat 60 detik sesudah nyala; yang ditarik tidak pernah tampil lagi',
  async run(stage) {
    const cache = join(stage.dataDir, 'cache');
    const kept = `${cache}-lama`;
    await stage.kill();
    const path = await published();
    await stage.start();
    const shown = await until(() => hasStatus(stage, path.address, 200), {
      milliseconds: 60_000,
      broken: 'Yang terbit saat proses mati tidak tampil dalam 60 detik',
    });
    await until(() => isOnFront(stage, path.title), { milliseconds: 60_000, broken: 'Halaman depan tidak diperbarui' });
    await stage.kill();
    await rm(kept, { recursive: true, force: true });
    await cp(cache, kept, { recursive: true });
    await path.retract();
    await rm(cache, { recursive: true });
    await cp(kept, cache, { recursive: true });
    await stage.start();
    // The very first answer already: an old page must not be served once more.
    for (let ask = 0; ask < 20; ask += 1) {
      const answer = await answered(`${stage.origin}${path.address}`);
      if (answer?.status !== 410) throw new Error(`Artikel yang ditarik dijawab ${answer?.status}`);
    }
    await rm(kept, { recursive: true });
    return { held: `tampil ${Math.round(shown)} md sesudah siap; yang ditarik dijawab 410 sejak permintaan pertama` };
  },
};

async function published() {
  const draft = await aDraftAtHand();
  const { editionId, writer, editor, words } = draft;
  const submitted = await submit(writer, draft);
  const claimed = await claim(editor, { editionId, version: submitted.version });
  const { version } = await approve(editor, { editionId, version: claimed.version, outcome: 'publish' });
  const row = await rowOf(editionId);
  return {
    title: words.title,
    address: readerPath({ kind: row.kind, slug: words.title.toLowerCase().replaceAll(' ', '-') }),
    retract: () =>
      retract(editor, { editionId, version, reason: 'Mencoba gangguan pada halaman yang ditarik.', hidesTitle: false }),
  };
}

async function hasStatus({ origin }: Stage, path: string, status: number): Promise<boolean> {
  return (await answered(`${origin}${path}`))?.status === status;
}

async function isOnFront({ origin }: Stage, title: string): Promise<boolean> {
  return (await answered(`${origin}/`))?.text.includes(title) === true;
}
