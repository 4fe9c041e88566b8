import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { config } from '#lib/config.ts';

/** What a sealed text is for: each has a key of its own. */
type Purpose = 'totp' | 'provider_journey';

const nonceLength = 12;
const tagLength = 16;

/**
 * Seals a text that the database must not show in the clear (AES-256-GCM). The envelope names its key, so
 * that secrets can be changed one after another.
 *
 * @param about whom it belongs to: moved to somebody else's row, it does not open
 */
export function sealText(purpose: Purpose, about: string, text: string): string {
  const secret = config().authSecret;
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(boundTo(purpose, about));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `rw1.${nameOf(secret)}.${sealed.toString('base64url')}`;
}

/** The text, or undefined when it was sealed for something else, was changed, or its secret is no longer configured. */
export function openText(purpose: Purpose, about: string, envelope: string): string | undefined {
  const [version, name, body] = envelope.split('.');
  const secret = config().authSecrets.find((candidate) => nameOf(candidate) === name);
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (version !== 'rw1' || secret === undefined || bytes.length < nonceLength + tagLength) return undefined;
  const opener = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(boundTo(purpose, about))
    .setAuthTag(bytes.subarray(-tagLength));
  const text = opener.update(bytes.subarray(nonceLength, -tagLength));
  try {
    return Buffer.concat([text, opener.final()]).toString('utf8');
  } catch (error) {
    // Node says no more than this when the seal does not fit.
    if (error instanceof Error && /authenticate/.test(error.message)) return undefined;
    throw error;
  }
}

/** Whether the envelope was made under the secret that makes new ones. */
export function isSealedWithNewest(envelope: string): boolean {
  return envelope.split('.')[1] === nameOf(config().authSecret);
}

function keyOf(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ruang-warta sealed ${purpose}`, 32));
}

/** Tells a secret from the others without telling it. */
function nameOf(secret: string): string {
  return createHash('sha256').update(`rw1:secret-name\n${secret}`).digest('hex').slice(0, 12);
}

const boundTo = (purpose: Purpose, about: string) => Buffer.from(`${purpose}\n${about}`);
