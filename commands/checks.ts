import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { now } from '#lib/clock.ts';
import { invalid, issuesOf } from '#lib/errors.ts';
import { checkManuscript } from '#lib/language/check.ts';
import type { Finding } from '#lib/language/finding.ts';
import { readPlainText } from '#lib/language/plain-text.ts';
import { emptyReference } from '#lib/language/reference.ts';
import { say, sayWhy } from './say.ts';

const most = { bytes: 5_000_000, megabytes: 5 };

/**
 * `npm run checks -- <file.txt>`: checks a text and prints each finding as a line of JSON. It knows
 * the rules and lists that come along, but no register: that lives in the database. Ends with
 * code 2 when there is nothing to check.
 */
async function checks([path, ...others]: readonly string[]): Promise<void> {
  if (path === undefined || others.length > 0) throw refused('Sebutkan satu berkas: npm run checks -- naskah.txt');
  const text = await textOf(path);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(now());
  for (const finding of checkManuscript(readPlainText(text), emptyReference(today))) say(JSON.stringify(line(finding)));
}

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw refused(`Berkas ${path} tidak ada. Periksa nama dan foldernya.`);
  if (extname(path).toLowerCase() !== '.txt')
    throw refused('Perintah ini membaca berkas .txt. Simpan naskah sebagai teks biasa dahulu.');
  if (found.size > most.bytes)
    throw refused(`Berkas ini lebih besar daripada ${most.megabytes} MB. Periksa satu naskah saja.`);
  const bytes = await readFile(path);
  if (!isUtf8(bytes) || bytes.includes(0))
    throw refused('Isi berkas ini bukan teks. Simpan naskah sebagai teks biasa (UTF-8).');
  return bytes.toString('utf8');
}

function line({ rule, family, severity, place, part, start, end, text, reason, fix }: Finding) {
  return {
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
