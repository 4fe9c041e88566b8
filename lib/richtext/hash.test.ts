import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument, keysReversed } from '../testing/rich-documents.ts';
import { parseDocument } from './document.ts';
import { canonicalJson, contentHash } from './hash.ts';

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 units and writes no spaces', () => {
    expect(canonicalJson({ b: [1, 'x', null, true], a: { '\u{1F600}': 1, '\uFF5E': 2, '€': 3, 1: 4 } })).toBe(
      '{"a":{"1":4,"€":3,"\u{1F600}":1,"\uFF5E":2},"b":[1,"x",null,true]}',
    );
  });

  test('writes numbers as RFC 8785 does', () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  test('treats an absent and an undefined property alike', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });

  test('gives composed and decomposed letters the same bytes', () => {
    expect(canonicalJson({ 'cafe\u0301': 'e\u0301' })).toBe('{"café":"é"}');
  });

  test.each([
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array(1)],
    ['NaN', { a: Number.NaN }],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a symbol', Symbol('x')],
    ['a lone surrogate', '\ud800'],
    ['a key twice after normalisation', { 'e\u0301': 1, é: 2 }],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('refuses what contains itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => canonicalJson(loop)).toThrow(RangeError);
  });

  test('says the same as JSON for every JSON value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: fc.constantFrom(...'abcXYZ \n"\\\u0001é') }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(keysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('content hash', () => {
  test('is SHA-256 over the version and the canonical JSON', () => {
    // printf 'rw1\n{"a":1}' | sha256sum
    expect(contentHash({ a: 1 })).toBe('8946d2afefee2cbec8f589ef5633b75d76c5f1f553941e626c7ce1f511f6d6a4');
  });

  test('of what was signed before tables and galleries came stays what it was', () => {
    const [assetId, assetHash] = ['01890a5d-ac96-774b-bcce-b302099a8057', 'a'.repeat(64)];
    const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
    const item = (...content: unknown[]) => ({ type: 'listItem', content });
    const signed = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [words('Jadwal layanan')] },
        {
          type: 'paragraph',
          content: [
            words('Loket dibuka '),
            words('pukul 08.00', { type: 'bold' }),
            { type: 'hardBreak' },
            words(
              'smart city',
              { type: 'link', attrs: { href: 'https://contoh.id/' } },
              { type: 'italic', attrs: { lang: 'en' } },
            ),
          ],
        },
        { type: 'paragraph' },
        {
          type: 'bulletList',
          content: [
            item(
              { type: 'paragraph', content: [words('KTP')] },
              {
                type: 'orderedList',
                attrs: { start: 3 },
                content: [item({ type: 'paragraph', content: [words('asli')] })],
              },
            ),
          ],
        },
        { type: 'quote', attrs: { speaker: 'Siti', speakerRole: 'Kepala Dinas' }, content: [words('Silakan datang.')] },
        { type: 'quote', content: [words('Baik.')] },
        {
          type: 'figure',
          attrs: { assetId, assetHash, alt: 'Antrean', caption: 'Antrean di loket.', credit: 'Humas' },
        },
        { type: 'figure', attrs: { assetId, assetHash, decorative: true } },
      ],
    };
    const parsed = parseDocument(signed);
    expect(parsed.ok && JSON.stringify(parsed.document)).toBe(JSON.stringify(signed));
    // Computed by the code as it was before the newer blocks.
    expect(parsed.ok && contentHash(parsed.document)).toBe(
      '346728feb970c2a0d843c77a851f8cedf640e222ac7061b805865645f91c052b',
    );
  });

  test('is the same for the same words, whatever the order of keys and however often parsed', () => {
    fc.assert(
      fc.property(anyDocument, (sent) => {
        const parsed = parseDocument(sent);
        const reordered = parseDocument(keysReversed(sent));
        if (!parsed.ok || !reordered.ok) throw new Error(JSON.stringify([parsed, reordered]));
        const again = parseDocument(JSON.parse(canonicalJson(parsed.document)));
        expect(again).toEqual(parsed);
        expect(contentHash(reordered.document)).toBe(contentHash(parsed.document));
      }),
      { numRuns: 300 },
    );
  });

  test('changes with any word', () => {
    expect(contentHash({ text: 'Banjir surut' })).not.toBe(contentHash({ text: 'Banjir surut.' }));
  });
});
