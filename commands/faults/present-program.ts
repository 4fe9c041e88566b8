import { execFile } from 'node:child_process';

/** How another program ended, and all it said; `missing` when it is not on this machine. */
export type ProgramEnd = { missing: true } | { missing: false; code: number | null; said: string };

/**
 * Runs a program that the project does without.
 *
 * @param milliseconds after which it is ended
 */
export function runIfPresent(name: string, parts: readonly string[], milliseconds: number): Promise<ProgramEnd> {
  const options = { timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 } as const;
  return new Promise((done) => {
    const child = execFile(name, parts, options, (error, out, err) =>
      done(
        error !== null && 'code' in error && error.code === 'ENOENT'
          ? { missing: true }
          : { missing: false, code: child.exitCode, said: `${out}${err}` },
      ),
    );
  });
}
