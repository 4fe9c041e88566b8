import type { JSONContent } from '@tiptap/core';
import type { DocumentFile } from './documents.ts';

/** An empty table whose first row names its columns. */
export function tableOf(rows: number, columns: number): JSONContent {
  const row = (type: 'tableHeader' | 'tableCell') => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => ({ type })),
  });
  return {
    type: 'table',
    content: [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))],
  };
}

/** A document as a block, named by its file until somebody writes what it is. */
export function documentCardOf({ assetId, assetHash, fileName }: DocumentFile): JSONContent {
  const title = fileName
    .replace(/\.pdf$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return { type: 'documentCard', attrs: { assetId, assetHash, title } };
}
