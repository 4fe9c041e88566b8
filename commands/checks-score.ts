import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { now } from '#lib/clock.ts';
import { loadEnvironmentFile } from '#lib/config.ts';
import { invalid, issuesOf } from '#lib/errors.ts';
import { readCorpus } from '#lib/language/corpus.ts';
import { type Finding, families } from '#lib/language/finding.ts';
import { emptyReference } from '#lib/language/reference.ts';
import { goal, type Score, scoreFamily } from '#lib/language/scoring.ts';
import { number, tableLines } from './bench/table.ts';
import { checkFile, filesToCheck, offerDictionary } from './checked-file.ts';
import { say, sayWhy } from './say.ts';

const corpusFolder = join(import.meta.dirname, '..', 'lib', 'language', 'corpus');

/**
 * `npm run checks:score [-- folder | family …]`: how well each family of checks finds what was marked in its
 * samples, with everything it missed or found wrongly. Given a folder, it also prints what
 * all rules say of the texts and documents in it, spelling too where the dictionary is installed.
 */
async function score(given: readonly string[]): Promise<void> {
  const wanted = families.filter((family) => given.includes(family));
  const folders = given.filter((one) => !wanted.some((family) => family === one));
  for (const folder of folders) await requireFolder(folder);
  const scores: Score[] = [];
  for (const file of (await readdir(corpusFolder)).toSorted()) {
    const family = families.find((one) => `${one}.txt` === file);
    if (family === undefined || (wanted.length > 0 && !wanted.includes(family))) continue;
    scores.push(scoreFamily(family, readCorpus(await readFile(join(corpusFolder, file), 'utf8'))));
  }
  for (const one of scores) tellMistakes(one);
  tellTable(scores);
  for (const folder of folders) await tellFolder(folder);
}

async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return;
  const text = `${path} bukan folder dan bukan nama keluarga pemeriksaan. Sebutkan folder yang berisi naskah.`;
  throw invalid([{ field: 'folder', code: 'missing', text }]);
}

function tellMistakes({ family, misses, mistakes }: Score): void {
  for (const { sample, what } of misses) {
    say(`${family}, baris ${sample.line}: TERLEWAT “${what}”`);
    say(indented(sample.source));
  }
  for (const { sample, finding } of mistakes) {
    say(`${family}, baris ${sample.line}: KELIRU ${findingLine(finding)}`);
    say(indented(sample.source));
  }
}

const indented = (text: string) => text.replaceAll(/^/gmu, '    ');

function tellTable(scores: readonly Score[]): void {
  const rows = scores.map((one) => [
    one.family,
    String(one.faults),
    String(one.clean),
    String(one.found),
    String(one.falsePositives),
    number(one.precision, 3),
    number(one.recall, 3),
    one.precision >= goal.precision && one.recall >= goal.recall ? 'ya' : 'TIDAK',
  ]);
  const head = ['keluarga', 'kesalahan', 'contoh bersih', 'ditemukan', 'keliru', 'presisi', 'perolehan', 'tercapai'];
  say(tableLines({ head, rows }).join('\n'));
}

async function tellFolder(folder: string): Promise<void> {
  loadEnvironmentFile();
  offerDictionary();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(now());
  for (const file of await filesToCheck([folder])) {
    const { findings } = await checkFile(file, emptyReference(today));
    say(`\n${relative(folder, file)}: ${findings.length} temuan`);
    for (const finding of findings) say(`  ${findingLine(finding)}`);
  }
}

function findingLine({ family, rule, place, part, text, reason, fix }: Finding): string {
  const where = [place || 'artikel', part].filter(Boolean).join('/');
  const mended = fix === undefined ? '' : ` → “${fix}”`;
  return `${family}/${rule} ${where} “${text}”${mended}: ${reason}`;
}

try {
  await score(process.argv.slice(2));
} catch (error) {
  sayWhy(error, 'checks_score');
  process.exitCode = issuesOf(error).length > 0 ? 2 : 1;
}
