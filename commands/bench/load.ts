import { connect, type Socket } from 'node:net';

/** What one run of the load generator found. Times in milliseconds. */
export type LoadResult = { perSecond: number; p50: number; p99: number; failures: number };

/**
 * Keeps `connections` connections busy for some seconds, one request at a time on each, and
 * prints the result as one line of JSON. A process of its own, so that it does not take turns
 * with the server it measures; and a frugal one, since it shares the machine with it: where
 * asking costs more than answering, one measures the questions.
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
  let usual: AnswerShape | undefined;
  /** What came of an answer's head, as long as its end did not. */
  let begunHead = nothing;
  let sentAt = 0;
  let missing = 0;

  const send = () => {
    sentAt = performance.now();
    missing = 0;
    socket.write(request);
  };

  const take = (length: number, buffer: Uint8Array): boolean => {
    if (missing > 0) missing -= length;
    else {
      const came = Buffer.from(buffer.buffer, buffer.byteOffset, length);
      const first = begunHead.length === 0 ? came : Buffer.concat([begunHead, came]);
      if (usual === undefined || !isOfShape(first, usual)) usual = shapeOf(first);
      begunHead = usual === undefined ? Buffer.from(first) : nothing;
      if (usual === undefined) return true;
      if (!usual.isGood) found.failures += 1;
      missing = usual.whole - first.length;
    }
    if (missing > 0) return true;
    const now = performance.now();
    times.push(now - sentAt);
    if (now < until) send();
    else socket.end();
    return true;
  };

  // One buffer for all that comes, instead of one for each piece.
  const onread = { buffer: Buffer.allocUnsafe(65_536), callback: take };
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
  socket.on('connect', send);
  socket.on('error', () => {
    found.failures += 1;
  });
  socket.on('close', () => resolve());
  return promise;
}

/** How an answer lies on the wire: what one was, the next most probably is too, so that it need not be read. */
type AnswerShape = { isGood: boolean; head: number; lengthAt: number; lengthLine: Buffer; whole: number };

const nothing = Buffer.alloc(0);
const endOfHead = '\r\n\r\n';

function isOfShape(answer: Buffer, { head, lengthAt, lengthLine }: AnswerShape): boolean {
  if (answer.length < head || answer.indexOf(endOfHead, head - endOfHead.length, 'latin1') !== head - endOfHead.length)
    return false;
  return lengthLine.compare(answer, lengthAt, lengthAt + lengthLine.length) === 0;
}

/** @returns undefined as long as the end of the head has not come */
function shapeOf(answer: Buffer): AnswerShape | undefined {
  const end = answer.indexOf(endOfHead, 0, 'latin1');
  if (end < 0) return undefined;
  const head = answer.toString('latin1', 0, end);
  const line = /\r\ncontent-length: (\d+)/i.exec(head);
  return {
    isGood: head.startsWith('HTTP/1.1 200'),
    head: end + endOfHead.length,
    lengthAt: line?.index ?? 0,
    lengthLine: Buffer.from(line?.[0] ?? ''),
    whole: end + endOfHead.length + Number(line?.[1] ?? 0),
  };
}

await main();
