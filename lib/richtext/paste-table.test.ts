import { describe, expect, test } from 'vitest';
import { parseDocument } from './document.ts';
import { spreadsheetTable } from './paste-table.ts';

// As the programs write it, from memory; only what names the program matters.
const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15"></head>
<body><table border=0><col width=64><!--StartFragment--><tr height=20><td>Pasar</td></tr><!--EndFragment--></table></body></html>`;
const calc = `<html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td height="17" align="left">Pasar</td><td sdval="1" sdnum="1057;">1</td></tr></table></body></html>`;
const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style>td{}</style><table data-sheets-root="1"><tbody><tr><td>Pasar</td></tr></tbody></table>`;

const words = (text: string, html = excel) => {
  const pasted = spreadsheetTable(html, text);
  if (pasted === null || 'refusal' in pasted) throw new Error(JSON.stringify(pasted));
  expect(parseDocument({ type: 'doc', content: [pasted.table] }).ok).toBe(true);
  return pasted.table.content.map((row) =>
    row.content.map(
      ({ type, content }) =>
        `${type === 'tableHeader' ? '#' : ''}${content?.map((one) => 'text' in one && one.text).join('') ?? ''}`,
    ),
  );
};

describe('cells of a spreadsheet', () => {
  test.each([
    ['Excel', excel],
    ['LibreOffice Calc', calc],
    ['Google Sheets', sheets],
  ])('from %s become a table whose first row of names is its head', (_name, html) => {
    expect(words('Pasar\tHarga\r\nPagi\tRp14.500\r\nSegiri\t15.000\r\n', html)).toEqual([
      ['#Pasar', '#Harga'],
      ['Pagi', 'Rp14.500'],
      ['Segiri', '15.000'],
    ]);
  });

  test('that begin with figures have no head', () => {
    expect(words('2024\t12,5\n2025\t13,1')).toEqual([
      ['2024', '12,5'],
      ['2025', '13,1'],
    ]);
  });

  test('keep their places where cells are empty, joined or of several lines', () => {
    expect(words('Nama\tAlamat\t\n"Dinas ""A"""\t"Jalan Awang\nLong"\t\n\t\tx')).toEqual([
      ['Nama', 'Alamat', ''],
      ['Dinas "A"', 'Jalan Awang Long', ''],
      ['', '', 'x'],
    ]);
  });

  test('that begin with a quotation mark and are not quoted stay as they are', () => {
    expect(words('"Siap"a\tb\nc\td')[0]).toEqual(['#"Siap"a', '#b']);
  });
});

test.each([
  ['a single cell', excel, 'Pasar\r\n'],
  ['nothing', excel, ''],
  ['a table of Word', '<meta name=Generator content="Microsoft Word 15"><table><tr><td>a</td></tr></table>', 'a\tb'],
  ['a text of Writer', '<meta name="generator" content="LibreOffice 7.4"/><p>a</p>', 'a\tb'],
  ['words alone', '', 'a\tb'],
])('%s is no table of cells', (_name, html, text) => {
  expect(spreadsheetTable(html, text)).toBeNull();
});

test.each([
  ['rows', 'a\tb\n'.repeat(201), '201 baris dan 2 kolom'],
  ['columns', `${'a\t'.repeat(12)}a`, '1 baris dan 13 kolom'],
])('too many %s are refused in words that offer an attachment', (_name, text, size) => {
  const pasted = spreadsheetTable(excel, text);
  expect(pasted !== null && 'refusal' in pasted && pasted.refusal).toContain(size);
  expect(pasted !== null && 'refusal' in pasted && pasted.refusal).toContain('Lampirkan');
});

test('half a megabyte of tabs and quotation marks is answered', () => {
  for (const piece of ['\t', '"', '""\t', '"\n', '\r']) {
    expect(spreadsheetTable(excel, piece.repeat(500_000 / piece.length))).not.toBeUndefined();
  }
});
