import { expect, test } from 'vitest';
import { advertisedGambling } from './advertised-gambling.ts';

test.each([
  'Dinas Slot Gacor',
  'ѕlоt gасоr',
  's l o t  g a c o r  m a x w i n',
  'SL0T G4C0R',
  'Bandar slot terpercaya',
  'slot88 togel',
])('%s advertises', (text) => {
  expect(advertisedGambling(text)).toBeDefined();
});

test.each([
  '',
  'Dinas Komunikasi dan Informatika',
  'Satgas Pemberantasan Judi Online',
  'Kantor Bersama Samsat, Jalan Slot Parkir 4',
  'Tim Penindakan Situs Slot Gacor Polda Kaltim',
  'Kepala Bidang Gacorwati',
])('“%s” does not', (text) => {
  expect(advertisedGambling(text)).toBeUndefined();
});
