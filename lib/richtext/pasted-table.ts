import { blockLimits } from './measure.ts';
import { isHidden } from './pasted-sight.ts';
import { type PastedElement, type PastedNode, textWithin } from './pasted-tree.ts';
import type { RichInline, RichTable, RichTableCell } from './rich-nodes.ts';
import { withoutMark, wordsOf } from './tidy-inline.ts';

/** What a pasted table is: a table of ours, a mere frame around a text, or more than an article may hold. */
export type ReadTable =
  | { kind: 'table'; table: RichTable }
  | { kind: 'frame'; cells: PastedElement[] }
  | { kind: 'too_large'; rows: number; columns: number };

type Cell = { content: RichInline[]; isHeader: boolean };

/** Places that one cell may fill by its own word, in each direction: one more than a table may have. */
const longestSpan = { colspan: blockLimits.tableColumns + 1, rowspan: blockLimits.tableRows + 1 } as const;

/**
 * A table of Word, Excel, Calc, Sheets or a web page: cells that span become the first of several, empty rows and
 * columns at the edges go. The first row is the header where the source says so, where every cell of it is bold, and
 * where names stand above figures, as in spreadsheets, which mark no header.
 *
 * @param words reads the words of a cell, as lines
 */
export function tableOf(table: PastedElement, words: (cell: PastedElement) => RichInline[]): ReadTable {
  const all = rowsOf(table);
  const name = nameAbove(all);
  const rows = name === undefined ? all : all.slice(1);
  const size = Math.max(0, ...rows.map((row) => row.cells.length));
  const filled = rows.filter(({ cells }) => cells.some((cell) => textWithin(cell).trim() !== ''));
  if (size <= 1 || filled.length === 0) return { kind: 'frame', cells: rows.flatMap(({ cells }) => cells) };
  if (rows.length > blockLimits.tableRows * 2 || size > blockLimits.tableColumns * 4) {
    return { kind: 'too_large', rows: filled.length, columns: size };
  }
  const grid = trimmed(placed(rows, words));
  const columns = Math.max(0, ...grid.map((row) => row.length));
  if (grid.length > blockLimits.tableRows || columns > blockLimits.tableColumns) {
    return { kind: 'too_large', rows: grid.length, columns };
  }
  const hasHeader = isHead(grid);
  const content = grid.map((row, index) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: columns }, (_all, at) => cellNode(row[at], hasHeader && index === 0)),
  }));
  return { kind: 'table', table: { type: 'table', attrs: { caption: captionOf(table) || (name ?? '') }, content } };
}

type Row = { cells: PastedElement[]; isHead: boolean };

function rowsOf(element: PastedElement, isHead = false): Row[] {
  return element.children.flatMap((child): Row[] => {
    if (typeof child === 'string') return [];
    if (isHidden(child)) return [];
    if (child.name === 'tr') return [{ cells: child.children.filter(isCell), isHead }];
    const isPart = ['thead', 'tbody', 'tfoot'].includes(child.name);
    return isPart ? rowsOf(child, child.name === 'thead') : [];
  });
}

function isCell(node: PastedNode): node is PastedElement {
  return typeof node !== 'string' && (node.name === 'td' || node.name === 'th') && !isHidden(node);
}

/**
 * The name of a table that stands over its columns in a row of its own, as in spreadsheets: in one cell over all of
 * them, or in the first, from which it runs over the empty ones.
 */
function nameAbove([first, ...others]: readonly Row[]): string | undefined {
  const cells = first?.cells ?? [];
  const [cell, ...more] = cells.filter((one) => wordsWithin(one) !== '');
  const filled = others.map((row) => row.cells.filter((one) => wordsWithin(one) !== '').length);
  const columns = Math.max(0, ...filled);
  if (cell === undefined || more.length > 0 || columns < 2 || filled.filter((count) => count > 0).length < 2)
    return undefined;
  const words = wordsWithin(cell);
  const isOverAll = spanOf(cell, 'colspan') >= columns;
  const runsOver = cell === cells[0] && words.includes(' ') && filled.find((count) => count > 0) === columns;
  return words.length <= 300 && (isOverAll || runsOver) ? words : undefined;
}

function wordsWithin(cell: PastedElement): string {
  return textWithin(cell).replace(/\s+/g, ' ').trim();
}

function placed(rows: readonly Row[], words: (cell: PastedElement) => RichInline[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  for (const [index, { cells, isHead }] of rows.entries()) {
    const row = grid[index] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (row[column] !== undefined) column += 1;
      const isHeader = isHead || cell.name === 'th';
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let below = 0; below < down; below += 1) {
        const target = grid[index + below];
        if (target === undefined) break;
        for (let beside = 0; beside < across; beside += 1) target[column + beside] = { content: [], isHeader };
      }
      row[column] = { content: words(cell), isHeader };
      column += across;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? { content: [], isHeader: false }));
}

function spanOf(cell: PastedElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(/^\d{1,5}$/.exec(cell.attributes.get(name) ?? '')?.[0] ?? 1);
  return Math.min(Math.max(span, 1), longestSpan[name]);
}

function trimmed(grid: readonly Cell[][]): Cell[][] {
  const isFilled = (cell: Cell | undefined) => wordsOf(cell?.content).trim() !== '';
  const rows = grid.slice(0, 1 + grid.findLastIndex((row) => row.some(isFilled)));
  const from = rows.findIndex((row) => row.some(isFilled));
  const used = Math.max(0, ...rows.map((row) => 1 + row.findLastIndex(isFilled)));
  return rows.slice(Math.max(0, from)).map((row) => row.slice(0, used));
}

function isHead([first = [], second = []]: readonly Cell[][]): boolean {
  // What a wide cell covers is empty.
  const named = first.filter(({ content }) => content.length > 0);
  if (named.length > 0 && named.every(({ isHeader, content }) => isHeader || isBold(content))) return true;
  return (
    first.every(({ content }) => isName(wordsOf(content)) || isYear(wordsOf(content))) &&
    first.some(({ content }) => isName(wordsOf(content))) &&
    second.some(({ content }) => isFigure(wordsOf(content)) && !isYear(wordsOf(content)))
  );
}

const isName = (words: string) => /\p{L}/u.test(words) && !isFigure(words);
const isYear = (words: string) => /^\s*(?:19|20)\d\d\s*$/.test(words);
const isFigure = (words: string) => /\d/.test(words) && /^(?:Rp)?[\d.,\s%-]+$/u.test(words);

function isBold(content: readonly RichInline[]): boolean {
  const texts = content.flatMap((inline) => (inline.type === 'text' ? [inline] : []));
  return texts.length > 0 && texts.every(({ marks }) => marks?.some(({ type }) => type === 'bold') ?? false);
}

function cellNode(cell: Cell | undefined, isHeader: boolean): RichTableCell {
  const content = isHeader ? withoutMark(cell?.content ?? [], 'bold') : (cell?.content ?? []);
  return { type: isHeader ? 'tableHeader' : 'tableCell', ...(content.length > 0 && { content }) };
}

function captionOf({ children }: PastedElement): string {
  const caption = children.find((child) => typeof child !== 'string' && child.name === 'caption');
  return caption === undefined ? '' : textWithin(caption).replace(/\s+/g, ' ').trim().slice(0, 400);
}
