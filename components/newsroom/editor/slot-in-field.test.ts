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
  expect(slotAt(lead, 0)).toEqual({ start: 0, end: '[Siapa]'.length });
  for (const offset of [0, 5, '[Nama narasumber]'.length])
    expect(slotAt('[Nama narasumber]', offset)).toEqual({ start: 0, end: '[Nama narasumber]'.length });
});

test('words beside brackets and an editor’s own brackets are no place to fill', () => {
  expect(slotAround('Warga')).toBeUndefined();
  expect(slotAround('para')).toBeUndefined();
});
