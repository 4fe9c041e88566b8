import { connect, type Socket } from 'node:net';

/** What one run of the load generator found. Times in milliseconds. */
export type LoadResult = { perSecond: number; p50: number; p99: number; failures: number };

/**
 * Keeps `connections` connections busy for some seconds, one request at a time on each, and
 * prints the result as one line of JSON. A process of its own, so that it does not take turns
 * with the server it measures.
 */
async function main(): Promise<void> {
  const [port = 0, connections = 0, milliseconds = 0] = process.argv.slice(2, 5).map(Number);
  const [host = '', path = ''] = process.argv.slice(5);
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nUser-Agent: bench\r\n\r\n`,
  );
  const times: number[] = [];
  const found = { failures: 0 };
  const begun = performance.now();
  const until = begun + milliseconds;
  await Promise.all(Array.from({ length: connections }, () => keepBusy(port, request, until, times, found)));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const result: LoadResult = {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    failures: found.failures,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function keepBusy(
  port: number,
  request: Buffer,
  until: number,
  times: number[],
  found: { failures: number },
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  let sentAt = 0;
  let missing = -1;
  let head = '';

  const send = () => {
    sentAt = performance.now();
    missing = -1;
    head = '';
    socket.write(request);
  };

  socket.on('connect', send);
  socket.on('data', (chunk: Buffer) => {
    let body = chunk.length;
    if (missing < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.startsWith('HTTP/1.1 200')) found.failures += 1;
      missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      body = head.length - end - 4;
    }
    missing -= body;
    if (missing > 0) return;
    const now = performance.now();
    times.push(now - sentAt);
    if (now < until) send();
    else socket.end();
  });
  socket.on('error', () => {
    found.failures += 1;
  });
  socket.on('close', () => resolve());
  return promise;
}

await main();
