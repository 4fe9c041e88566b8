import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { type ImportBlock, textOf } from './import-blocks.ts';
import { type ImportReport, reportLine } from './report.ts';

/** Most characters of a line that names a table. */
const longest = 200;

/** A line that names the table under it, bold or as `Tabel 1.`, becomes the table's caption. */
export function nameTables(blocks: readonly ImportBlock[]): { blocks: ImportBlock[]; report: ImportReport } {
  const report: ImportReport = [];
  const named = blocks.flatMap((block, index): ImportBlock[] => {
    const next = blocks[index + 1];
    if (next?.type === 'table' && next.attrs.caption === '' && isName(block)) return [];
    const before = blocks[index - 1];
    if (block.type !== 'table' || block.attrs.caption !== '' || !isName(before)) return [block];
    report.push(reportLine('Baris di atas tabel menjadi judul tabelnya.', textOf(before)));
    return [{ ...block, attrs: { ...block.attrs, caption: textOf(before) } }];
  });
  return { blocks: named, report };
}

type Named = Extract<RichBlock, { type: 'paragraph' }>;

function isName(block: ImportBlock | undefined): block is Named {
  if (block?.type !== 'paragraph') return false;
  const text = textOf(block);
  if (text === '' || text.length > longest) return false;
  if (/^tabel\s+\d{1,3}\b/i.test(text)) return true;
  const isBold = (block.content ?? []).every(
    (inline) => inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'bold'),
  );
  return isBold && !/[.:;,]$/.test(text);
}
