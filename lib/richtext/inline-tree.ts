import type { RichInline, RichMark } from './rich-nodes.ts';

/** Words inside a block as elements nest: a mark around what it marks, words, or a line break. */
export type InlineTree = { mark: RichMark; within: InlineTree[] } | { text: string } | { isBreak: true };

/**
 * Nests the words inside a block. Neighbours that share a mark share one, so that a link with
 * one bold word is one link to a keyboard and a screen reader.
 */
export function inlineTree(nodes: readonly RichInline[] = []): InlineTree[] {
  return runs(nodes, 0);
}

/** Nests nodes whose first `depth` marks already stand around them. */
function runs(nodes: readonly RichInline[], depth: number): InlineTree[] {
  const trees: InlineTree[] = [];
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start];
    const mark = markAt(node, depth);
    let end = start + 1;
    while (mark && sameMark(markAt(nodes[end], depth), mark)) end += 1;
    if (mark) trees.push({ mark, within: runs(nodes.slice(start, end), depth + 1) });
    else if (node?.type === 'text') trees.push({ text: node.text });
    else if (node?.type === 'hardBreak') trees.push({ isBreak: true });
    start = end;
  }
  return trees;
}

function markAt(node: RichInline | undefined, depth: number): RichMark | undefined {
  return node?.type === 'text' ? node.marks?.[depth] : undefined;
}

function sameMark(a: RichMark | undefined, b: RichMark): boolean {
  return a?.type === b.type && JSON.stringify(a) === JSON.stringify(b);
}
