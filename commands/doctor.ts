import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, isDatabaseAway, useDatabase } from '#db/client.ts';
import { startEmbedded } from '#db/embedded.ts';
import { type Config, config, loadEnvironmentFile } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import type { Check, Standing } from '#lib/operations/system-checks.ts';
import { systemChecks } from '#lib/operations/system-checks.ts';
import { lookAtSystem } from '#lib/operations/system-state.ts';
import { databaseChecks, databaseFacts } from './doctor/database.ts';
import { fileChecks } from './doctor/files.ts';
import { mailChecks } from './doctor/mail.ts';
import { outsideChecks } from './doctor/outside.ts';
import { providerChecks } from './doctor/provider.ts';
import { settingChecks } from './doctor/settings.ts';
import { say, sayWhy } from './say.ts';

const marks: Readonly<Record<Standing, string>> = { well: '✓', watch: '!', wrong: '✗', absent: '–' };

/**
 * `npm run doctor [-- --kirim-ke <address>]`: looks at a running install from inside and from outside, changes
 * nothing, and says what to do. Ends with code 1 when something is wrong.
 */
try {
  const { 'kirim-ke': to } = given();
  loadEnvironmentFile();
  const settings = config();
  const inside = [...settingChecks(settings), ...(await fileChecks(settings)), ...(await ofDatabase(settings))];
  const outside = [
    ...(await outsideChecks(settings.publicUrl, settings.newsroomUrl)),
    ...(await mailChecks(settings, to)),
    ...(await providerChecks(settings)),
  ];
  tell('Setelan, berkas, dan basis data', inside);
  tell('Dari luar', outside);
  conclude([...inside, ...outside]);
} catch (error) {
  sayWhy(error, 'doctor');
  process.exitCode = 1;
}

function given() {
  try {
    return parseArgs({ options: { 'kirim-ke': { type: 'string' } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = 'Argumen tidak dikenali. Contoh: npm run doctor, atau npm run doctor -- --kirim-ke nama@contoh.go.id';
    throw invalid([{ field: '', code: 'usage', text }]);
  }
}

/** The database that is there, as it is: nothing is migrated. One that came along is started if nobody runs it. */
async function ofDatabase(settings: Config): Promise<Check[]> {
  const own = settings.databaseUrl === null;
  const embedded = own
    ? await startEmbedded({ folder: join(settings.dataDir, 'postgres'), report: () => undefined })
    : undefined;
  try {
    useDatabase(settings.databaseUrl ?? embedded?.url ?? '');
    const facts = databaseChecks(await databaseFacts(), own);
    // Rows of another version may lie elsewhere.
    const isCurrent = facts.every(({ name, standing }) => name !== 'migrations' || standing === 'well');
    if (!isCurrent) return facts;
    const looked = await lookAtSystem();
    return [
      ...facts,
      ...systemChecks(looked),
      alarms([...looked.figures.openAlarms.values()].reduce((a, b) => a + b, 0)),
    ];
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    const todo = 'Nyalakan PostgreSQL, atau perbaiki DATABASE_URL. Pembaca tetap dilayani dari halaman yang tersimpan.';
    return [{ name: 'database', title: 'Basis data', standing: 'wrong', text: 'Tidak menjawab.', todo }];
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
}

function alarms(open: number): Check {
  const about = { name: 'alarms', title: 'Alarm' };
  if (open === 0) return { ...about, standing: 'well', text: 'Tidak ada yang menyala.' };
  const todo = 'Baca di ruang redaksi: Administrasi, halaman Keadaan sistem.';
  return { ...about, standing: 'wrong', text: `${open} menyala.`, todo };
}

function tell(title: string, checks: readonly Check[]): void {
  say(`\n${title}`);
  for (const { standing, title: about, text, todo } of checks) {
    say(`  ${marks[standing]} ${about}: ${text}`);
    if (todo !== undefined) say(`      → ${todo}`);
  }
}

function conclude(checks: readonly Check[]): void {
  const wrong = checks.filter(({ standing }) => standing === 'wrong').length;
  const watched = checks.filter(({ standing }) => standing === 'watch').length;
  if (wrong > 0) {
    say(`\n✗ ${wrong} hal perlu ditangani${watched > 0 ? `, ${watched} perlu diperhatikan` : ''}.`);
    process.exitCode = 1;
  } else if (watched > 0) say(`\n✓ Tidak ada yang rusak; ${watched} hal perlu diperhatikan.`);
  else say('\n✓ Semuanya baik.');
}
