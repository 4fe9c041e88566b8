import { expect, test } from 'vitest';
import { findingsOf, type MonthFigures } from './findings.ts';

const quiet: MonthFigures = {
  submitted: 0,
  returned: 0,
  rejected: 0,
  published: 0,
  medianService: null,
  p90Service: null,
  corrections: 0,
  retractions: 0,
  fastLane: 0,
  reviewsLate: 0,
  silent: [],
  agencies: 12,
  topReason: null,
};
const busy: MonthFigures = { ...quiet, submitted: 50, published: 40, medianService: 240, p90Service: 600 };

test('three sentences also of a month in which nothing happened', () => {
  expect(findingsOf(quiet, quiet)).toEqual([
    'Belum ada naskah yang diajukan atau terbit.',
    'Belum ada edisi terbit yang waktunya bisa dihitung.',
    'Tidak ada ralat dan penarikan.',
  ]);
});

test('what asks for action comes first', () => {
  const month = { ...busy, fastLane: 5, reviewsLate: 2, corrections: 1, silent: ['Dinkes', 'Dishub'] };
  expect(findingsOf(month, busy)).toEqual([
    '2 dari 5 penerbitan jalur cepat ditinjau terlambat atau belum ditinjau orang kedua.',
    '2 dari 12 perangkat daerah lebih lama tidak terbit dari biasanya: Dinkes, Dishub.',
    'Ada 1 ralat dan 0 penarikan pada 40 edisi yang terbit.',
  ]);
});

test('a change is told from a fifth in time and a tenth in number on', () => {
  expect(findingsOf({ ...busy, medianService: 287, published: 43 }, busy)[0]).toMatch(/^Diajukan 50 kali/);
  expect(findingsOf({ ...busy, medianService: 288, published: 44 }, busy)).toEqual([
    'Waktu tengah sampai terbit memanjang dari 4 jam menjadi 4,8 jam layanan.',
    'Terbit 44 edisi, naik 10% dari 40.',
    'Diajukan 50 kali, terbit 44 edisi.',
  ]);
});

test('of two editions nobody speaks of a trend', () => {
  expect(findingsOf({ ...quiet, published: 4 }, { ...quiet, published: 2 })[0]).toMatch(/^Diajukan 0 kali/);
});

test('a reason is named when it stands for a quarter at least', () => {
  const reason = { label: 'Sumber atau kutipan', count: 4 };
  expect(findingsOf({ ...busy, returned: 12, topReason: reason }, busy)[0]).toBe(
    'Alasan pengembalian terbanyak: sumber atau kutipan, 4 dari 12 pengembalian dan penolakan.',
  );
  expect(findingsOf({ ...busy, returned: 20, topReason: reason }, busy)[0]).toMatch(/^Diajukan/);
});

test('of many silent agencies four are named', () => {
  const silent = ['A', 'B', 'C', 'D', 'E', 'F'];
  expect(findingsOf({ ...busy, silent }, busy)[0]).toMatch(/A, B, C, D, dan 2 lainnya\.$/);
});
