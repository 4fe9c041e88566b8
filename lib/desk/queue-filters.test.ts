import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleKinds, priorities } from '#db/schema/enums.ts';
import { agencyId, editionId } from '#lib/ids.ts';
import { deskInputs, itemText } from './desk-inputs.ts';
import {
  filtersFrom,
  filtersOfQuery,
  isNarrowed,
  type QueueFilters,
  queryOf,
  queueAddress,
  queueStages,
  turns,
} from './queue-filters.ts';
import { placeFrom, placeText } from './queue-order.ts';

const id = '0190a000-0000-7000-8000-000000000001';

const anyFilters: fc.Arbitrary<QueueFilters> = fc.record(
  {
    stage: fc.constantFrom(...queueStages),
    turn: fc.constantFrom(...turns),
    agency: fc.constant(agencyId.parse(id)),
    kind: fc.constantFrom(...articleKinds),
    priority: fc.constantFrom(...priorities),
    late: fc.constant(true as const),
    mine: fc.constant(true as const),
    unassigned: fc.constant(true as const),
    dueBy: fc.constantFrom('2026-01-14', '2028-02-29'),
    text: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).map((text) => `${text.trim()}x`),
  },
  { requiredKeys: [] },
);

describe('filters in the address', () => {
  test('what an address says is read as it was written', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(filtersOfQuery(queryOf(filters))).toEqual(filters);
      }),
    );
  });

  test('what cannot be read narrows nothing', () => {
    expect(
      filtersFrom({
        ...{
          tahap: 'published',
          giliran: ['redaksi', 'jadwal'],
          opd: "x' or 1=1",
          jenis: 'novel',
          prioritas: 'urgent',
        },
        ...{
          terlambat: '1',
          saya: ['ya', 'ya'],
          tenggat: '2026-02-30',
          judul: 'x'.repeat(101),
          urut: 'title',
          lain: '1',
        },
      }),
    ).toEqual({});
  });

  test('the place of a page follows the filters, and the stage alone is no filter', () => {
    expect(queueAddress({})).toBe('/redaksi/antrean');
    expect(queueAddress({ stage: 'submitted', late: true }, '1.2.3')).toBe(
      '/redaksi/antrean?tahap=diajukan&terlambat=ya&setelah=1.2.3',
    );
    expect([isNarrowed({ stage: 'approved' }), isNarrowed({ stage: 'approved', mine: true })]).toEqual([false, true]);
  });

  test('a place is read as it was written, and nothing else is a place', () => {
    const place = { at: 1_768_363_200_000, late: 1, urgency: 3, since: 1_768_000_000_123, id: editionId.parse(id) };
    expect(placeFrom(placeText(place))).toEqual(place);
    for (const wrong of [
      undefined,
      '',
      '1.2.3',
      ['a'],
      `${placeText(place)}.1`.repeat(9),
      `x.1.3.5.${id}`,
      '1.5.3.5.x',
    ]) {
      expect(placeFrom(wrong)).toBeUndefined();
    }
  });
});

describe('chosen lines', () => {
  test('are read as the list wrote them, one or several', () => {
    const one = itemText({ editionId: id, version: 3, assignee: null });
    const other = itemText({ editionId: id, version: 4, assignee: { id } });
    expect(deskInputs.archive.parse({ items: one }).items).toEqual([
      { editionId: id, version: 3, seenAssigneeId: null },
    ]);
    expect(deskInputs.archive.parse({ items: [one, other] }).items[1]).toMatchObject({
      version: 4,
      seenAssigneeId: id,
    });
  });

  test('none, too many, or what is no line is refused in words', () => {
    const one = itemText({ editionId: id, version: 3, assignee: null });
    for (const items of [undefined, [], Array(101).fill(one), 'x', `${id}.0.-`, `${id}.1.x`]) {
      const parsed = deskInputs.archive.safeParse({ items });
      expect(parsed.success).toBe(false);
      expect(parsed.error?.issues[0]?.message).toMatch(/^(Pilih dahulu|Paling banyak|Muat ulang)/);
    }
  });
});
