import { describe, expect, it } from 'vitest';
import { opened } from './autosave.ts';
import { saveStateOf } from './save-state.ts';

const base = { ...opened('', 1, '2026-01-14T02:32:00Z') };
const time = () => '10.32 WITA';
const text = (part: Partial<typeof base>, isOnline = true) => saveStateOf({ ...base, ...part }, isOnline, time).text;

describe('the line that says where the words are', () => {
  it.each([
    ['everything saved', {}, true, 'Tersimpan 10.32 WITA'],
    ['typed just now', { change: 1 }, true, 'Menyimpan…'],
    ['nobody ever typed', { savedAt: null }, true, 'Belum ada perubahan'],
    ['offline, kept', { change: 1, storedChange: 1 }, false, 'Luring: aman di perangkat ini'],
    ['offline, not kept yet', { change: 2, storedChange: 1 }, false, 'Luring: sedang diamankan di perangkat ini…'],
    ['offline, nothing to send', {}, false, 'Luring: semua sudah tersimpan 10.32 WITA'],
    ['server away', { change: 1, storedChange: 1, failures: 2 }, true, 'Peladen tidak menjawab: aman di perangkat ini'],
    [
      'server away and no room',
      { change: 1, failures: 1, storage: 'full' as const },
      true,
      'Peladen tidak menjawab: penyimpanan perangkat ini penuh, jangan tutup halaman ini',
    ],
    [
      'private mode',
      { change: 1, storage: 'missing' as const },
      false,
      'Luring: peramban ini tidak menyimpan, jangan tutup halaman ini',
    ],
    [
      'session over',
      { change: 1, storedChange: 1, halt: { kind: 'signed_out' as const } },
      true,
      'Sesi berakhir: aman di perangkat ini',
    ],
  ])('%s', (_when, part, isOnline, expected) => {
    expect(text(part, isOnline)).toBe(expected);
  });
});
