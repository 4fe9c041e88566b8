import { damagedBackup } from './refusals.ts';

/** A file inside a backup; small enough to be held whole. */
export type Part = { name: string; bytes: Buffer };

const block = 512;
/** Parts are cut at a few megabytes when they are written: whatever claims more is no backup of ours. */
const longestPart = 64 * 1024 * 1024;

/**
 * Parts as a tar archive (POSIX ustar), so that a backup opens with the tools of every system.
 *
 * @param at the time every file in it bears
 */
export async function* tarOf(parts: AsyncIterable<Part>, at: Date): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of parts) {
    yield headerOf(name, bytes.length, at);
    yield bytes;
    if (bytes.length % block > 0) yield Buffer.alloc(block - (bytes.length % block));
  }
  yield Buffer.alloc(2 * block);
}

function headerOf(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`Name too long for a tar header: ${name}`);
  const header = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    header.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  header.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  octal(sumOf(header), 148, 7);
  return header;
}

/** The sum of a header's bytes, its own field counted as spaces. */
function sumOf(header: Buffer): number {
  let sum = 8 * 32;
  for (let at = 0; at < block; at += 1) if (at < 148 || at >= 156) sum += header[at] ?? 0;
  return sum;
}

/**
 * The parts of an archive in their order.
 *
 * @throws invalid when it is damaged or ends too early
 */
export async function* partsIn(archive: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const bytes = reader(archive);
  for (;;) {
    const header = await bytes.take(block);
    if (header.every((byte) => byte === 0)) return;
    const number = (at: number, length: number) =>
      Number.parseInt(header.toString('latin1', at, at + length).replace(/\0.*$/, ''), 8);
    const size = number(124, 12);
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    if (number(148, 8) !== sumOf(header) || !(size >= 0 && size <= longestPart)) throw damagedBackup();
    const content = await bytes.take(size);
    if (size % block > 0) await bytes.take(block - (size % block));
    yield { name, bytes: content };
  }
}

function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return {
    async take(wanted: number): Promise<Buffer> {
      while (length < wanted) {
        const { value, done } = await chunks.next();
        if (done === true) throw damagedBackup();
        held.push(value);
        length += value.length;
      }
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
      held = [all.subarray(wanted)];
      length -= wanted;
      return all.subarray(0, wanted);
    },
  };
}
