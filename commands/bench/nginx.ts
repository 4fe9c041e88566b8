import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#db/embedded-cluster.ts';

/** Whether nginx is there to compare with. */
export const hasNginx = () => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;

/** An nginx of its own, for the time of a measurement. */
export type StartedNginx = { port: number; stop(): Promise<void> };

/** nginx with two workers that sends these bytes from a file, whatever is asked for, with these headers. */
export function startNginx(body: Buffer, rawHeaders: readonly string[]): Promise<StartedNginx> {
  return started(async (folder, port) => {
    await writeFile(join(folder, 'halaman.html'), body);
    return `server {
      listen 127.0.0.1:${port};
      root ${folder};
      location / { types { } default_type "text/html; charset=utf-8"; ${addedHeaders(rawHeaders)} open_file_cache max=10; try_files /halaman.html =404; }
    }`;
  });
}

/** nginx in front of one or several processes of the application, by deploy/nginx.conf but for TLS. */
export function startNginxInFront(...appPorts: readonly number[]): Promise<StartedNginx> {
  return started(async (folder, port) => {
    const [file, version] = [await readFile(recipePage, 'utf8'), nginxVersion()];
    return recipe(file, folder, port, appPorts, version);
  });
}

const recipePage = new URL('../../deploy/nginx.conf', import.meta.url);

/** The recipe with this machine's folders and ports. It stays as it is otherwise, so that what is tried is what is installed.
 *
 * @throws Error when it no longer says what is put in its place here
 */
function recipe(file: string, folder: string, port: number, appPorts: readonly number[], version: number): string {
  const upstream = 'server 127.0.0.1:3000 max_fails=1 fail_timeout=2s;';
  const replaced: [string, string][] = [
    ['/var/cache/nginx/warta', `${folder}/simpanan`],
    [upstream, appPorts.map((each) => upstream.replace('3000', String(each))).join('\n')],
    ['listen 443 ssl;', `listen 127.0.0.1:${port};`],
    // Known from 1.25.1 on; without TLS nobody speaks it here anyhow.
    ['http2 on;', version >= 1_025_001 ? 'http2 on;' : ''],
    ['server_name warta.example.go.id;', ''],
  ];
  return replaced.reduce((text, [one, other]) => {
    if (!text.includes(one)) throw new Error(`deploy/nginx.conf has no ${one}`);
    return text.replace(one, other);
  }, file);
}

/** As one number: 1.22.1 is 1022001. */
function nginxVersion(): number {
  const said = spawnSync('nginx', ['-v']).stderr.toString();
  const [, major = 0, minor = 0, patch = 0] = (/nginx\/(\d+)\.(\d+)\.(\d+)/.exec(said) ?? []).map(Number);
  return major * 1_000_000 + minor * 1_000 + patch;
}

/** What nginx does not write by itself. */
function addedHeaders(rawHeaders: readonly string[]): string {
  const own = ['content-type', 'content-length', 'date', 'connection', 'keep-alive', 'etag'];
  const lines: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    const quote = value.includes('"') ? "'" : '"';
    if (!own.includes(name.toLowerCase())) lines.push(`add_header ${name} ${quote}${value}${quote};`);
  }
  return lines.join(' ');
}

async function started(servers: (folder: string, port: number) => Promise<string>): Promise<StartedNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-nginx-'));
  const port = await freePort();
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, await servers(folder, port)));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'galat.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswering(port, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

function configuration(folder: string, servers: string): string {
  const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
  return `${asRoot}
daemon off;
worker_processes 2;
pid ${folder}/nginx.pid;
events { worker_connections 2048; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  ${servers}
}
`;
}

async function untilAnswering(port: number, isOver: () => boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (Date.now() < until && !isOver()) {
    try {
      // A file that says it is compressed and is not asked for as such: only the status is looked at.
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
      // Another name than it answers to is an answer too.
      if (answer.status < 500) return;
    } catch (error) {
      // Not listening yet.
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nginx did not answer');
}
