import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dataDir, origin } from './app.ts';

/**
 * Runs one of our programs beside the application, on the same data, as an operator does.
 *
 * @param program its file, relative to this folder
 * @returns what it says
 */
export async function runProgram(program: string, ...parts: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL(program, import.meta.url)), ...parts],
    {
      env: { ...process.env, RUANG_WARTA_MODE: 'contoh', DATABASE_URL: '', DATA_DIR: dataDir, PUBLIC_URL: origin },
    },
  );
  return stdout;
}
