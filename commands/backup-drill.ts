import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { recordBackupRun } from '#lib/backup/backup-record.ts';
import { drill, lookOver, newestBackup } from '#lib/backup/drill.ts';
import { type Identity, readIdentity, sealedEnding } from '#lib/backup/sealing.ts';
import { now } from '#lib/clock.ts';
import { config, loadEnvironmentFile } from '#lib/config.ts';
import { invalid, issuesOf } from '#lib/errors.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy, seconds } from './say.ts';

/**
 * `npm run backup:drill [-- <file>] [-- --identitas <key file>]`: restores the newest backup, or the one that is
 * named, into a temporary database of its own, checks everything, removes it, and keeps what came of it. Of an
 * encrypted backup without its key only the bytes are compared, and it is said that this proves less.
 * Ends with code 1 when anything does not fit.
 */
type Outcome = { isWhole: boolean; rows: number; mediaFiles: number; problems: string[] };

try {
  loadEnvironmentFile();
  const { file, key } = given();
  const archive = file === undefined ? await newestBackup(config().backup.dir) : resolve(file);
  const identity = key === undefined ? null : await readIdentity(key);
  const startedAt = now();
  const isEncrypted = archive.endsWith(sealedEnding);
  say(`Menguji ${archive} …`);
  const { outcome, failure } = await tried(() =>
    isEncrypted && identity === null ? looked(archive) : drilled(archive, identity),
  );
  // Bytes that were compared only have not come back to life: that is no drill to be proud of.
  if (!outcome.isWhole || !isEncrypted || identity !== null)
    await keep({ kind: 'drill', startedAt, endedAt: now(), file: basename(archive), isEncrypted, ...outcome });
  if (failure !== undefined) throw failure;
  for (const problem of outcome.problems) say(`✗ ${problem}`);
  process.exitCode = outcome.isWhole ? 0 : 1;
} catch (error) {
  sayWhy(error, 'backup_drill');
  process.exitCode = 1;
}

function given(): { file: string | undefined; key: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { identitas: { type: 'string' } }, allowPositionals: true });
    if (positionals.length < 2) return { file: positionals[0], key: values.identitas };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const text =
    'Argumen tidak dikenali. Contoh: npm run backup:drill, atau npm run backup:drill -- --identitas kunci-cadangan.txt';
  throw invalid([{ field: '', code: 'usage', text }]);
}

async function tried(work: () => Promise<Outcome>): Promise<{ outcome: Outcome; failure?: unknown }> {
  try {
    return { outcome: await work() };
  } catch (failure) {
    const issues = issuesOf(failure);
    // A key that is wrong says nothing about the backup.
    if (issues.some(({ code }) => code.startsWith('identity'))) throw failure;
    const problems =
      issues.length > 0 ? issues.map(({ text }) => text) : ['Galat yang tidak terduga; lihat log peladen.'];
    return { outcome: { isWhole: false, rows: 0, mediaFiles: 0, problems }, failure };
  }
}

async function drilled(archive: string, identity: Identity | null): Promise<Outcome> {
  const begun = performance.now();
  const { createdAt, rows, tables, media, found } = await drill(archive, identity, config().dataDir);
  const count = (value: number) => value.toLocaleString('id-ID');
  const isWhole = found.problems.length === 0;
  say(`${isWhole ? '✓ Uji pulih BERHASIL' : '✗ Uji pulih GAGAL'} dalam ${seconds(begun)}: keadaan ${createdAt} (UTC).`);
  say(
    `  ${count(rows)} baris di ${count(tables)} tabel sama bita demi bita; ${count(media.whole)} berkas media cocok.`,
  );
  say(`  Jejak audit: ${count(found.events)} peristiwa; artikel: ${count(found.editions)} edisi terbit diperiksa.`);
  say('  Basis data sementara sudah dihapus; data yang dipakai tidak disentuh.');
  return { isWhole, rows, mediaFiles: media.whole, problems: found.problems };
}

async function looked(archive: string): Promise<Outcome> {
  const problems = await lookOver(archive);
  if (problems.length === 0) say('✓ Bita arsip dan salinan media masih seperti saat ditulis.');
  say('! Cadangan ini disandikan, jadi belum terbukti dapat dipulihkan. Uji penuh perlu kunci rahasianya:');
  say('  npm run backup:drill -- --identitas kunci-cadangan.txt');
  return { isWhole: problems.length === 0, rows: 0, mediaFiles: 0, problems };
}

/** Kept where the newsroom sees it; a backup is also tried on a machine that has no database. */
async function keep(run: Parameters<typeof recordBackupRun>[0]): Promise<void> {
  const opened = await openDatabaseOf(config(), { migrated: false });
  try {
    await recordBackupRun(run);
  } finally {
    await opened.close();
  }
}
