import { constants, inflateSync, type ZlibOptions } from 'node:zlib';
import { errorCode } from '#lib/errors.ts';
import { activeNames, shortNames, unescaped } from './pdf-names.ts';

/** What is wrong with the streams of a PDF. */
export type StreamFault = 'pdf_active' | 'pdf_unreadable';

/** Bytes that one stream, and all together, may unpack to. */
const largest = { stream: 32_000_000, together: 160_000_000 };
/** Bytes before a stream in which its dictionary is looked for. */
const longestDictionary = 16_384;

/**
 * Looks into the packed streams of a PDF, where object streams hide dictionaries from a plain look at the bytes
 * (pdf-check.ts takes that one). Only for a process of its own: what strangers packed is unpacked here.
 *
 * A stream that holds objects and cannot be unpacked by plain inflation makes the file unreadable for us, and so
 * refused: office programs pack them in no other way. Pictures are not unpacked.
 *
 * @returns undefined when nothing was found
 */
export function faultInStreams(pdf: Buffer): StreamFault | undefined {
  let together = 0;
  for (const { dictionary, begin } of streamsOf(pdf)) {
    const names = namesIn(dictionary);
    const isPacked = beginsAsZlib(pdf, begin);
    // What the dictionary says can be hidden from us by a comment: how the bytes begin cannot.
    const saysObjects = names.has('ObjStm') || (names.has('N') && names.has('First'));
    const holdsObjects = saysObjects || (isPacked && beginsAsObjects(pdf, begin));
    if (names.has('Image') && !holdsObjects) continue;
    if (saysObjects && otherPacking.some((name) => names.has(name))) return 'pdf_unreadable';
    if (!isPacked && !holdsObjects) continue;
    const bytes = isPacked ? unpacked(pdf, begin) : pdf.subarray(begin, endOf(pdf, begin));
    if (bytes === 'too_large') return 'pdf_unreadable';
    if (bytes === 'broken') {
      if (holdsObjects) return 'pdf_unreadable';
      continue;
    }
    together += bytes.length;
    if (together > largest.together) return 'pdf_unreadable';
    if (isActive(bytes, holdsObjects)) return 'pdf_active';
  }
  return undefined;
}

/** What no office program packs objects with. */
const otherPacking = [
  ...['DecodeParms', 'DP', 'F', 'FFilter', 'Crypt'],
  ...['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode'],
];

type Stream = { dictionary: string; begin: number };

/** Every place where a stream begins, whatever the table of the file says of it. */
function* streamsOf(pdf: Buffer): Generator<Stream> {
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const after = pdf[at + 6];
    const isEnd = at >= 3 && pdf.toString('latin1', at - 3, at) === 'end';
    if (isEnd || (after !== 0x0a && after !== 0x0d)) continue;
    const begin = at + (after === 0x0d && pdf[at + 7] === 0x0a ? 8 : 7);
    const before = pdf.toString('latin1', Math.max(0, at - longestDictionary), at);
    yield { dictionary: before.slice(Math.max(0, before.lastIndexOf('obj'))), begin };
  }
}

function endOf(pdf: Buffer, begin: number): number {
  const end = pdf.indexOf('endstream', begin);
  return end < 0 ? pdf.length : end;
}

/** Whether the bytes begin as zlib's do (RFC 1950, 2.2). */
function beginsAsZlib(pdf: Buffer, begin: number): boolean {
  const [method = 0, flags = 0] = pdf.subarray(begin, begin + 2);
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

/** Whether what is unpacked begins as an object stream does, with pairs of whole numbers (ISO 32000-2, 7.5.7). */
function beginsAsObjects(pdf: Buffer, begin: number): boolean {
  const first = inflated(pdf.subarray(begin, begin + 4_096), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.isBuffer(first) && /^[\0\s]*\d{1,10}\s+\d{1,10}\s/.test(first.toString('latin1', 0, 64));
}

/** The unpacked bytes. Where they end is for zlib to say. */
function unpacked(pdf: Buffer, begin: number): Buffer | 'broken' | 'too_large' {
  return inflated(pdf.subarray(begin), { maxOutputLength: largest.stream });
}

function inflated(bytes: Buffer, options: ZlibOptions): Buffer | 'broken' | 'too_large' {
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') return 'too_large';
    if (errorCode(error)?.startsWith('Z_')) return 'broken';
    throw error;
  }
}

const anyName = /\/([^\0\t\n\f\r ()<>[\]{}/%]{1,64})/g;

function namesIn(text: string): Set<string> {
  return new Set(text.matchAll(anyName).map(([, name = '']) => unescaped(name)));
}

function isActive(bytes: Buffer, holdsObjects: boolean): boolean {
  for (const [, name = ''] of bytes.toString('latin1').matchAll(anyName)) {
    const plain = unescaped(name);
    if (activeNames.has(plain) && (holdsObjects || !shortNames.has(plain))) return true;
  }
  return false;
}
