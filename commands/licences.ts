import { isAllowed, licensedPackages } from './licence-list.ts';
import { say } from './say.ts';

/**
 * `npm run licences`: every installed package with its licence. Ends with code 1 when one may not be used, or names
 * no licence.
 */
const packages = await licensedPackages();
for (const { name, version, licence, isShipped } of packages)
  say(
    `${name}\t${version}\t${licence === '' ? '(tidak disebut)' : licence}\t${isShipped ? 'dipakai' : 'hanya untuk uji'}`,
  );
const refused = packages.filter((one) => !isAllowed(one));
say(`\n${packages.length} paket.`);
if (refused.length > 0) {
  say(`✗ ${refused.length} paket dengan lisensi di luar daftar: ${refused.map(({ name }) => name).join(', ')}.`);
  say('  Baca lisensinya. Bila boleh dipakai, catat di commands/licence-list.ts dan docs/dependencies.md.');
  process.exitCode = 1;
} else say('✓ Semua lisensi ada dalam daftar yang boleh.');
