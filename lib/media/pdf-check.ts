import type { FileHandle } from 'node:fs/promises';
import { activeNames, shortNames, unescaped } from './pdf-names.ts';

/** Why a PDF is not taken. */
export type PdfFault = 'pdf_damaged' | 'pdf_encrypted' | 'pdf_active';

const encryptedNames = new Set(['Encrypt']);

/** Bytes before the end within which a whole PDF says that it ends. */
const endWithin = 1024;
const piece = 256 * 1024;

/** The longest thing looked for, a name with every letter escaped, is shorter. */
const overlap = 64;

/**
 * Looks through a file that begins as a PDF for what we do not hand on: an end that is missing,
 * encryption, and names of active content, also when letters of a name are written as `#4a`.
 *
 * A plain look at the bytes: what a packed object stream hides is left to pdf-inside.ts. Inside a stream
 * the shortest names say nothing, because compressed bytes spell them by chance; the others are
 * too long for that and count anywhere. Readers get documents only as a download, in a sandbox.
 *
 * @returns undefined when nothing was found
 */
export async function faultOfPdf(file: FileHandle, bytes: number): Promise<PdfFault | undefined> {
  const tail = await textAt(file, Math.max(0, bytes - endWithin), endWithin);
  if (!tail.includes('%%EOF')) return 'pdf_damaged';
  let isEncrypted = false;
  let isInStream = false;
  let kept = '';
  for (let at = 0; at < bytes; at += piece) {
    const text = kept + (await textAt(file, at, piece));
    const isLast = at + piece >= bytes;
    const whole = isLast ? text.length : text.length - overlap;
    let seen = 0;
    for (const match of text.matchAll(marks)) {
      // The rest of it may still come: it is looked at with the next piece.
      if (match.index >= whole) break;
      seen = match.index + match[0].length;
      if (match[0].endsWith('endstream')) isInStream = false;
      else if (match[1] === undefined) isInStream = true;
      else {
        const name = unescaped(match[1]);
        if (activeNames.has(name) && !(isInStream && shortNames.has(name))) return 'pdf_active';
        if (encryptedNames.has(name)) isEncrypted = true;
      }
    }
    kept = text.slice(Math.max(seen, whole));
  }
  return isEncrypted ? 'pdf_encrypted' : undefined;
}

/** The end of a stream, its beginning after a dictionary, or a name (its letters are the group). */
const marks = /endstream|>>[\0\t\n\f\r ]{0,20}stream(?=[\r\n])|\/([^\0\t\n\f\r ()<>[\]{}/%]{1,45})/g;

async function textAt(file: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
