import type { RichTable, RichTableRow } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';
import { ScrollRegion } from './scroll-region.tsx';

/**
 * A table that scrolls inside itself where the page is narrower than its columns.
 *
 * @param id of its caption, unlike any other on the page
 */
export function RichTableBlock({ table, id }: { table: RichTable; id: string }) {
  const { caption } = table.attrs;
  const [first, ...others] = table.content;
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const rows = hasHead ? others : table.content;
  return (
    <ScrollRegion className="table-scroll" {...(caption ? { 'aria-labelledby': id } : { 'aria-label': 'Tabel' })}>
      <table>
        {caption && (
          <caption>
            <span id={id}>{caption}</span>
          </caption>
        )}
        {hasHead && first && (
          <thead>
            <Row row={first} scope="col" />
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <Row key={String(index)} row={row} scope="row" />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** @param scope what the header cells of this row speak for */
function Row({ row, scope }: { row: RichTableRow; scope: 'col' | 'row' }) {
  return (
    <tr>
      {row.content.map((cell, index) =>
        // An empty head names nothing; as a head it would be announced all the same.
        cell.type === 'tableHeader' && cell.content !== undefined ? (
          <th key={String(index)} scope={scope}>
            <InlineText nodes={cell.content} />
          </th>
        ) : (
          <td key={String(index)}>{cell.content && <InlineText nodes={cell.content} />}</td>
        ),
      )}
    </tr>
  );
}
