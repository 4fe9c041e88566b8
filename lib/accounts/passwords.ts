import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { processWide } from '#lib/process-wide.ts';
import { type Slots, slots } from '#lib/slots.ts';

/** OWASP's lower bound for argon2id; about 40 ms on one core. Memory in KiB. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

type Stored = { memory: number; passes: number; parallelism: number; nonce: Buffer; tag: Buffer };

/** The password under a new random salt, as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, { ...cost, nonce, tagLength });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/**
 * Whether the password belongs to the stored hash.
 *
 * Where there is none (an unknown account, an invite not used yet) the same work is done
 * on a hash that no password fits, so that the time taken tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const { tag, nonce, ...parameters } = parsed(stored ?? (await nobodysHash()));
  const derived = await derive(password, { ...parameters, nonce, tagLength: tag.length });
  return timingSafeEqual(derived, tag) && stored !== null;
}

/** Whether a stored hash was made at a lower cost than new ones are: then it is made anew at the next sign-in. */
export function isWeakerThanNew(stored: string): boolean {
  const { memory, passes, parallelism, tag } = parsed(stored);
  const isWeaker = memory < cost.memory || passes < cost.passes || parallelism < cost.parallelism;
  return isWeaker || tag.length < tagLength;
}

const nobody = processWide<{ hash: Promise<string> | undefined }>('nobodys-password', () => ({ hash: undefined }));

/** Made like every other hash, so that verifying against it costs the same. */
function nobodysHash(): Promise<string> {
  nobody.value.hash ??= hashPassword(randomBytes(32).toString('hex'));
  return nobody.value.hash;
}

function parsed(phc: string): Stored {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  const [, memory, passes, parallelism, nonce, tag] = match ?? [];
  if (nonce === undefined || tag === undefined) throw new Error('A stored password hash is not argon2id in PHC form.');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/**
 * Keys derived at a time. Node has four threads for this, for files and for compression together: however many
 * strangers try to sign in at once, readers' files do not wait for them.
 */
const derivedAtOnce = 2;
const turns = processWide<Slots>('password-derivations', () => slots(derivedAtOnce));

function derive(
  password: string,
  parameters: { memory: number; passes: number; parallelism: number; nonce: Buffer; tagLength: number },
): Promise<Buffer> {
  // The same letters typed on another keyboard may arrive composed differently.
  const message = password.normalize('NFKC');
  return turns.value.run(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', { message, ...parameters }, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
