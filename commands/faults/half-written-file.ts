import { stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import { isStorageKey } from '#lib/media/storage.ts';
import { mediaStorage } from '#lib/media/stored-files.ts';
import { type Fault, promise } from './fault.ts';
import { answered } from './newsroom-client.ts';

/** F21: a rendition is cut off halfway, as by a file system that lost its end. It is never served. */
export const halfWrittenFile: Fault = {
  number: 'F21',
  name: 'Berkas foto terpotong di cakram',
  promise:
    'Berkas yang tidak cocok dengan sidiknya tidak disajikan; halaman tetap terbuka; utuh lagi begitu isinya kembali',
  async run(stage) {
    const [found] = await database()
      .select({ key: renditions.key })
      .from(renditions)
      .innerJoin(assets, eq(assets.id, renditions.assetId))
      .where(eq(assets.state, 'ready'))
      .orderBy(desc(assets.publicSince))
      .limit(1);
    const key = found?.key ?? '';
    if (!isStorageKey(key)) throw new Error('The demo has no rendition');
    const path = join(stage.dataDir, 'media', key);
    const whole = Buffer.concat((await (await mediaStorage().openRead(key))?.toArray()) ?? []);
    promise(whole.length > 0, 'Berkasnya sudah tidak ada sebelum diuji');
    const address = `${stage.origin}/media/${key}`;
    await truncate(path, Math.floor(whole.length / 2));
    // What was handed out before may stand in a cache of ours, as long as it is whole.
    await stage.restart();
    const cut = await answered(address);
    promise(cut?.status === 404, `Berkas yang terpotong dijawab ${cut?.status}`);
    promise((await answered(`${stage.origin}/`))?.status === 200, 'Halaman depan tidak terbuka');
    await writeFile(path, whole);
    promise((await stat(path)).size === whole.length, 'Berkas tidak dapat dikembalikan');
    const again = await answered(address);
    promise(again?.status === 200, `Berkas yang utuh lagi dijawab ${again?.status}`);
    return {
      held: `dijawab 404 selama terpotong (${Math.floor(whole.length / 2)} dari ${whole.length} bita), lalu 200`,
    };
  },
};
