import { mergeAttributes } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { attributeCheck, wordsAttribute } from './attribute-check.ts';
import { cellAttributes, tableAttributes } from './attributes.ts';
import { blockLimits } from './measure.ts';

/**
 * A table of plain cells: no spans, no widths, no alignment. Tiptap's own would draw its widths as inline
 * styles, which the page's policy refuses; its commands for rows and columns work on ours.
 */
export const PlainTable = Table.extend({
  content: `tableRow{1,${blockLimits.tableRows}}`,

  addAttributes() {
    return { caption: wordsAttribute('caption', 'data-caption', tableAttributes.shape.caption) };
  },

  renderHTML({ HTMLAttributes }) {
    return ['table', mergeAttributes({ class: 'table' }, HTMLAttributes), ['tbody', 0]];
  },

  addNodeView() {
    return null;
  },
});

export const PlainTableRow = TableRow.extend({
  content: `(tableCell | tableHeader){1,${blockLimits.tableColumns}}`,
});

export const PlainTableCell = TableCell.extend({
  content: 'inline*',
  addAttributes: onePlace,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.isActive(this.name) && this.editor.commands.setHardBreak() };
  },
});

export const PlainTableHeader = TableHeader.extend({
  content: 'inline*',
  addAttributes: onePlace,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.isActive(this.name) && this.editor.commands.setHardBreak() };
  },
});

/** What pasted HTML says of spans and widths is not read: the table's own repair fills the places that lack a cell. */
function onePlace() {
  const { colspan, rowspan, colwidth } = cellAttributes.shape;
  const always = <Value>(value: Value, rule: typeof colspan | typeof rowspan | typeof colwidth) => ({
    default: value,
    rendered: false,
    validate: attributeCheck(rule),
    parseHTML: () => value,
  });
  return { colspan: always(1, colspan), rowspan: always(1, rowspan), colwidth: always(null, colwidth) };
}
