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
  const page = pageOf[part];
  const text = await readFile(page, 'utf8');
  const [begin, end] = [`<!-- ${part}: mulai -->`, `<!-- ${part}: selesai -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no part between ${begin} and ${end}`);
  const measured = `${new Date().toISOString().slice(0, 10)}, ${machine()}`;
  await writeFile(
    page,
    `${text.slice(0, from + begin.length)}\n\nDiukur ${measured}.\n\n${markdown}\n\n${text.slice(to)}`,
  );
}

/** What it was measured on. */
export function machine(): string {
  const [first] = cpus();
  const gigabytes = number(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${cpus().length} inti (${first?.model.trim() ?? 'tidak dikenal'}), memori ${gigabytes} GB`;
}
