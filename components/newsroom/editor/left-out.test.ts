import { expect, test } from 'vitest';
import { leftOut } from './left-out.ts';

const href = 'https://a.example.id/y';

test('what was left out is said, and what is put in', () => {
  expect(leftOut({ href, through: ['l.facebook.com'], trackers: ['fbclid', 'utm_source'] })).toBe(
    'Halaman perantara l.facebook.com dilewati. Penanda pelacak fbclid dan utm_source dibuang. Yang dipasang: https://a.example.id/y',
  );
  expect(leftOut({ href, through: [], trackers: ['gclid'] })).toBe(
    'Penanda pelacak gclid dibuang. Yang dipasang: https://a.example.id/y',
  );
  expect(leftOut({ href, through: [], trackers: [] })).toBe('');
});
