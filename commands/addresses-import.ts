import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { database } from '#db/client.ts';
import { portalsOf } from '#lib/accounts/portals.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { importOldAddresses } from '#lib/newsroom/old-addresses.ts';
import { withDatabase } from './open-database.ts';
import { say } from './say.ts';

const usage = 'Contoh: npm run addresses:import -- alamat-lama.csv --dry-run';
/** Refused lines that are told one by one. */
const shown = 50;

/**
 * `npm run addresses:import -- alamat-lama.csv [--portal <slug>] [--dry-run]`: takes the addresses
 * of a site before this one, so that links and search results lead to the articles of today.
 */
await withDatabase('addresses_import', async () => {
  const { values, positionals } = given();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw refusal(`Sebut satu berkas. ${usage}`);
  const portals = await portalsOf(database());
  const portal = values.portal === undefined ? portals[0] : portals.find(({ slug }) => slug === values.portal);
  if (portal === undefined || (values.portal === undefined && portals.length > 1)) {
    throw refusal(`Sebut portalnya dengan --portal: ${portals.map(({ slug }) => slug).join(', ')}.`);
  }
  const dryRun = values['dry-run'] === true;
  const lines = await importOldAddresses(portal.id, await textOf(file), dryRun);
  const refused = lines.flatMap((line) => (line.outcome === 'refused' ? [line] : []));
  for (const { line, reason } of refused.slice(0, shown)) say(`✗ Baris ${line}: ${reason}`);
  if (refused.length > shown) say(`  … dan ${refused.length - shown} baris lagi.`);
  say(
    `${dryRun ? 'Akan disimpan' : 'Tersimpan'}: ${lines.length - refused.length} alamat. Ditolak: ${refused.length}.`,
  );
  if (refused.length > 0) process.exitCode = 1;
});

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { portal: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refusal(`Argumen tidak dikenali. ${usage}`);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw refusal(`Berkas ${file} tidak ada.`);
  }
}

function refusal(text: string) {
  return invalid([{ field: '', code: 'usage', text }]);
}
