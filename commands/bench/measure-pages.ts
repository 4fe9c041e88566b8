import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { get } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { LoadResult } from './load.ts';
import { startNginx, startNginxInFront } from './nginx.ts';
import type { PlainAnswer } from './plain-server.ts';

/** The application and another server that sends the same bytes, measured by turns. */
export type Comparison = { connections: number; app: LoadResult; plain: LoadResult };

/** nginx that sends a file, nginx in front of the application, and the application by itself. */
export type NginxComparison = { file: LoadResult; front: LoadResult; app: LoadResult };

/** Milliseconds of one run, and of the one before it that only warms up. */
const length = { run: 5_000, warmUp: 1_500 };

/** A page's requests per second at several numbers of connections, each beside a plain `node:http` server. */
export async function comparePage(port: number, path: string, connections: readonly number[]): Promise<Comparison[]> {
  const answer = await fetchPage(port, path);
  const plain = await startPlainServer({
    headers: withoutHopByHop(answer.rawHeaders),
    bodyBase64: answer.body.toString('base64'),
  });
  try {
    const found: Comparison[] = [];
    for (const count of connections) {
      await load(plain.port, count, length.warmUp, path);
      await load(port, count, length.warmUp, path);
      const compared = await middleRound(
        async () => ({
          plain: await load(plain.port, count, length.run, path),
          app: await load(port, count, length.run, path),
        }),
        ({ plain, app }) => app.perSecond / plain.perSecond,
      );
      found.push({ connections: count, ...compared });
    }
    return found;
  } finally {
    plain.stop();
  }
}

export type FetchedPage = { status: number; rawHeaders: string[]; body: Buffer; milliseconds: number };

/** One page on a connection of its own. */
export function fetchPage(port: number, path: string): Promise<FetchedPage> {
  const { promise, resolve, reject } = Promise.withResolvers<FetchedPage>();
  const begun = performance.now();
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  get({ host: '127.0.0.1', port, path, agent: false, headers }, (response) => {
    response.toArray().then((chunks) => {
      resolve({
        status: response.statusCode ?? 0,
        rawHeaders: response.rawHeaders,
        body: Buffer.concat(chunks),
        milliseconds: performance.now() - begun,
      });
    }, reject);
  }).on('error', reject);
  return promise;
}

/** A page's requests per second beside nginx, which sends the same bytes from a file: by itself, and with nginx in front. */
export async function compareNginx(port: number, path: string, connections: number): Promise<NginxComparison> {
  const { body, rawHeaders } = await fetchPage(port, path);
  const file = await startNginx(body, rawHeaders);
  const front = await startNginxInFront(port);
  try {
    for (const one of [file.port, front.port, port]) await load(one, connections, length.warmUp, path);
    return await middleRound(
      async () => ({
        file: await load(file.port, connections, length.run, path),
        front: await load(front.port, connections, length.run, path),
        app: await load(port, connections, length.run, path),
      }),
      ({ front, file }) => front.perSecond / file.perSecond,
    );
  } finally {
    await front.stop();
    await file.stop();
  }
}

const rounds = 3;

/** Of two programs as quick as one another now one is a tenth quicker, now the other: the round in the middle counts. */
async function middleRound<Round>(measure: () => Promise<Round>, share: (round: Round) => number): Promise<Round> {
  const found: Round[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(await measure());
  found.sort((one, other) => share(one) - share(other));
  const middle = found[Math.floor(rounds / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

async function load(port: number, connections: number, milliseconds: number, path: string): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    [beside('load.ts'), String(port), String(connections), String(milliseconds), `127.0.0.1:${port}`, path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const output = await child.stdout.toArray();
  const result: LoadResult = JSON.parse(Buffer.concat(output).toString('utf8'));
  if (result.failures > 0) throw new Error(`${result.failures} requests of ${path} failed`);
  return result;
}

async function startPlainServer(answer: PlainAnswer): Promise<{ port: number; stop(): void }> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [beside('plain-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write(`${JSON.stringify(answer)}\n`);
  const first = Promise.withResolvers<string>();
  child.stdout.once('data', (chunk: Buffer) => first.resolve(chunk.toString('utf8')));
  child.once('exit', (code) => first.reject(new Error(`The plain server ended with ${code}`)));
  return { port: Number(await first.promise), stop: () => child.kill() };
}

/** What the plain server's own Node adds again. */
function withoutHopByHop(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!['date', 'connection', 'keep-alive'].includes(name.toLowerCase())) kept.push(name, rawHeaders[at + 1] ?? '');
  }
  return kept;
}

function beside(program: string): string {
  return fileURLToPath(new URL(program, import.meta.url));
}
