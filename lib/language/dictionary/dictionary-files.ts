import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '#lib/config.ts';

/** The two files of Debian's `hunspell-id`. */
export type DictionaryFiles = { aff: string; dic: string };

/** Where `npm run language:install` puts the dictionary. */
export const ownDictionaryFolder = (): string => join(config().dataDir, 'bahasa');

/** Where systems keep their dictionaries. */
const systemFolders = [
  '/usr/share/hunspell',
  '/usr/share/myspell/dicts',
  '/usr/local/share/hunspell',
  '/opt/homebrew/share/hunspell',
  '/Library/Spelling',
] as const;

/** The first folder with an Indonesian dictionary, our own before those of the system. */
export function dictionaryFiles(
  folders: readonly string[] = [ownDictionaryFolder(), ...systemFolders],
): DictionaryFiles | undefined {
  return folders
    .map((folder) => ({ aff: join(folder, 'id_ID.aff'), dic: join(folder, 'id_ID.dic') }))
    .find(({ aff, dic }) => existsSync(aff) && existsSync(dic));
}
