import { createHash } from 'node:crypto';

/** Named in the hashed bytes, so that another way of writing JSON can never be mistaken for this one. */
const VERSION = 'rw1';

const DEPTH_LIMIT = 200;

/**
 * JSON in one form only, in the manner of RFC 8785: keys sorted by UTF-16 units, no spaces,
 * numbers as ECMAScript writes them, absent and undefined properties alike; besides, strings
 * and keys in NFC.
 *
 * @throws TypeError for what JSON cannot say (undefined in a list, NaN, functions, dates, lone surrogates)
 * @throws RangeError beyond 200 levels; callers hash only what their schema has bounded
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

/** SHA-256 over the canonical JSON with its version in front, as 64 hexadecimal characters. */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(`${VERSION}\n${canonicalJson(value)}`, 'utf8')
    .digest('hex');
}

function written(value: unknown, depth: number): string {
  if (depth > DEPTH_LIMIT) throw new RangeError(`Deeper than ${DEPTH_LIMIT} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writtenText(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (Array.isArray(value)) return `[${Array.from(value, (element) => written(element, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writtenObject(value, depth);
  throw new TypeError(`Not JSON: ${Object.prototype.toString.call(value)}`);
}

function writtenObject(value: object, depth: number): string {
  const entries = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => [key.normalize('NFC'), child] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const twice = entries.find(([key], index) => index > 0 && entries[index - 1]?.[0] === key);
  if (twice) throw new TypeError(`Key twice after normalisation: ${JSON.stringify(twice[0])}`);
  return `{${entries.map(([key, child]) => `${writtenText(key)}:${written(child, depth + 1)}`).join(',')}}`;
}

function writtenText(text: string): string {
  if (!text.isWellFormed())
    throw new TypeError('Lone surrogate: UTF-8 cannot carry it, so two texts would share a hash');
  return JSON.stringify(text.normalize('NFC'));
}

function writtenNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not JSON: ${value}`);
  return JSON.stringify(value);
}

// By its tag rather than its prototype: objects made in another realm (a test's, a worker's) count too.
function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
