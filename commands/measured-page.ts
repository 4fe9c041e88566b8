import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { number, type Table, tableMarkdown } from './bench/table.ts';

/** The parts of the documents that commands write; what stands around them is written by hand. */
const pageOf = {
  ...{ bench: 'docs/performance.md', jadwal: 'docs/performance.md', langsung: 'docs/performance.md' },
  ...{ meja: 'docs/performance.md', penyunting: 'docs/performance.md', skala: 'docs/performance.md' },
  ...{ gangguan: 'docs/keandalan.md', panjang: 'docs/keandalan.md', mesin: 'docs/keandalan.md' },
} as const;
export type MeasuredPart = keyof typeof pageOf;

/**
 * Puts what was measured into its part of its page.
 *
 * @throws Error when the page has lost the marks of that part
 */
export async function writePart(part: MeasuredPart, markdown: string): Promise<void> {
  const { before, after } = await openPart(part);
  const measured = `${new Date().toISOString().slice(0, 10)}, ${machine()}`;
  await writeFile(pageOf[part], `${before}\n\nDiukur ${measured}.\n\n${markdown}\n\n${after}`);
}

/**
 * Puts a table into a part whose lines are measured one by one: those that were not measured this time stay as they are.
 *
 * @param order the first cells of all lines that the table may have
 * @throws Error when the page has lost the marks of that part
 */
export async function writeRows(part: MeasuredPart, table: Table, order: readonly string[]): Promise<void> {
  const { within } = await openPart(part);
  const former = new Map(within.split('\n').map((line) => [line.split('|', 2)[1]?.trim() ?? '', line]));
  const [head = '', under = '', ...lines] = tableMarkdown(table).split('\n');
  const measured = new Map(table.rows.map(([first = ''], index) => [first, lines[index]]));
  const rows = order.flatMap((first) => measured.get(first) ?? former.get(first) ?? []);
  await writePart(part, [head, under, ...rows].join('\n'));
}

async function openPart(part: MeasuredPart): Promise<{ before: string; within: string; after: string }> {
  const page = pageOf[part];
  const text = await readFile(page, 'utf8');
  const [begin, end] = [`<!-- ${part}: mulai -->`, `<!-- ${part}: selesai -->`];
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`${page} has no part between ${begin} and ${end}`);
  return { before: text.slice(0, from), within: text.slice(from, to), after: text.slice(to) };
}

/** What it was measured on. */
export function machine(): string {
  const [first] = cpus();
  const gigabytes = number(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${cpus().length} inti (${first?.model.trim() ?? 'tidak dikenal'}), memori ${gigabytes} GB`;
}
