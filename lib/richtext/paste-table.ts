import { cleanText } from './clean-text.ts';
import { blockLimits } from './measure.ts';
import type { RichTable, RichTableCell, RichTableRow } from './rich-nodes.ts';

/** What became of cells that were pasted: a table, or why there is none. */
export type PastedTable = { table: RichTable } | { refusal: string };

/**
 * Cells copied out of Excel, LibreOffice Calc or Google Sheets as a table of ours; null for anything
 * else, and for a single cell, which is words.
 *
 * The plain text of the clipboard is read, not its HTML: it holds the cells as they were shown, one
 * for each place, also where cells were joined.
 *
 * @param html the clipboard's HTML, which tells the program
 * @param text its plain text: cells apart by tabs, rows by line ends
 */
export function spreadsheetTable(html: string, text: string): PastedTable | null {
  if (!isSpreadsheet(html)) return null;
  const rows = cellsOf(text);
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length * columns <= 1) return null;
  if (rows.length > blockLimits.tableRows || columns > blockLimits.tableColumns) {
    return {
      refusal: `Tabel yang Anda tempel berisi ${rows.length.toLocaleString('id-ID')} baris dan ${columns.toLocaleString('id-ID')} kolom; batasnya ${blockLimits.tableRows} baris dan ${blockLimits.tableColumns} kolom. Lampirkan tabel ini sebagai dokumen PDF, atau tempelkan bagian yang penting saja.`,
    };
  }
  const hasHead = rows.length > 1 && rows[0]?.length === columns && rows[0].every(isName);
  const content = rows.map((row, index): RichTableRow => {
    const type = hasHead && index === 0 ? 'tableHeader' : 'tableCell';
    return { type: 'tableRow', content: Array.from({ length: columns }, (_, at) => cell(type, row[at] ?? '')) };
  });
  return { table: { type: 'table', attrs: { caption: '' }, content } };
}

/** Programs say who they are in their HTML; Word and web pages copy tables too, and more besides. */
function isSpreadsheet(html: string): boolean {
  if (/<google-sheets-html-origin/i.test(html)) return true;
  if (/content=["']?(?:Microsoft Excel|Excel\.Sheet)/i.test(html)) return true;
  // Calc and Writer sign alike; only Calc notes what a cell's number is, or the width of each column.
  return /content=["']?LibreOffice/i.test(html) && /<table/i.test(html) && /\ssd(?:val|num)=|<colgroup/i.test(html);
}

/** Text apart by tabs and line ends; a cell with either in it stands in quotation marks. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) break;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(cleanText(quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end !== '\t' && pattern.lastIndex < text.length) rows.push([]);
    // A tab at the very end is followed by one more, empty cell.
    else if (end === '\t' && pattern.lastIndex === text.length) rows.at(-1)?.push('');
  }
  return rows;
}

/** The head of a column has letters; figures are what stands below one. */
function isName(words: string): boolean {
  return /\p{L}/u.test(words) && !/^(?:Rp)?[\d.,\s%-]+$/u.test(words);
}

function cell(type: RichTableCell['type'], words: string): RichTableCell {
  return words === '' ? { type } : { type, content: [{ type: 'text', text: words }] };
}
