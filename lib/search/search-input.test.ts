import { describe, expect, test } from 'vitest';
import { folded, foldedQuestion } from './folding.ts';
import { isFiltered, kindSlugs, searchAddress, searchLimits, searchWish } from './search-input.ts';
import { wantedWords } from './search-query.ts';
import { slipsBetween } from './suggestion.ts';

const wish = (given: Parameters<typeof searchWish>[0]) => {
  const read = searchWish(given);
  if (read === null) throw new Error('Expected a search.');
  return read;
};

describe('what is asked', () => {
  test('is read in one form, whatever was sent', () => {
    expect(wish({})).toMatchObject({ q: { text: '', isCut: false }, urut: 'relevan', halaman: 1 });
    expect(wish({ q: [' banjir\u0000  surut ', 'lain'] }).q).toEqual({ text: 'banjir surut', isCut: false });
    expect(wish({ q: 'banjir', opd: '', jenis: 'banner', urut: 'acak', dari: '2026-02-30', wilayah: "'" })).toEqual({
      ...wish({ q: 'banjir' }),
    });
    expect(isFiltered(wish({ q: 'banjir', urut: 'terbaru' }))).toBe(false);
    expect(isFiltered(wish({ kanal: 'kesehatan' }))).toBe(true);
  });

  test('is cut to a length that is sane, and says so', () => {
    const words = wish({ q: 'kata '.repeat(500) }).q;
    expect([words.text.split(' ').length, words.isCut]).toEqual([searchLimits.words, true]);
    const letters = wish({ q: `${'x'.repeat(searchLimits.letters - 1)}🦧` }).q;
    expect([letters.text.isWellFormed(), letters.isCut]).toEqual([true, true]);
  });

  test('days the wrong way round are turned', () => {
    expect(wish({ dari: '2026-03-01', sampai: '2026-01-01' })).toMatchObject({
      dari: '2026-01-01',
      sampai: '2026-03-01',
    });
  });

  test('has pages to fifty and no others', () => {
    expect(wish({ halaman: '50' }).halaman).toBe(50);
    for (const halaman of ['0', '51', '-1', '1.5', 'dua', '01', '100']) expect(searchWish({ halaman })).toBeNull();
  });

  test('has an address that leads back to itself', () => {
    const given = {
      q: '"rumah sakit" -umum & 100%',
      opd: 'dinkes',
      jenis: 'siaran-pers',
      wilayah: '64.72',
      urut: 'terbaru',
    };
    const address = searchAddress(wish(given), { page: 3 });
    const query = new URL(address, 'http://warta.example').searchParams;
    expect(wish(Object.fromEntries(query))).toEqual({ ...wish(given), halaman: 3 });
    expect(searchAddress(wish(given), { withoutFilters: true, text: 'a b' })).toBe('/cari?q=a+b&urut=terbaru');
    expect(searchAddress(wish({}))).toBe('/cari');
  });

  test('every kind but the banner has an address of its own', () => {
    expect(kindSlugs.size).toBe(new Set(kindSlugs.values()).size);
    expect([...kindSlugs.keys()]).toContain('berita');
    expect([...kindSlugs.values()]).not.toContain('banner');
  });
});

describe('folding', () => {
  test('keeps the length, and of the signs those that words are written with', () => {
    const text = '“Rawat Sungai,” KATANYA – di Kab/Kota <b>Élok</b> İ 1.500.000 COVID-19 www.kaltim.go.id 🦧';
    expect(folded(text)).toHaveLength(text.length);
    expect(folded(text).replace(/\s+/g, ' ')).toBe(
      ' rawat sungai, katanya di kab kota b élok b İ 1.500.000 covid 19 www kaltim go id ',
    );
  });

  test('of a question keeps phrases and exclusions as phones write them, and nothing idle', () => {
    expect(foldedQuestion('“rumah sakit” –umum — anak-anak ---')).toBe('"rumah sakit" -umum anak-anak');
    expect(foldedQuestion('-'.repeat(200))).toBe('');
    expect(wantedWords('Anak-anak -umum -"rumah sakit" OR “Pasar” pagi')).toEqual(['anak', 'pasar', 'pagi']);
  });

  test('takes no longer than the text is long', () => {
    for (const text of ['-'.repeat(100_000), '"-'.repeat(50_000), 'a.'.repeat(50_000), ' -"'.repeat(30_000)]) {
      expect(folded(text)).toHaveLength(text.length);
      expect(foldedQuestion(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});

test('slips of the finger between two words', () => {
  const pairs = [
    ['puskesmas', 'puskesmas', 0],
    ['puskemas', 'puskesmas', 1],
    ['samrainda', 'samarinda', 1],
    ['banjr', 'banjir', 1],
    ['bajnir', 'banjir', 1],
    ['', 'air', 3],
    ['kota', 'desa', 3],
  ] as const;
  for (const [one, other, slips] of pairs) {
    expect(slipsBetween(one, other), `${one} ${other}`).toBe(slips);
    expect(slipsBetween(other, one), `${other} ${one}`).toBe(slips);
  }
});
