import { readdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { alarms } from '#db/schema/index.ts';
import { type Fault, promise } from './fault.ts';
import { runCommand } from './run-command.ts';
import { smallDisk } from './small-disk.ts';

/** C1: the folder of backups is full. It is said, somebody is told, and what was begun is gone. */
export const backupDiskFull: Fault = {
  number: 'C1',
  name: 'Folder cadangan penuh',
  promise:
    'Disebut dan menjadi peringatan; tidak ada sisa yang tampak seperti cadangan; selesai sendiri oleh cadangan berikutnya',
  async run({ dataDir }) {
    const folder = resolve('.data-e2e-faults-cadangan');
    const disk = await smallDisk(folder, 2);
    if (disk === null) return { notRun: 'mesin ini tidak mengizinkan mount tmpfs' };
    const backUp = () => runCommand('backup', dataDir, { settings: { BACKUP_DIR: folder } });
    try {
      const full = await backUp();
      promise(
        full.code === 1 && full.said.includes('penuh'),
        `Perintah berakhir ${full.code}: ${full.said.slice(-300)}`,
      );
      const left = (await readdir(folder)).filter((name) => name.startsWith('ruang-warta'));
      promise(left.length === 0, `Tertinggal ${left.join(', ')}`);
      promise((await open()) === 1, 'Tidak ada peringatan');
      await disk.resize(2_000);
      const again = await backUp();
      promise(again.code === 0, `Sesudah ada ruang: ${again.said.slice(-300)}`);
      promise((await open()) === 0, 'Peringatan tidak selesai oleh cadangan berikutnya');
      return { held: 'ditolak dengan kalimat, satu peringatan, tanpa sisa; cadangan berikutnya utuh' };
    } finally {
      await disk.unmount();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const open = () =>
  database().$count(
    alarms,
    and(eq(alarms.kind, 'backup_failed'), eq(alarms.subject, 'backup'), isNull(alarms.settledAt)),
  );
