import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** How a command of ours ended, and all it said. */
export type CommandEnd = { code: number; said: string };

/** Runs one of our commands on a data folder, as an operator would. */
export function runCommand(
  name: string,
  dataDir: string,
  { parts = [], settings = {} }: { parts?: readonly string[]; settings?: Readonly<Record<string, string>> } = {},
): Promise<CommandEnd> {
  const env = { ...process.env, RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir, ...settings };
  return new Promise((done) => {
    const child = execFile(process.execPath, [join('commands', `${name}.ts`), ...parts], { env }, (_, out, err) =>
      done({ code: child.exitCode ?? 1, said: `${out}${err}` }),
    );
  });
}
