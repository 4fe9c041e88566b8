import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Fault, promise } from './fault.ts';
import { amidPeople, metInWords } from './honest-people.ts';
import type { Stage } from './stage.ts';

const survives = 'Pembaca jujur dan redaksi tetap dilayani; jawaban 4xx atau 503; memori proses web di bawah 700 MB';

/** F13: a hundred times the usual readers, on the pages that everybody reads. */
export const burst: Fault = {
  number: 'F13',
  name: 'Lonjakan: 400 sambungan tanpa jeda selama 30 detik',
  promise: survives,
  async run(stage) {
    const load = fileURLToPath(new URL('../bench/load.ts', import.meta.url));
    const found = z.object({ perSecond: z.number(), p99: z.number(), failures: z.number() });
    let result = { perSecond: 0, p99: 0, failures: 0 };
    const met = await amidPeople(stage, async () => {
      const child = spawn(
        process.execPath,
        [load, String(stage.port), '400', '30000', `127.0.0.1:${stage.port}`, '/'],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      await once(child, 'close');
      result = found.parse(JSON.parse(out));
    });
    promise(result.failures === 0, `${result.failures} permintaan gagal`);
    return { held: `${Math.round(result.perSecond)} halaman per detik; ${metInWords(met)}` };
  },
};

const unknown = 100_000;

/** S1: addresses that lead nowhere, each another. */
export const unknownAddresses: Fault = {
  number: 'S1',
  name: '100.000 alamat yang tidak ada, masing-masing berbeda',
  promise: survives,
  async run(stage) {
    const statuses = new Map<number, number>();
    const met = await amidPeople(stage, () =>
      askMany(stage, unknown, 64, (number) => `/berita/slot-gacor-${number}?x=${number}`, statuses),
    );
    expectOnly(statuses, [404, 503]);
    return { held: `${inWords(statuses)}; ${metInWords(met)}` };
  },
};

const searches = 3_000;

/** S2: searches that no cache has, long ones among them. */
export const hugeQueries: Fault = {
  number: 'S2',
  name: '3.000 pencarian yang berbeda, sebagian sepanjang 8 KB',
  promise: survives,
  async run(stage) {
    const statuses = new Map<number, number>();
    const words = (number: number) => `layanan ${number} ${'a'.repeat(number % 10 === 0 ? 7_000 : 10)}`;
    const met = await amidPeople(stage, () =>
      askMany(stage, searches, 32, (number) => `/cari?q=${encodeURIComponent(words(number))}`, statuses),
    );
    expectOnly(statuses, [200, 301, 400, 404, 414, 429, 431, 503]);
    return { held: `${inWords(statuses)}; ${metInWords(met)}` };
  },
};

/** S3: heads larger than any browser sends. */
export const headerFlood: Fault = {
  number: 'S3',
  name: 'Kepala permintaan raksasa: 2.000 kali 64 KB atau 3.000 baris',
  promise: survives,
  async run(stage) {
    const statuses = new Map<number, number>();
    const long = `X-Panjang: ${'a'.repeat(65_000)}\r\n`;
    const many = Array.from({ length: 3_000 }, (_, index) => `X-${index}: a\r\n`).join('');
    const met = await amidPeople(stage, async () => {
      for (let part = 0; part < 100; part += 1) {
        const heads = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? long : many));
        await Promise.all(heads.map((head) => sendHead(stage, head, statuses)));
      }
    });
    expectOnly(statuses, [0, 400, 431]);
    return { held: `${inWords(statuses)}; ${metInWords(met)}` };
  },
};

const slowOnes = 1_000;
const slowSeconds = 45;

/** F14: connections that say a little now and then: heads, bodies, and answers that nobody takes. */
export const slowClients: Fault = {
  number: 'F14',
  name: `Slowloris: ${slowOnes} sambungan lambat (kepala, isi, baca) selama ${slowSeconds} detik`,
  promise: survives,
  async run(stage) {
    const sockets = Array.from({ length: slowOnes }, (_, index) => slowSocket(stage, index));
    let cut = 0;
    for (const socket of sockets) socket.on('close', () => (cut += 1));
    const met = await amidPeople(stage, async () => {
      for (let second = 0; second < slowSeconds; second += 1) {
        for (const [index, socket] of sockets.entries()) if (!socket.destroyed && index % 3 !== 2) socket.write('a');
        await pause(1_000);
      }
    });
    const cutByServer = cut;
    for (const socket of sockets) socket.destroy();
    return { held: `${cutByServer} sambungan lambat diputus; ${metInWords(met)}` };
  },
};

function slowSocket({ port }: Stage, index: number): Socket {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  const host = `Host: 127.0.0.1:${port}\r\n`;
  const kinds = [
    `GET / HTTP/1.1\r\n${host}X-Pelan: `,
    `POST /cek HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nteks=`,
    `GET / HTTP/1.1\r\n${host}\r\n`.repeat(50),
  ];
  socket.write(kinds[index % 3] ?? '');
  // What comes for the third kind is never taken.
  if (index % 3 === 2) socket.pause();
  return socket;
}

/** Asks so many addresses over so many connections, and counts the answers; 0 is a broken connection. */
async function askMany(
  { port }: Stage,
  times: number,
  connections: number,
  pathOf: (number: number) => string,
  statuses: Map<number, number>,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const worker = async () => {
    while (next < times) {
      next += 1;
      count(statuses, await statusOf(agent, port, pathOf(next)));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
}

function statusOf(agent: Agent, port: number, path: string): Promise<number> {
  const { promise: done, resolve } = Promise.withResolvers<number>();
  get({ agent, port, host: '127.0.0.1', path }, (answer) => {
    answer.resume();
    answer.on('end', () => resolve(answer.statusCode ?? 0));
  }).on('error', () => resolve(0));
  return done;
}

/** One head over a connection of its own. */
function sendHead({ port }: Stage, head: string, statuses: Map<number, number>): Promise<void> {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const socket = connect({ port, host: '127.0.0.1' });
  let status = 0;
  socket.on('data', (bytes: Buffer) => {
    status ||= Number(/^HTTP\/1\.1 (\d{3})/.exec(bytes.toString('latin1'))?.[1] ?? 0);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    count(statuses, status);
    resolve();
  });
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${head}Connection: close\r\n\r\n`);
  return done;
}

function count(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function expectOnly(statuses: ReadonlyMap<number, number>, allowed: readonly number[]): void {
  const others = [...statuses.keys()].filter((status) => !allowed.includes(status));
  promise(others.length === 0, `Dijawab ${others.join(', ')}: ${inWords(statuses)}`);
}

function inWords(statuses: ReadonlyMap<number, number>): string {
  return [...statuses]
    .toSorted(([one], [other]) => one - other)
    .map(([status, times]) => `${times} × ${status === 0 ? 'diputus' : status}`)
    .join(', ');
}
