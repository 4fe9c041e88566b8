import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { say, sayWhy, tell } from './say.ts';

/**
 * `npm run sbom [-- --ke <file>]`: the list of everything this program is made of, as CycloneDX JSON. npm itself
 * writes it from the lock file, without a network.
 */
try {
  const { values } = parseArgs({ options: { ke: { type: 'string' } } });
  const list = await listFromNpm();
  if (values.ke === undefined) say(list);
  else {
    await writeFile(values.ke, list);
    tell(`✓ Daftar komponen (CycloneDX) tersimpan di ${values.ke}.`);
  }
} catch (error) {
  sayWhy(error, 'sbom');
  process.exitCode = 1;
}

async function listFromNpm(): Promise<string> {
  // Under npm it says where it is; its own programs need no path of ours.
  const own = process.env['npm_execpath'];
  const parts = [
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--sbom-type',
    'application',
    '--package-lock-only',
    '--offline',
  ];
  const [command, ...before] = own === undefined ? ['npm'] : [process.execPath, own];
  const child = spawn(command ?? 'npm', [...before, ...parts], { stdio: ['ignore', 'pipe', 'ignore'] });
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', resolve);
  const [list, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`npm sbom ended with code ${code}`);
  return list;
}
