import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBeginning, csvHeaders, csvLines, csvOf, withoutGuard } from './csv.ts';

test('a file has its mark, semicolons, quotation marks, and lines ended as Excel wants', () => {
  expect(csvOf(['nama', 'catatan'], [['Budi; S.Sos.', 'kata "asli"\nbaris dua']])).toBe(
    '\uFEFF"nama";"catatan"\r\n"Budi; S.Sos.";"kata ""asli""\nbaris dua"\r\n',
  );
});

test.each([
  '=1+1',
  '+62811',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =HYPERLINK("http://x")',
  '\u00A0=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('the cell %j begins no formula and can be taken back', (cell) => {
  const [line = ''] = csvOf([cell], []).slice(1).split('\r\n"');
  expect(line.startsWith(`"'`)).toBe(true);
  expect(withoutGuard(`'${cell}`)).toBe(cell);
});

test('no cell of any text begins a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', ' ', '\t', "'", 'a', '1') });
  fc.assert(
    fc.property(cell, (text) => {
      expect(csvLines([[text]])).not.toMatch(/^"\s*[=+\-@＝]/);
    }),
  );
});

test('what is ordinary stays as it is', () => {
  expect(csvLines([["Jum'at", 'a=b', '14/01/2026', '']])).toBe(`"Jum'at";"a=b";"14/01/2026";""\r\n`);
  expect(withoutGuard("'tujuh belas'")).toBe("'tujuh belas'");
});

test('pieces make the same file', () => {
  const rows = [['1'], ['2']];
  expect(csvBeginning(['a']) + csvLines([['1']]) + csvLines([['2']])).toBe(csvOf(['a'], rows));
});

test('the name of a file cannot leave its header', () => {
  expect(csvHeaders('jejak"; x=\r\ny.csv')['content-disposition']).toBe('attachment; filename="jejak-x-y.csv"');
});
