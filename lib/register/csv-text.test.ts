import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '#lib/export/csv.ts';
import { csvRows, csvText } from './csv-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string) => csvRows(text).map((row) => row.cells);

describe('the letters of a file', () => {
  test('are read as Excel and LibreOffice write them', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([0x6b, 0xe9]).buffer)]);
    expect(csvText(bytes('\uFEFFnama;é'))).toBe('nama;é');
    expect(csvText(utf16)).toBe('ké');
    expect(csvText(new Uint8Array([0x6b, 0xe9, 0x93]))).toBe('ké“');
  });

  test('of what is no CSV are refused in words', () => {
    expect(() => csvText(bytes('PK\u0003\u0004'))).toThrow('Simpan sebagai “CSV UTF-8”');
    expect(() => csvText(bytes('nama\0'))).toThrow('bukan teks');
  });
});

describe('the rows of a text', () => {
  test('come apart by what the first line has', () => {
    const expected = [
      ['nama', 'sumber'],
      ['Budi, S.Sos.', 'a;b'],
    ];
    expect(cellsOf('nama;sumber\nBudi, S.Sos.;"a;b"\n')).toEqual(expected);
    expect(cellsOf('nama,sumber\r\n"Budi, S.Sos.",a;b')).toEqual(expected);
    expect(cellsOf('nama\tsumber\nBudi, S.Sos.\ta;b')).toEqual(expected);
    expect(cellsOf('sep=,\r\nnama,sumber\r\n"Budi, S.Sos.",a;b')).toEqual(expected);
  });

  test('know their line, with empty ones left out', () => {
    expect(csvRows('nama;b\n\n;\nBudi;"dua\nbaris"\nCitra;c').map(({ line }) => line)).toEqual([1, 5, 6]);
    expect(csvRows('sep=;\nnama;b\nBudi;c').map(({ line }) => line)).toEqual([2, 3]);
  });

  test('that cannot be read are refused with their line', () => {
    expect(() => csvRows('nama;b\nBudi;"buka')).toThrow(/^Baris \d: tanda kutip dibuka tetapi tidak ditutup/);
    expect(() => csvRows('nama;b\nBudi;"a"b')).toThrow('Baris 2: ada huruf sesudah tanda kutip penutup');
    expect(() => csvRows(`nama\n${'x'.repeat(30_000)}`)).toThrow('Baris 2: baris ini terlalu panjang');
  });

  test('are bounded', () => {
    const many = `nama\n${'Budi\n'.repeat(5_001)}`;
    expect(() => csvRows(many)).toThrow('lebih dari 5.000 baris');
    expect(csvRows(`nama\n${'Budi\n'.repeat(5_000)}`)).toHaveLength(5_001);
  });
});

test('what is written is read again as it was, and no cell begins a formula', () => {
  const cell = fc
    .stringMatching(/^[=+\-@＝＋－＠a-z0-9 ;,"'é]{1,12}$/)
    .map((text) => text.trim().replace(/^'+/, '') || 'x');
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const written = csvOf(['a', 'b'], rows);
      expect(written).not.toMatch(/(?:^|;)"\s*[=+\-@＝＋－＠]/m);
      expect(cellsOf(written)).toEqual([['a', 'b'], ...rows]);
    }),
  );
});
