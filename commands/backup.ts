import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBackup } from '#lib/backup/backup.ts';
import { recordBackupRun } from '#lib/backup/backup-record.ts';
import { sweepBackups } from '#lib/backup/retention.ts';
import { now } from '#lib/clock.ts';
import { type Config, config, loadEnvironmentFile } from '#lib/config.ts';
import { issuesOf } from '#lib/errors.ts';
import { logBug } from '#lib/log.ts';
import { mediaStorage } from '#lib/media/stored-files.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy, seconds } from './say.ts';

/**
 * `npm run backup`: writes a backup of the database and of new photos and documents into BACKUP_DIR, then removes the
 * backups that need not stay. Works while Ruang Warta runs, and does not migrate. Ends with code 1 when the backup is
 * not whole.
 */
try {
  loadEnvironmentFile();
  const settings = config();
  const opened = await openDatabaseOf(settings, { migrated: false });
  try {
    process.exitCode = (await backUp(settings, opened.url)) ? 0 : 1;
  } finally {
    await opened.close();
  }
} catch (error) {
  sayWhy(error, 'backup');
  process.exitCode = 1;
}

async function backUp({ backup, dataDir }: Config, url: string): Promise<boolean> {
  const begun = performance.now();
  const startedAt = now();
  const isEncrypted = backup.recipient !== null;
  try {
    const { name, facts, copies } = await makeBackup({
      ...{ url, storage: mediaStorage(), folder: backup.dir, recipient: backup.recipient },
    });
    const { isWhole, bytes, rows, mediaFiles, problems } = facts;
    await recordBackupRun({
      ...{ kind: 'backup', startedAt, endedAt: now(), file: name },
      ...{ isWhole, isEncrypted, bytes, rows, mediaFiles, problems },
    });
    const swept = await sweepBackups(backup.dir, now());
    say(`${isWhole ? '✓ Cadangan selesai' : '✗ Cadangan selesai, tetapi TIDAK UTUH'} dalam ${seconds(begun)}:`);
    say(`  ${join(backup.dir, name)} (${megabytes(bytes)})`);
    say(
      `  ${count(rows)} baris basis data; media: ${count(copies.copied)} berkas baru disalin, ${count(copies.kept)} sudah ada.`,
    );
    if (swept.backups > 0)
      say(
        `  ${count(swept.backups)} cadangan lama dibuang, ${count(swept.files)} salinan media yang tak dipakai lagi.`,
      );
    for (const problem of problems) say(`✗ ${problem}`);
    say(
      isEncrypted
        ? '  Disandikan: hanya pemegang kunci rahasia age yang dapat memulihkannya.'
        : '  Tidak disandikan: siapa pun yang membaca folder ini membaca semua naskah. Lihat BACKUP_RECIPIENT.',
    );
    await tellPlace(backup.dir, dataDir);
    return isWhole;
  } catch (error) {
    await keepFailure(error, { startedAt, isEncrypted });
    throw error;
  }
}

/** A backup that was refused because another is being made is no failure. */
async function keepFailure(error: unknown, run: { startedAt: Date; isEncrypted: boolean }): Promise<void> {
  const issues = issuesOf(error);
  if (issues.some(({ code }) => code === 'backup_running')) return;
  const problems =
    issues.length > 0 ? issues.map(({ text }) => text) : ['Galat yang tidak terduga; lihat log peladen.'];
  try {
    await recordBackupRun({ kind: 'backup', ...run, endedAt: now(), isWhole: false, problems });
  } catch (second) {
    logBug('backup_record', second);
  }
}

async function tellPlace(folder: string, dataDir: string): Promise<void> {
  const [there, here] = await Promise.all([stat(folder), stat(dataDir)]);
  if (there.dev !== here.dev) return;
  say('! Cadangan ini ada di cakram yang sama dengan datanya: bila cakram itu rusak, keduanya hilang.');
  say('  Isi BACKUP_DIR dengan folder di cakram atau mesin lain, atau salin folder itu secara berkala.');
}

function count(value: number): string {
  return value.toLocaleString('id-ID');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('id-ID', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;
}
