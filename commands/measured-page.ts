import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { number } from './bench/table.ts';

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
 * The lines of the table that stands in a part, each by its first cell.
 *
 * @throws Error when the page has lost the marks of that part
 */
export async function rowsOfPart(part: MeasuredPart): Promise<Map<string, string>> {
  const { within } = await openPart(part);
  const lines = within.split('\n').filter((line) => line.startsWith('| '));
  return new Map(lines.map((line) => [line.split('|', 2)[1]?.trim() ?? '', line]));
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
