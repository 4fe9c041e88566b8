import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentLimits, overLimit } from './measure.ts';

test('counts bytes exactly as JSON.stringify writes them', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const filler = documentLimits.bytes - Buffer.byteLength(JSON.stringify({ a: value, b: '' }));
      // Nested `content` may be over another limit; bytes are what is asked here.
      const code = (length: number) => overLimit({ a: value, b: 'x'.repeat(length) })?.code;
      expect(code(filler)).not.toBe('too_large');
      expect(code(filler + 1)).toBe('too_large');
    }),
  );
});

test('answers on lists and objects of a million entries', () => {
  expect(overLimit(new Array(1_000_000).fill(0))?.code).toBe('too_large');
  expect(overLimit(Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [index, 0])))?.code).toBe(
    'too_large',
  );
});
