import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetId } from '../ids.ts';
import type { RichBlock, RichDocument, RichTableRow } from '../richtext/rich-nodes.ts';
import { type BlockChange, compareBodies } from './compare-bodies.ts';

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: (string | RichBlock)[]): RichDocument => ({
  type: 'doc',
  content: content.map((one) => (typeof one === 'string' ? paragraph(one) : one)),
});

/** What became of each block: kind, its old and its new number. */
const told = (changes: readonly BlockChange[]) =>
  changes.map(({ kind, before, after }) => `${kind} ${before ?? '-'} ${after ?? '-'}`);

const sentences = [
  'Puskesmas membuka layanan imunisasi setiap Sabtu pagi.',
  'Warga cukup membawa buku kesehatan anak.',
  'Layanan tersedia di sepuluh puskesmas di Samarinda.',
  'Jadwal lengkap dapat dilihat di laman Dinas Kesehatan.',
] as const;

describe('blocks of two bodies', () => {
  test('that are equal stay', () => {
    expect(told(compareBodies(doc(...sentences), doc(...sentences)))).toEqual([
      'same 0 0',
      'same 1 1',
      'same 2 2',
      'same 3 3',
    ]);
  });

  test('are changed, added and removed where they stand', () => {
    const [one, two, three, four] = sentences;
    const changed = two.replace('buku kesehatan', 'kartu identitas');
    const changes = compareBodies(doc(one, two, three), doc(one, changed, 'Bidan berjaga sampai siang.', four));
    expect(told(changes)).toEqual(['same 0 0', 'changed 1 1', 'removed 2 -', 'added - 2', 'added - 3']);
    expect(
      changes[1]?.lines[0]?.pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['removed', 'buku'],
      ['added', 'kartu'],
      ['removed', 'kesehatan'],
      ['added', 'identitas'],
    ]);
  });

  test('that only moved are shown as moved, at both places, also when a word was changed on the way', () => {
    const [one, two, three, four] = sentences;
    expect(told(compareBodies(doc(one, two, three, four), doc(two, three, four, one)))).toEqual([
      'moved_away 0 3',
      'same 1 0',
      'same 2 1',
      'same 3 2',
      'moved 0 3',
    ]);
    const later = one.replace('Sabtu', 'Minggu');
    const changes = compareBodies(doc(one, two, three), doc(two, three, later));
    expect(told(changes)).toEqual(['moved_away 0 2', 'same 1 0', 'same 2 1', 'moved 0 2']);
    expect(changes.at(-1)?.lines[0]).toMatchObject({ kind: 'changed' });
  });

  test('name the rows of a table and the photos of a gallery that differ, not the whole', () => {
    const row = (...cells: string[]): RichTableRow => ({
      type: 'tableRow',
      content: cells.map((text) => ({ type: 'tableCell', content: [{ type: 'text', text }] })),
    });
    const table = (...rows: RichTableRow[]): RichBlock => ({
      type: 'table',
      attrs: { caption: 'Jadwal' },
      content: rows,
    });
    const changes = compareBodies(
      doc(table(row('Senin', '08.00'), row('Selasa', '09.00'))),
      doc(table(row('Senin', '08.00'), row('Rabu', '10.00'), row('Selasa', '09.30'))),
    );
    expect(told(changes)).toEqual(['changed 0 0']);
    expect(changes[0]?.lines.map(({ kind }) => kind)).toEqual(['same', 'same', 'changed', 'added']);

    const photo = (caption: string) => ({
      type: 'figure' as const,
      attrs: { assetId: assetId.parse('01890a5d-ac96-774b-bcce-b302099a8057'), assetHash: 'a'.repeat(64), caption },
    });
    const gallery = (...captions: string[]): RichBlock => ({ type: 'gallery', content: captions.map(photo) });
    const shown = compareBodies(doc(gallery('Satu', 'Dua')), doc(gallery('Satu', 'Dua', 'Tiga')));
    expect(shown[0]?.lines.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'added']);
  });

  test('every block of both bodies stands in the comparison once, in order', () => {
    const bodies = fc.array(fc.constantFrom(...sentences, 'Lain sama sekali.', ''), { maxLength: 12 });
    fc.assert(
      fc.property(bodies, bodies, (was, is) => {
        const changes = compareBodies(doc(...was), doc(...is));
        const olds = changes.filter(({ kind }) => kind !== 'moved').flatMap(({ before }) => before ?? []);
        const news = changes.filter(({ kind }) => kind !== 'moved_away').flatMap(({ after }) => after ?? []);
        expect(olds).toEqual(was.map((_, at) => at));
        expect(news).toEqual(is.map((_, at) => at));
      }),
    );
  });

  test('of very long texts are compared in time', () => {
    const long = (mark: string) =>
      doc(
        ...Array.from({ length: 700 }, (_, at) => `${mark} paragraf ke-${at} tentang ${mark}${at % 7} dan hal lain.`),
      );
    expect(compareBodies(long('lama'), long('baru')).length).toBeGreaterThanOrEqual(700);
  });

  test('of texts too long and too different to search for an order, what is equal is found again', () => {
    const long = Array.from({ length: 2_500 }, (_, at) => `Paragraf ke-${at}.`);
    const kinds = Map.groupBy(compareBodies(doc(...long), doc(...long.toReversed())), ({ kind }) => kind);
    expect([...kinds.keys()].sort()).toEqual(['moved', 'moved_away']);
    expect(kinds.get('moved')).toHaveLength(2_500);
  });
});
