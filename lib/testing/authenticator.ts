import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { now } from '#lib/clock.ts';

/** What a page asks a passkey for, as far as this one looks at it. */
type Asked = { challenge: string };

/**
 * A passkey without a browser: makes and shows itself as WebAuthn says (level 3, §6), with an ES256 key.
 *
 * @param origin the page that asks; a copied page elsewhere has another
 */
export function anAuthenticator(origin = 'https://warta.example.go.id') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = (flags: number, rest: Buffer = Buffer.alloc(0)) => {
    counter += 1;
    const place = createHash('sha256').update(new URL(origin).hostname).digest();
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([place, Buffer.from([flags]), count, rest]);
  };
  const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const };
  return {
    /** Makes the passkey for this page. */
    make(asked: Asked) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const [bx, by] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
      // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
      const key = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), bx, Buffer.from('225820', 'hex'), by]);
      const length = Buffer.from([0, id.length]);
      const attested = data(0x45, Buffer.concat([Buffer.alloc(16), length, id, key]));
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex');
      const attestationObject = Buffer.concat([head, Buffer.from([0x58, attested.length]), attested]);
      return {
        ...{ ...named, clientExtensionResults: {} },
        response: {
          clientDataJSON: clientData('webauthn.create', asked).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: [],
        },
      };
    },
    /** Shows the passkey; `isUnlocked` is whether its owner unlocked the device for it. */
    show(asked: Asked, isUnlocked = true) {
      const client = clientData('webauthn.get', asked);
      const authenticatorData = data(isUnlocked ? 0x05 : 0x01);
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()]);
      return {
        ...{ ...named, clientExtensionResults: {} },
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}

/** What an authenticator app shows now for a secret, or so many seconds from now. */
export function appCode(secret: string, seconds = 0): string {
  const timestamp = now().getTime() + seconds * 1_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}
