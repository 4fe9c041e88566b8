import { expect, test } from 'vitest';
import { eventWords, stateWords } from './event-words.ts';

const reasons = new Map([['source_or_quote', 'Sumber atau kutipan']]);
const portal = { timeZone: 'Asia/Makassar', reasonLabel: (code: string) => reasons.get(code) ?? code };
const event = { verb: 'test', fromState: null, toState: null, detail: {}, subject: null };

test.each<[string, Partial<Parameters<typeof eventWords>[0]>, string[]]>([
  ['the way between states', { fromState: 'submitted', toState: 'in_editing' }, ['Diajukan → Disunting']],
  ['a state that stays', { fromState: 'published', toState: 'published' }, ['Terbit']],
  [
    'codes and words of a decision',
    { detail: { reasonCode: 'source_or_quote', reason: ' Sumber belum disebut. ' } },
    ['Alasan: Sumber atau kutipan', '“Sumber belum disebut.”'],
  ],
  [
    'what stood there before',
    { detail: { about: 'section:1', before: { name: 'Sehat', isActive: true }, after: { name: '', isActive: false } } },
    ['nama: Sehat → (kosong)', 'aktif: ya → tidak'],
  ],
  [
    'a table as changed, a list by its values',
    { detail: { before: { week: [{ from: 1 }, null] }, after: { week: [null, null], hosts: ['a', 'b'] } } },
    ['jam layanan: diubah', 'nama host: (kosong) → a, b'],
  ],
  [
    'fields without values',
    { detail: { changed: ['phone', 'headName', 'entahApa'] } },
    ['Berubah: telepon, nama pimpinan, isian lain'],
  ],
  [
    'fields with values and fields without',
    { detail: { before: { name: 'Ana' }, after: { name: 'Ani' }, changed: ['email'] } },
    ['nama: Ana → Ani', 'Berubah: surel'],
  ],
  [
    'whom it is about',
    { subject: 'Sari', detail: { role: 'editor', membershipId: 'x' } },
    ['Tentang Sari', 'Peran: Redaktur'],
  ],
  [
    'moments in the zone of the portal',
    { detail: { dueAt: '2026-01-14T02:30:00.000Z', priority: 'urgent' } },
    ['Prioritas: mendesak', 'Tenggat: Rabu, 14 Januari 2026, 10.30 WITA'],
  ],
  ['nothing of what is only an id', { detail: { contentHash: 'ab'.repeat(32), personId: 'x', list: [1] } }, []],
  ['no word of a prototype', { detail: { slot: 'constructor', role: 'toString' } }, []],
])('%s', (_, part, words) => {
  expect(eventWords({ ...event, ...part }, portal)).toEqual(words);
});

test('long words are cut', () => {
  const [words = ''] = eventWords({ ...event, detail: { reason: 'a'.repeat(1000) } }, portal);
  expect(words).toHaveLength(243);
  expect(words.endsWith('…”')).toBe(true);
});

test('a state nobody knows is shown as it is', () => {
  expect(stateWords(null, 'lain')).toBe('lain');
});
