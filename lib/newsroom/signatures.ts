import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Role, SignatureAct } from '../../db/schema/enums.ts';
import type { EditionId, UserId } from '../ids.ts';
import { canonicalJson, contentHash } from '../richtext/hash.ts';
import type { Words } from './article-input.ts';
import type { KindDetails } from './kind-details.ts';

/** A key of the ring in configuration. The first signs; all verify. */
export type SigningKey = { id: string; secret: Buffer };

/** A signature whose MAC has been checked and that is not void. */
export type HeldSignature = { userId: UserId; role: Role; act: SignatureAct; contentHash: string; at: Date };

/** What a signature's MAC covers. */
export type SignatureClaim = {
  editionId: EditionId;
  contentHash: string;
  userId: UserId;
  role: Role;
  act: SignatureAct;
  at: Date;
};

/** What identifies the edition within its hash, besides the words themselves. */
export type HashedIdentity = {
  articleId: string;
  number: number;
  agencyId: string;
  changeType: string | null;
};

/**
 * The content hash of an edition: everything readers are told, nothing of its placement.
 *
 * @returns SHA-256, 64 hexadecimal characters
 */
export function editionHash(identity: HashedIdentity, words: Words): string {
  const { sectionId: _section, topicIds: _topics, relatedIds: _related, details, ...signed } = words;
  return contentHash({ ...identity, ...signed, ...filledIn(details) });
}

/** Details where there are any: what was signed or sealed before they existed keeps its bytes. */
function filledIn(details: KindDetails): { details?: KindDetails } {
  return Object.keys(details).length === 0 ? {} : { details };
}

/** What a MAC is for: one made for something else never counts. */
type Purpose = 'signature' | 'card' | 'share_card';

function mac(key: SigningKey, purpose: Purpose, value: unknown): string {
  return createHmac('sha256', key.secret).update(`rw1:${purpose}\n`).update(canonicalJson(value)).digest('hex');
}

function macHolds(
  keys: readonly SigningKey[],
  keyId: string,
  purpose: Purpose,
  value: unknown,
  given: string,
): boolean {
  const key = keys.find((candidate) => candidate.id === keyId);
  if (key === undefined) return false;
  // As text: decoding would pass over what follows the digits.
  const expected = Buffer.from(mac(key, purpose, value));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received);
}

// Named one by one: a stored row carries more than its claim.
const claimValue = ({ editionId, contentHash, userId, role, act, at }: SignatureClaim) => ({
  editionId,
  contentHash,
  userId,
  role,
  act,
  at: at.toISOString(),
});

/** The key new signatures are made with. Throws when the ring is empty, which configuration does not allow. */
export function currentKey(keys: readonly SigningKey[]): SigningKey {
  const [first] = keys;
  if (first === undefined) throw new Error('No signing key is configured.');
  return first;
}

/** Signs a claim under the current key. */
export function sign(keys: readonly SigningKey[], claim: SignatureClaim): { mac: string; keyId: string } {
  const key = currentKey(keys);
  return { mac: mac(key, 'signature', claimValue(claim)), keyId: key.id };
}

/** Whether a stored signature was made with one of our keys over exactly this claim. */
export function signatureHolds(
  keys: readonly SigningKey[],
  claim: SignatureClaim,
  stored: { mac: string; keyId: string },
): boolean {
  return macHolds(keys, stored.keyId, 'signature', claimValue(claim), stored.mac);
}

/** What lists show of a live edition, and what keeps an old or withdrawn edition out of them. */
export type Card = {
  articleId: string;
  number: number;
  state: string;
  contentHash: string;
  kind: string;
  title: string;
  lead: string;
  cover: unknown;
  details: KindDetails;
  slug: string;
  agencyId: string;
  jointAgencyIds: readonly string[];
  sectionId: string | null;
  sponsored: boolean;
  embargoUntil: Date | null;
  publishedAt: Date;
  firstPublishedAt: Date;
  retractedAt: Date | null;
  retractReason: string | null;
  retractHidesTitle: boolean;
  secondReviewDueAt: Date | null;
  secondReviewedAt: Date | null;
};

const cardValue = ({ details, ...card }: Card) =>
  Object.fromEntries(
    Object.entries({ ...card, ...filledIn(details) }).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  );

/** Seals a card under the current key. */
export function sealCard(keys: readonly SigningKey[], card: Card): { cardMac: string; cardKeyId: string } {
  const key = currentKey(keys);
  return { cardMac: mac(key, 'card', cardValue(card)), cardKeyId: key.id };
}

/** Whether a card is exactly what was sealed. */
export function cardHolds(
  keys: readonly SigningKey[],
  card: Card,
  stored: { cardMac: string | null; cardKeyId: string | null },
): boolean {
  if (stored.cardMac === null || stored.cardKeyId === null) return false;
  return macHolds(keys, stored.cardKeyId, 'card', cardValue(card), stored.cardMac);
}

/** What binds a drawn card to the words it was drawn from. */
export type ShareCardClaim = { editionId: EditionId; contentHash: string; key: string };

const shareCardValue = ({ editionId, contentHash, key }: ShareCardClaim) => ({ editionId, contentHash, key });

/** Seals a share card under the current key. */
export function sealShareCard(keys: readonly SigningKey[], claim: ShareCardClaim): { mac: string; keyId: string } {
  const key = currentKey(keys);
  return { mac: mac(key, 'share_card', shareCardValue(claim)), keyId: key.id };
}

/** Whether a share card is the one we drew from these words. */
export function shareCardHolds(
  keys: readonly SigningKey[],
  claim: ShareCardClaim,
  stored: { mac: string; keyId: string },
): boolean {
  return macHolds(keys, stored.keyId, 'share_card', shareCardValue(claim), stored.mac);
}

/** The accounts that signed exactly these bytes, each once, in the order of their first signature. */
export function signersOf(signatures: readonly HeldSignature[], hash: string): UserId[] {
  return [
    ...new Set(signatures.filter((signature) => signature.contentHash === hash).map((signature) => signature.userId)),
  ];
}

const deskRoles: readonly Role[] = ['editor', 'managing_editor'];

/** Two different accounts over the same bytes, at least one of them signing as an editor. */
export function twoSignaturesHold(signatures: readonly HeldSignature[], hash: string): boolean {
  const onHash = signatures.filter((signature) => signature.contentHash === hash);
  return signersOf(onHash, hash).length >= 2 && onHash.some((signature) => deskRoles.includes(signature.role));
}

/** One editor's fast-lane signature over these bytes: what a live edition may stand on until its second review. */
export function fastLaneHolds(signatures: readonly HeldSignature[], hash: string): boolean {
  return signatures.some(
    (signature) =>
      signature.contentHash === hash && signature.act === 'publish_now' && deskRoles.includes(signature.role),
  );
}
