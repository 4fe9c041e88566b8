import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for a cookie or an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a random secret. Unsalted, which suits secrets nobody chose. */
export function hashOfSecret(
  purpose: 'session' | 'second_step' | 'code' | 'recovery' | 'preview' | 'embargo',
  secret: string,
): string {
  return createHash('sha256').update(`rw1:${purpose}\n${secret}`).digest('hex');
}

// Crockford's alphabet: no I, L, O, U, so a code survives being read aloud or written by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 28;

/** A code of 140 random bits in seven groups of four, such as `7KQ2-M9XA-…`, or a shorter one of five bits a letter. */
export function randomCode(length = codeLength): string {
  const letters = Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length] ?? '').join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** The code as it was made, whatever case, spaces or look-alikes it was typed with. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
