/** A table of texts: the first column is words, the others are numbers. */
export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };

/** As lines of equal width, for a terminal. */
export function tableLines({ head, rows }: Table): string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)];
}

/** As Markdown, for a page of docs. */
export function tableMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const under = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(under), ...rows.map(line)].join('\n');
}

/** A duration: two digits after the comma below ten milliseconds. */
export function milliseconds(value: number): string {
  return `${number(value, value < 10 ? 2 : value < 100 ? 1 : 0)} md`;
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The value that this share of the others does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
