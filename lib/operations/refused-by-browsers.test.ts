import { expect, test } from 'vitest';
import type { CountedViolation } from '#lib/policy-violations.ts';
import { refusedInWords } from './refused-by-browsers.ts';

test('what browsers refused is told by place, kind and source; the rarest are only counted', () => {
  const since = new Date('2026-03-02T02:00:00Z');
  const counted: CountedViolation[] = [
    { surface: 'site', directive: 'script-src-elem', blocked: 'slot.example', count: 500 },
    { surface: 'newsroom', directive: 'img-src', blocked: 'moz-extension', count: 20 },
    ...Array.from(
      { length: 15 },
      (_, index): CountedViolation => ({ surface: 'site', directive: 'lain', blocked: `${index}.example`, count: 2 }),
    ),
  ];
  const { kinds, ...sums } = refusedInWords(since, counted);
  expect(kinds.slice(0, 3)).toEqual([
    { where: 'Situs', what: 'Skrip (script-src-elem)', from: 'slot.example', count: 500 },
    { where: 'Ruang redaksi', what: 'Gambar (img-src)', from: 'pengaya peramban', count: 20 },
    { where: 'Situs', what: 'Lainnya (lain)', from: '0.example', count: 2 },
  ]);
  expect(sums).toEqual({ since, reports: 550, rest: 10 });
});
