import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles, signatureActs } from '#db/schema/enums.ts';
import { agencyId, articleId, assetId, editionId, sectionId, topicId } from '#lib/ids.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import { signature, userNumber } from '#lib/testing/paper-newsroom.ts';
import { anyDocument, keysReversed } from '#lib/testing/rich-documents.ts';
import { completeWords } from '#lib/testing/words.ts';
import { type Words, wordsInput } from './article-input.ts';
import {
  editionHash,
  fastLaneHolds,
  type HashedIdentity,
  type HeldSignature,
  type SignatureClaim,
  type SigningKey,
  sign,
  signatureHolds,
  signersOf,
  twoSignaturesHold,
} from './signatures.ts';

const uuid = (tail: string) => `00000000-0000-4000-8000-${tail.padStart(12, '0')}`;
const key = (id: string, fill: number): SigningKey => ({ id, secret: Buffer.alloc(32, fill) });

const identity: HashedIdentity = { articleId: uuid('a1'), number: 1, agencyId: uuid('b1'), changeType: null };
const cover = {
  assetId: assetId.parse(uuid('c1')),
  assetHash: '1'.repeat(64),
  alt: 'Bidan menimbang bayi.',
  decorative: false,
  caption: '',
  credit: 'Humas',
  focal: { x: 0.5, y: 0.5 },
};
const words = completeWords(sectionId.parse(uuid('d1')), { cover });

describe('the content hash', () => {
  test('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(anyDocument, fc.string({ unit: 'grapheme' }), (body, title) => {
        const parsed = wordsInput.parse({ ...words, body, title: title.slice(0, 40) });
        const turned = wordsInput.parse(keysReversed({ ...words, body, title: title.slice(0, 40) }));
        expect(editionHash(identity, turned)).toBe(editionHash(identity, parsed));
        // As a database gives it back: through JSON, keys in an order of its own.
        const stored = wordsInput.parse(keysReversed(JSON.parse(JSON.stringify(parsed))));
        expect(editionHash(identity, stored)).toBe(editionHash(identity, parsed));
      }),
      { numRuns: 60 },
    );
  });

  test('stays what it is: a change of it would make every signature void', () => {
    expect(editionHash(identity, words)).toBe('cee9d37c47b3ea1a857308003b1d95644abd671f11bfa0aaf5777850ee0af45f');
  });

  const other = parseDocument({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lain.' }] }],
  });
  if (!other.ok) throw new Error('The other document is valid.');
  const hashed: { [Field in keyof Words]?: Words[Field][] } = {
    kind: ['announcement'],
    title: ['Judul lain', `${words.title} `, words.title.toUpperCase()],
    lead: ['Teras lain'],
    summary: ['Ringkas'],
    body: [other.document],
    cover: [
      null,
      { ...cover, assetHash: '2'.repeat(64) },
      { ...cover, alt: 'Lain' },
      { ...cover, decorative: true },
      { ...cover, caption: 'Lain' },
      { ...cover, credit: 'Lain' },
      { ...cover, focal: { x: 0.4, y: 0.5 } },
    ],
    credits: [[{ name: 'Ani', initials: 'ANE', role: 'writer', unit: '' }]],
    sources: [[{ name: 'Kepala dinas', detail: '' }]],
    attachments: [[{ assetId: cover.assetId, assetHash: '3'.repeat(64), title: 'Surat' }]],
    details: [{ validUntil: '2026-03-01' }, { contactName: 'Ana' }],
    jointAgencyIds: [[agencyId.parse(uuid('b2'))]],
    sponsored: [true],
    datelinePlace: ['Tenggarong'],
    eventDate: ['2026-01-14'],
    regencyCodes: [['64.72']],
    infoClass: ['immediate'],
    publicNote: ['Jam diralat.'],
  };
  const placement: { [Field in keyof Words]?: Words[Field][] } = {
    sectionId: [null, sectionId.parse(uuid('d2'))],
    topicIds: [[topicId.parse(uuid('e1'))]],
    relatedIds: [[articleId.parse(uuid('a2'))]],
  };

  test('covers every field of the words, or the field is placement', () => {
    expect([...Object.keys(hashed), ...Object.keys(placement)].toSorted()).toEqual(Object.keys(words).toSorted());
  });

  test.each(Object.entries(hashed).flatMap(([field, values]) => values.map((value) => ({ field, value }))))(
    'changes with $field: $value',
    ({ field, value }) => {
      expect(editionHash(identity, { ...words, [field]: value })).not.toBe(editionHash(identity, words));
    },
  );

  test.each(Object.entries(placement).flatMap(([field, values]) => values.map((value) => ({ field, value }))))(
    'does not change with $field: $value',
    ({ field, value }) => {
      expect(editionHash(identity, { ...words, [field]: value })).toBe(editionHash(identity, words));
    },
  );

  test.each<Partial<HashedIdentity>>([
    { articleId: uuid('a9') },
    { number: 2 },
    { agencyId: uuid('b9') },
    { changeType: 'minor' },
  ])('belongs to one edition: %o', (change) => {
    expect(editionHash({ ...identity, ...change }, words)).not.toBe(editionHash(identity, words));
  });
});

describe('a signature', () => {
  const claim: SignatureClaim = {
    editionId: editionId.parse(uuid('f1')),
    contentHash: 'a'.repeat(64),
    userId: userNumber(1),
    role: 'editor',
    act: 'approve',
    at: new Date('2026-01-14T04:00:00.123Z'),
  };
  const [newest, older] = [key('k2', 2), key('k1', 1)];
  const ring = [newest, older];
  const stored = sign(ring, claim);

  test('is made with the first key and names it', () => {
    expect(stored.keyId).toBe('k2');
    expect(signatureHolds(ring, claim, stored)).toBe(true);
  });

  test('stays good while its key is in the ring, in whatever place', () => {
    expect(signatureHolds([key('k3', 3), older, newest], claim, stored)).toBe(true);
    expect(signatureHolds([older], claim, stored)).toBe(false);
    expect(signatureHolds([], claim, stored)).toBe(false);
  });

  test('does not hold under another secret of the same name, nor under another key', () => {
    expect(signatureHolds([key('k2', 9), older], claim, stored)).toBe(false);
    expect(signatureHolds(ring, claim, { ...stored, keyId: 'k1' })).toBe(false);
  });

  test.each<Partial<SignatureClaim>>([
    { editionId: editionId.parse(uuid('f2')) },
    { contentHash: 'b'.repeat(64) },
    { userId: userNumber(2) },
    { role: 'managing_editor' },
    { role: 'contributor' },
    { act: 'confirm' },
    { at: new Date('2026-01-14T04:00:00.124Z') },
  ])('covers every part of the claim: %o', (change) => {
    expect(signatureHolds(ring, { ...claim, ...change }, stored)).toBe(false);
  });

  test('no other bytes pass for a MAC', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789abcdef') })), (mac) => {
        fc.pre(mac !== stored.mac);
        expect(signatureHolds(ring, claim, { ...stored, mac })).toBe(false);
      }),
    );
    expect(signatureHolds(ring, claim, { ...stored, mac: '' })).toBe(false);
    expect(signatureHolds(ring, claim, { ...stored, mac: `${stored.mac}zz` })).toBe(false);
  });

  test('no key, no signature', () => {
    expect(() => sign([], claim)).toThrow();
  });
});

describe('when signatures hold', () => {
  const anySignature: fc.Arbitrary<HeldSignature> = fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(...roles),
      fc.constantFrom(...signatureActs),
      fc.constantFrom('these', 'others'),
    )
    .map(([who, role, act, hash]) => signature(userNumber(who), role, act, hash));

  test('two different accounts on these words, one of them as an editor', () => {
    fc.assert(
      fc.property(fc.array(anySignature, { maxLength: 6 }), (list) => {
        const onThese = list.filter((one) => one.contentHash === 'these');
        const accounts = new Set(onThese.map((one) => one.userId));
        const byDesk = onThese.some((one) => one.role === 'editor' || one.role === 'managing_editor');
        expect(twoSignaturesHold(list, 'these')).toBe(accounts.size > 1 && byDesk);
        expect(signersOf(list, 'these').toSorted()).toEqual([...accounts].toSorted());
      }),
    );
  });

  test('the fast lane is one editor, by that act, on these words', () => {
    fc.assert(
      fc.property(fc.array(anySignature, { maxLength: 4 }), (list) => {
        const holds = list.some(
          ({ role, act, contentHash }) =>
            contentHash === 'these' && act === 'publish_now' && (role === 'editor' || role === 'managing_editor'),
        );
        expect(fastLaneHolds(list, 'these')).toBe(holds);
      }),
    );
  });

  test('one account in two roles is one account', () => {
    const twice = [signature(userNumber(1), 'contributor', 'submit'), signature(userNumber(1), 'editor', 'approve')];
    expect(twoSignaturesHold(twice, 'words')).toBe(false);
  });
});
