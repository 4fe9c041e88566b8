import { expect, test } from 'vitest';
import { editionId } from '#lib/ids.ts';
import { type ShareCardClaim, type SigningKey, sealShareCard, shareCardHolds } from './signatures.ts';

const key = (id: string, fill: number): SigningKey => ({ id, secret: Buffer.alloc(32, fill) });
const ring = [key('k2', 2), key('k1', 1)];

const claim: ShareCardClaim = {
  editionId: editionId.parse('00000000-0000-4000-8000-0000000000e1'),
  contentHash: 'ab'.repeat(32),
  key: `c/cd/${'cd'.repeat(32)}.jpg`,
};
const seal = sealShareCard(ring, claim);

test('a share card holds for exactly its edition, words and picture', () => {
  expect(shareCardHolds(ring, claim, seal)).toBe(true);
  for (const change of [
    { editionId: editionId.parse('00000000-0000-4000-8000-0000000000e2') },
    { contentHash: 'ac'.repeat(32) },
    { key: `c/ce/${'ce'.repeat(32)}.jpg` },
  ]) {
    expect(shareCardHolds(ring, { ...claim, ...change }, seal)).toBe(false);
  }
});

test('its seal is bound to a key of ours', () => {
  expect(shareCardHolds([key('k3', 3), ...ring], claim, seal)).toBe(true);
  expect(shareCardHolds([key('k1', 1)], claim, seal)).toBe(false);
  expect(shareCardHolds([key('k2', 7)], claim, seal)).toBe(false);
  expect(shareCardHolds(ring, claim, { ...seal, mac: `${seal.mac}0` })).toBe(false);
});
