import { parseArgs } from 'node:util';
import { now } from '#lib/clock.ts';
import { config, loadEnvironmentFile } from '#lib/config.ts';
import { domainErrorCode, errorCode, invalid, issuesOf } from '#lib/errors.ts';
import type { Finding } from '#lib/language/finding.ts';
import { emptyReference, type Reference } from '#lib/language/reference.ts';
import { referenceOfPortal } from '#lib/newsroom/reference-read.ts';
import { checkFile, filesToCheck, offerDictionary } from './checked-file.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy, tell } from './say.ts';

const usage = 'Contoh: npm run checks -- naskah.docx folder-naskah --portal ruang-warta-kaltim';

/**
 * `npm run checks -- <file.txt|file.docx|file.odt|folder …> [--portal <slug>]`: reads each file as the draft that the
 * newsroom would make of it, and prints each finding as a line of JSON. With `--portal` texts are compared with the
 * register, names and lists of that portal. Whatever else there is to know stands on the other stream.
 *
 * Ends with 0 when every file was checked, whatever was found; with 2 when something could not be read (the other
 * files are checked); with 1 for a fault of our own.
 */
async function checks(given: readonly string[]): Promise<void> {
  const { paths, portal } = asked(given);
  const files = await filesToCheck(paths);
  loadEnvironmentFile();
  const reference = portal === undefined ? withoutRegister() : await referenceFrom(portal);
  offerDictionary();
  for (const file of files) await tellFile(file, reference);
}

function asked(given: readonly string[]): { paths: string[]; portal: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { portal: { type: 'string' } },
    });
    if (positionals.length > 0) return { paths: positionals, portal: values.portal };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
  }
  throw refused(`Sebutkan berkas atau folder yang diperiksa. ${usage}`);
}

function withoutRegister(): Reference {
  tell('Tanpa register: nama, jabatan, dan peraturan tidak dicocokkan. Tambahkan --portal dan nama pendek portalnya.');
  return emptyReference(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(now()));
}

async function referenceFrom(portal: string): Promise<Reference> {
  const opened = await openDatabaseOf(config(), { report: tell });
  try {
    return await referenceOfPortal(portal);
  } catch (error) {
    if (domainErrorCode(error) !== 'not_found') throw error;
    throw refused(`Portal ${portal} tidak ada di basis data ini. Periksa nama pendeknya.`);
  } finally {
    await opened.close();
  }
}

async function tellFile(file: string, reference: Reference): Promise<void> {
  try {
    const { findings, report } = await checkFile(file, reference);
    for (const { what, text } of report) tell(`${file}: ${what}${text === '' ? '' : ` “${text}”`}`);
    for (const finding of findings) say(JSON.stringify(line(file, finding)));
  } catch (error) {
    const issues = issuesOf(error);
    if (issues.length === 0) throw error;
    for (const { text } of issues) tell(`✗ ${file}: ${text}`);
    process.exitCode = 2;
  }
}

function line(file: string, { rule, family, severity, place, part, start, end, text, reason, fix }: Finding) {
  return {
    file,
    rule,
    family,
    severity,
    place: [place, part].filter(Boolean).join('/'),
    start,
    end,
    text,
    reason,
    ...(fix !== undefined && { fix }),
  };
}

function refused(text: string): Error {
  return invalid([{ field: 'file', code: 'unreadable', text }]);
}

try {
  await checks(process.argv.slice(2));
} catch (error) {
  sayWhy(error, 'checks');
  process.exitCode = issuesOf(error).length > 0 ? 2 : 1;
}
