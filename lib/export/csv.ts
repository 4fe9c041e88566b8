/**
 * CSV as Indonesian Excel and LibreOffice open it with a double click: UTF-8 with its mark,
 * semicolons, every cell in quotation marks, lines ended by CR LF, and no cell that a spreadsheet
 * would run as a formula.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return csvBeginning(header) + csvLines(rows);
}

/** What a file begins with that is sent in pieces: the mark and the names of the columns. */
export function csvBeginning(header: readonly string[]): string {
  return `\uFEFF${csvLines([header])}`;
}

/** Further rows of the same file. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(';')}\r\n`)
    .join('');
}

/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const formula = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const guarded = (cell: string) => (formula.test(cell) ? `'${cell}` : cell);

/** Takes back the apostrophe that `csvOf` put before a cell, for a file that comes back. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** The headers of an answer that is saved as a CSV file. Only ever saved, never shown. */
export function csvHeaders(fileName: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${safeName(fileName)}"`,
    'x-content-type-options': 'nosniff',
  };
}

/** Letters, digits, dots and hyphens: nothing that could end the header's quotation marks. */
const safeName = (name: string) => name.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 150);
