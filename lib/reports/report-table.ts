import { formatSpan } from '../newsroom/labels.ts';
import { countText, durationText, rateText, shareText } from './figure-words.ts';

/** What a column holds: said once, so that the screen writes it for people and a file for programs. */
export type CellForm = 'text' | 'count' | 'minutes' | 'share' | 'rate' | 'day' | 'moment';
export type Cell = string | number | null;

export type ReportTable = {
  title: string;
  columns: readonly { name: string; form: CellForm }[];
  /** The first cell names the row. */
  rows: readonly (readonly Cell[])[];
};

/** A cell as a person reads it: `1.240`, `2,3 jam`, `14 Januari 2026`. */
export function cellText(cell: Cell, form: CellForm): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return form === 'day' ? formatSpan(cell) : cell;
  switch (form) {
    case 'minutes':
      return durationText(cell);
    case 'share':
      return shareText(cell);
    case 'rate':
      return rateText(cell);
    default:
      return countText(cell);
  }
}

/** The head and the rows as a file has them: figures in the form of machines, hours with two decimals, days as `2026-01-14`. */
export function fileRows({ columns, rows }: ReportTable): { header: string[]; rows: string[][] } {
  return {
    header: columns.map(({ name, form }) => (form === 'minutes' ? `${name} [jam]` : name)),
    rows: rows.map((cells) => cells.map((cell, index) => fileCell(cell, columns[index]?.form ?? 'text'))),
  };
}

function fileCell(cell: Cell, form: CellForm): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (form === 'minutes') return (cell / 60).toFixed(2);
  if (form === 'share') return cell.toFixed(4);
  return String(Math.round(cell * 100) / 100);
}
