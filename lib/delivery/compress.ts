import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Ways in which we send bytes, the smallest first. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** The same bytes in each encoding, and the hash of the plain ones. */
export type Compressed = Record<Encoding, Buffer> & { hash: string };

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Brotli's effort while a reader waits: 11 takes thirty times as long for a tenth fewer bytes. */
const quickEffort = 5;
const bestEffort = 11;
/** Above this many bytes the best effort takes seconds. */
const largestForBest = 150_000;

/**
 * Compresses once what is sent many times.
 *
 * @param patient for files that never change: takes longer, gives fewer bytes
 */
export async function compress(plain: Buffer, patient = false): Promise<Compressed> {
  const effort = patient && plain.length <= largestForBest ? bestEffort : patient ? 9 : quickEffort;
  const [br, gz] = await Promise.all([
    toBrotli(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effort,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
    toGzip(plain, { level: patient ? 9 : 6 }),
  ]);
  return { br, gzip: gz, identity: plain, hash: hashOf(plain) };
}

/** What is already compressed (pictures, fonts) is sent as it is. */
export function incompressible(plain: Buffer): Compressed {
  return { br: plain, gzip: plain, identity: plain, hash: hashOf(plain) };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** The best encoding a client takes, from its Accept-Encoding header (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const known = commonAnswers.get(header);
  if (known !== undefined) return known;
  const accepted = new Set<string>();
  for (const part of header.toLowerCase().slice(0, 300).split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    if (!parameters.some((parameter) => /^q=0(?:\.0{0,3})?$/.test(parameter))) accepted.add(name);
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') || accepted.has('x-gzip') ? 'gzip' : 'identity';
}

/** What nearly all clients send, so that the header need not be taken apart. */
const commonAnswers: ReadonlyMap<string, Encoding> = new Map<string, Encoding>([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['identity', 'identity'],
]);
