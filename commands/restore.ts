import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { recordRestore } from '#lib/backup/record-restore.ts';
import { forgetPages, restoreBackup } from '#lib/backup/restore.ts';
import { readIdentity } from '#lib/backup/sealing.ts';
import { soundnessOf } from '#lib/backup/soundness.ts';
import { config, loadEnvironmentFile } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import { mediaStorage } from '#lib/media/stored-files.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy, seconds } from './say.ts';

const usage =
  'Contoh: npm run restore -- /mnt/cadangan/ruang-warta-20261123T183000Z.tar.gz, untuk cadangan yang disandikan dengan --identitas kunci-cadangan.txt';

/**
 * `npm run restore -- <file> [--identitas <key file>]`: brings a backup into an empty install, checks it as
 * audit:verify does and says what it found. Ends with code 1 when anything does not fit.
 */
try {
  loadEnvironmentFile();
  const { file, key } = given();
  const begun = performance.now();
  const settings = config();
  const identity = key === undefined ? null : await readIdentity(key);
  const opened = await openDatabaseOf(settings, { migrated: false });
  try {
    say(`Memulihkan ${file} …`);
    const { head, manifest, jobs, media } = await restoreBackup({
      ...{ archive: resolve(file), identity, url: opened.url, workFolder: settings.dataDir, storage: mediaStorage() },
    });
    await forgetPages(settings.cacheDir);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`✓ Basis data pulih: ${count(rows)} baris di ${count(manifest.tables.length)} tabel, sama bita demi bita`);
    say(`  dengan keadaan ${head.createdAt} (UTC).`);
    say(`✓ Media: ${count(media.whole)} berkas pulih dan cocok dengan sidiknya.`);
    say(`  ${count(jobs.added)} pekerjaan dilanjutkan, ${count(jobs.dropped)} pengiriman surel tidak diulang.`);
    const found = await soundnessOf(media);
    const { problems, events, editions, headHash } = found;
    await recordRestore(file, head.createdAt, found);
    say(`  Jejak audit: ${count(events)} peristiwa diperiksa, sidik terakhir ${headHash}.`);
    say(`  Artikel: ${count(editions)} edisi terbit diperiksa.`);
    say('  Pemulihan ini dicatat di jejak audit.');
    for (const problem of problems) say(`✗ ${problem}`);
    say(`\nSelesai dalam ${seconds(begun)}. Semua orang masuk lagi; undangan dan kode lama tidak berlaku.`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
} catch (error) {
  sayWhy(error, 'restore');
  process.exitCode = 1;
}

function given(): { file: string; key: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { identitas: { type: 'string' } }, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { file, key: values.identitas };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw invalid([{ field: '', code: 'usage', text: `Sebut satu berkas cadangan. ${usage}` }]);
}

function count(value: number): string {
  return value.toLocaleString('id-ID');
}
