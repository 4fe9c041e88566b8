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
  if (Array.isArray(value)) return writtenList(value, depth);
  if (typeof value === 'object' && isPlain(value)) return writtenObject(value, depth);
  throw new TypeError(`Not JSON: ${Object.prototype.toString.call(value)}`);
}

function writtenList(value: readonly unknown[], depth: number): string {
  let text = '';
  // By place, so that a hole counts as the undefined it is.
  for (let place = 0; place < value.length; place += 1) {
    text += `${place === 0 ? '' : ','}${written(value[place], depth + 1)}`;
  }
  return `[${text}]`;
}

function writtenObject(value: object, depth: number): string {
  let text = '';
  for (const [name, child] of namedInOrder(value)) {
    if (child === undefined) continue;
    text += `${text === '' ? '' : ','}${writtenText(name)}:${written(child, depth + 1)}`;
  }
  return `{${text}}`;
}

/** Sorted by UTF-16 units. */
function namedInOrder(value: object): (readonly [string, unknown])[] {
  const entries = Object.entries(value);
  if (entries.every(([key]) => isNormal(key))) return entries.sort(byName);
  const named = entries
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => [key.normalize('NFC'), child] as const)
    .sort(byName);
  const twice = named.find(([key], index) => index > 0 && named[index - 1]?.[0] === key);
  if (twice) throw new TypeError(`Key twice after normalisation: ${JSON.stringify(twice[0])}`);
  return named;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);

/** A text of ASCII is well formed and in NFC. Whatever readers see is hashed, so it pays to know without asking. */
const isNormal = (text: string) => !/[^ -~]/.test(text);

function writtenText(text: string): string {
  if (isNormal(text)) return JSON.stringify(text);
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
  return (
    Object.getPrototypeOf(value) === Object.prototype || Object.prototype.toString.call(value) === '[object Object]'
  );
}
