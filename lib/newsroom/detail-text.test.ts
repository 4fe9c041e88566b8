import { expect, test } from 'vitest';
import { detailTexts } from './detail-text.ts';

test('the details of a kind read as people wrote them, each zone by its name', () => {
  expect(
    detailTexts({
      kind: 'agenda_event',
      details: {
        startsAt: '2026-01-14T10:30:00+08:00',
        endsAt: '2026-01-14T10:00:00+07:00',
        audience: 'press',
        venue: 'Aula',
        // Typed while it was a press release: not of this kind.
        releaseNumber: '12/2026',
      },
    }).map(({ label, text }) => `${label}: ${text}`),
  ).toEqual([
    'Mulai: Rabu, 14 Januari 2026, 10.30 WITA',
    'Selesai: Rabu, 14 Januari 2026, 10.00 WIB',
    'Tempat acara: Aula',
    'Terbuka untuk: Wartawan',
  ]);
});

test('nothing is told of what is empty', () => {
  expect(detailTexts({ kind: 'press_release', details: {} })).toEqual([]);
});
