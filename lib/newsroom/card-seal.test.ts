import { describe, expect, test } from 'vitest';
import { type Card, cardHolds, type SigningKey, sealCard } from './signatures.ts';

const key = (id: string, fill: number): SigningKey => ({ id, secret: Buffer.alloc(32, fill) });
const ring = [key('k2', 2), key('k1', 1)];

const card: Card = {
  articleId: 'artikel',
  number: 2,
  state: 'published',
  contentHash: 'a'.repeat(64),
  kind: 'news',
  title: 'Judul',
  lead: 'Teras',
  cover: { assetId: 'foto', alt: 'Sawah', focal: { x: 0.5, y: 0.5 } },
  details: {},
  slug: 'judul',
  agencyId: 'dinas',
  jointAgencyIds: ['biro'],
  sectionId: 'kanal',
  sponsored: false,
  embargoUntil: null,
  publishedAt: new Date('2026-01-14T04:00:00Z'),
  firstPublishedAt: new Date('2026-01-13T04:00:00Z'),
  retractedAt: null,
  retractReason: null,
  retractHidesTitle: false,
  secondReviewDueAt: null,
  secondReviewedAt: null,
};

const later = new Date('2026-02-01T00:00:00Z');
const altered: { [Field in keyof Card]: Card[Field] } = {
  articleId: 'lain',
  number: 1,
  state: 'retracted',
  contentHash: 'b'.repeat(64),
  kind: 'announcement',
  title: 'Judul lain',
  lead: 'Teras lain',
  cover: { assetId: 'foto', alt: 'Sawah', focal: { x: 0.5, y: 0.6 } },
  details: { validUntil: '2026-03-01' },
  slug: 'judul-lain',
  agencyId: 'badan',
  jointAgencyIds: [],
  sectionId: null,
  sponsored: true,
  embargoUntil: later,
  publishedAt: later,
  firstPublishedAt: later,
  retractedAt: later,
  retractReason: 'Salah',
  retractHidesTitle: true,
  secondReviewDueAt: later,
  secondReviewedAt: later,
};

describe('the seal of a card', () => {
  const seal = sealCard(ring, card);

  test('holds for the same card, whatever the order of its parts', () => {
    expect(cardHolds(ring, card, seal)).toBe(true);
    expect(cardHolds(ring, { ...altered, ...card }, seal)).toBe(true);
    expect(
      cardHolds(ring, { ...card, cover: { focal: { y: 0.5, x: 0.5 }, alt: 'Sawah', assetId: 'foto' } }, seal),
    ).toBe(true);
  });

  test.each(Object.entries(altered))('breaks with another %s', (field, value) => {
    expect(cardHolds(ring, { ...card, [field]: value }, seal)).toBe(false);
  });

  test('is made with the first key and needs its own to be checked', () => {
    expect(seal.cardKeyId).toBe('k2');
    expect(cardHolds([key('k3', 3), ...ring], card, seal)).toBe(true);
    expect(cardHolds([key('k1', 1)], card, seal)).toBe(false);
    expect(cardHolds([key('k2', 7)], card, seal)).toBe(false);
  });

  test('a row without a seal does not hold', () => {
    expect(cardHolds(ring, card, { cardMac: null, cardKeyId: null })).toBe(false);
    expect(cardHolds(ring, card, { cardMac: '', cardKeyId: 'k2' })).toBe(false);
    expect(cardHolds(ring, card, { ...seal, cardKeyId: null })).toBe(false);
  });
});
