import { expect, test } from 'vitest';
import { slotAt } from './slot-in-field.ts';

const lead = '[Siapa] [melakukan apa] di [tempat]. Warga [para petani] hadir.';
const slotAround = (words: string) => {
  const slot = slotAt(lead, lead.indexOf(words) + 1);
  return slot && lead.slice(slot.start, slot.end);
};

test('a tap finds the place to fill around it', () => {
  expect(slotAround('melakukan')).toBe('[melakukan apa]');
  expect(slotAround('tempat')).toBe('[tempat]');
});

test('words beside brackets, between two of them, and an editor’s own brackets are no place to fill', () => {
  expect(slotAround('Warga')).toBeUndefined();
  expect(slotAround('para')).toBeUndefined();
  expect(slotAt(lead, lead.indexOf('[melakukan'))).toBeUndefined();
  expect(slotAt(lead, 0)).toBeUndefined();
});
