import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { invalid } from '#lib/errors.ts';
import { withoutGuard } from '#lib/export/csv.ts';
import { importLimits } from './register-limits.ts';

/** A row of a CSV file, and the line of the file it ends in. */
export type CsvRow = { line: number; cells: string[] };

/** One cell of this many characters is longer than anything the register takes. */
const longestRow = 20_000;

/**
 * The text of a CSV file as Excel and LibreOffice write it: UTF-8 with or without its mark, UTF-16
 * with its mark, else the old Windows letters.
 *
 * @throws invalid for what is no text
 */
export function csvText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw refused('file_not_csv', 'Ini berkas Excel. Simpan sebagai “CSV UTF-8” dulu, lalu pilih berkas CSV-nya.');
  }
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  const text = encoding === '' ? utf8Or1252(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw refused('file_not_csv', 'Berkas ini bukan teks. Pilih berkas CSV.');
  return text;
}

function utf8Or1252(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}

/**
 * The rows of a CSV text, apart by semicolons (as Indonesian Excel writes), commas or tabs, whichever
 * the first line has. Empty lines are left out.
 *
 * @throws invalid when the text cannot be read as rows or has too many of them
 */
export function csvRows(text: string): CsvRow[] {
  // Excel understands, and some programs write, a first line that only names the separator.
  const named = /^\uFEFF?sep=([;,\t])\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const rows: CsvRow[] = [];
  try {
    parse(body, {
      bom: true,
      delimiter: named?.[1] ?? separatorOf(body),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: longestRow,
      to: importLimits.rows + 2,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines + (named === null ? 0 : 1), cells: cells.map(withoutGuard) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(
      'file_unreadable',
      `Baris ${lineOf(error)}: ${faults[error.code] ?? 'baris ini tidak dapat dibaca.'}`,
    );
  }
  if (rows.length > importLimits.rows + 1) {
    const most = importLimits.rows.toLocaleString('id-ID');
    throw refused('file_too_long', `Berkas ini berisi lebih dari ${most} baris. Bagi menjadi beberapa berkas.`);
  }
  return rows;
}

function separatorOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = [';', ',', '\t'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

function lineOf(error: CsvError): string {
  const { lines } = error;
  return typeof lines === 'number' ? String(lines) : '?';
}

const faults: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'tanda kutip dibuka tetapi tidak ditutup.',
  CSV_INVALID_CLOSING_QUOTE: 'ada huruf sesudah tanda kutip penutup. Tulis dua tanda kutip untuk kutip di dalam sel.',
  INVALID_OPENING_QUOTE: 'ada tanda kutip di tengah sel. Apit seluruh sel dengan tanda kutip.',
  CSV_MAX_RECORD_SIZE: 'baris ini terlalu panjang.',
};

function refused(code: string, text: string): Error {
  return invalid([{ field: 'file', code, text }]);
}
