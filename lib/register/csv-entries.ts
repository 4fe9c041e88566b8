import type { z } from 'zod';
import { type Issue, invalid } from '#lib/errors.ts';
import type { CsvColumns } from './csv-columns.ts';
import { type CsvRow, csvRows } from './csv-text.ts';

/** A row that could be read, with its line for what is still to be said of it. */
export type EntryAt<Entry> = { line: number; entry: Entry };

/** What a CSV text says for one list: its entries, and each line that is wrong, in words. */
export type ReadEntries<Entry> = { entries: EntryAt<Entry>[]; issues: Issue[] };

/**
 * Reads the rows of a CSV text as entries of a list. Columns are found by their names in the first
 * line, in any order.
 *
 * @throws invalid when the text cannot be read at all
 */
export function csvEntries<Schema extends z.ZodType>(
  schema: Schema,
  columns: CsvColumns,
  text: string,
): ReadEntries<z.output<Schema>> {
  const [head, ...rows] = csvRows(text);
  if (head === undefined || rows.length === 0) {
    throw invalid([{ field: 'file', code: 'file_empty', text: 'Berkas ini tidak berisi baris data.' }]);
  }
  const names = head.cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_'));
  refuseForeignColumns(columns, names, head);
  const entries: EntryAt<z.output<Schema>>[] = [];
  const issues: Issue[] = [];
  for (const { line, cells } of rows) {
    if (cells.length > names.length) {
      issues.push(issueAt(line, tooManyCells));
      continue;
    }
    const fields = Object.fromEntries(columns.map(([name, field]) => [field, cells[names.indexOf(name)] ?? '']));
    const parsed = schema.safeParse(fields);
    if (parsed.success) entries.push({ line, entry: parsed.data });
    else issues.push(...parsed.error.issues.map((issue) => issueAt(line, issue.message)));
  }
  return { entries, issues };
}

const tooManyCells =
  'ada lebih banyak sel daripada kolom di baris pertama. Apit sel yang berisi titik koma dengan tanda kutip.';

/** What is wrong at a line of the file. */
export function issueAt(line: number, text: string): Issue {
  return { field: 'file', code: 'row_wrong', text: `Baris ${line}: ${text}` };
}

function refuseForeignColumns(columns: CsvColumns, names: readonly string[], head: CsvRow): void {
  const wanted = columns.map(([name]) => name);
  const foreign = head.cells.filter((_, index) => !wanted.includes(names[index] ?? ''));
  const isTwice = names.find((name, index) => names.indexOf(name) !== index);
  const [needed = ''] = wanted;
  const texts = [
    ...(names.includes(needed) ? [] : [`Kolom “${needed}” tidak ada.`]),
    ...foreign.map((name) => `Kolom “${name.slice(0, 40)}” tidak dikenali.`),
    ...(isTwice === undefined ? [] : [`Kolom “${isTwice.slice(0, 40)}” ada dua kali.`]),
  ];
  if (texts.length === 0) return;
  const text = `${texts.slice(0, 5).join(' ')} Baris pertama harus memuat nama kolom: ${wanted.join('; ')}.`;
  throw invalid([{ field: 'file', code: 'columns_wrong', text }]);
}
