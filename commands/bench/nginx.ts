import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#db/embedded-cluster.ts';

/** Whether nginx is there to compare with. */
export const hasNginx = () => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;

/** nginx with two workers that sends these bytes from a file, whatever is asked for. */
export async function startNginx(body: Buffer): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-nginx-'));
  const port = await freePort();
  await writeFile(join(folder, 'halaman.html'), body);
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, port));
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

function configuration(folder: string, port: number): string {
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
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    default_type text/html;
    location / { add_header Content-Encoding br; open_file_cache max=10; try_files /halaman.html =404; }
  }
}
`;
}

async function untilAnswering(port: number, isOver: () => boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (Date.now() < until && !isOver()) {
    try {
      // A file that says it is compressed and is not asked for as such: only the status is looked at.
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
      if (answer.status === 200) return;
    } catch (error) {
      // Not listening yet.
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nginx did not answer');
}
