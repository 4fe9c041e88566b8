import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built application as a process of its own, in demo mode. */
export type StartedApp = {
  port: number;
  pid: number;
  /** Milliseconds from its start until it was ready. */
  startedIn: number;
  /** Asks it to stop, and resolves when it has. */
  stop(): Promise<void>;
  /** Kills it as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
};

/** How and where the program runs. */
export type Surroundings = {
  /** Where its standard output and its log go; only the log is shown when absent. */
  output?: number;
  /** Folder of another program than this one, built already. */
  program?: string;
};

type StartOptions = Surroundings & {
  fresh?: boolean;
  publicUrl?: string;
  port?: number;
  settings?: Readonly<Record<string, string>>;
};

const ownFolder = fileURLToPath(new URL('..', import.meta.url));

/** Milliseconds that a first start may take: building and filling the demo are part of it. */
const patience = 600_000;

/**
 * Starts the application as `npm start` does, on a free port.
 *
 * @param dataDir the folder of its data; processes that name the same one share its database
 * @param options.fresh empties that folder before, so that the demo is filled anew
 * @param options.publicUrl under which people reach it; its own port on this machine when absent
 * @param options.port instead of a free one
 * @param options.settings further environment
 * @throws Error when it ends before it is ready, or does not become so
 */
export async function startApp(
  dataDir: string,
  { fresh = false, publicUrl = '', port = freePort(), settings = {}, output, program = ownFolder }: StartOptions = {},
): Promise<StartedApp> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(program, fresh ? 'commands/e2e-server.ts' : 'server.ts')], {
    cwd: program,
    stdio: ['ignore', output ?? 'ignore', output ?? 'inherit'],
    env: {
      ...process.env,
      ...{ RUANG_WARTA_MODE: 'contoh', PORT: String(port), PUBLIC_URL: publicUrl, DATA_DIR: dataDir },
      ...settings,
    },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await untilReady(port, child);
  return {
    port,
    pid: child.pid ?? 0,
    startedIn: performance.now() - begun,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A port that nobody listens on, most likely: nobody is asked. */
export function freePort(): number {
  return 20_000 + Math.floor(Math.random() * 20_000);
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('The application ended before it was ready');
    if (await isReady(port)) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error('The application did not become ready');
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Memory of a process in megabytes, as the operating system counts it. */
export function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
}
