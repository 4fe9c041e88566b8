import { Fragment, type ReactNode } from 'react';
import { foreignLanguage } from '#lib/richtext/languages.ts';
import { checkLink, leavesTheSite } from '#lib/richtext/links.ts';
import type { RichInline, RichMark } from '#lib/richtext/rich-nodes.ts';

/**
 * The words inside a block. Neighbours that share a mark share its element, so that a link
 * with one bold word is one link to a keyboard and a screen reader.
 */
export function InlineText({ nodes }: { nodes: readonly RichInline[] }) {
  return runs(nodes, 0);
}

/** Draws nodes whose first `depth` marks are already drawn around them. */
function runs(nodes: readonly RichInline[], depth: number): ReactNode[] {
  const drawn: ReactNode[] = [];
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start];
    const mark = markAt(node, depth);
    let end = start + 1;
    while (mark && sameMark(markAt(nodes[end], depth), mark)) end += 1;
    drawn.push(
      <Fragment key={String(start)}>
        {mark ? marked(mark, runs(nodes.slice(start, end), depth + 1)) : bare(node)}
      </Fragment>,
    );
    start = end;
  }
  return drawn;
}

function markAt(node: RichInline | undefined, depth: number): RichMark | undefined {
  return node?.type === 'text' ? node.marks?.[depth] : undefined;
}

function sameMark(a: RichMark | undefined, b: RichMark): boolean {
  return a?.type === b.type && JSON.stringify(a) === JSON.stringify(b);
}

function bare(node: RichInline | undefined): ReactNode {
  switch (node?.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return <br />;
    default:
      return null;
  }
}

function marked(mark: RichMark, words: ReactNode): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic': {
      const lang = foreignLanguage(mark.attrs?.lang);
      return lang ? <em lang={lang}>{words}</em> : <em>{words}</em>;
    }
    case 'link': {
      // Asked again here: this is the last door before a reader, whatever way the words came.
      const link = checkLink(mark.attrs.href);
      if (!link.ok) return words;
      return leavesTheSite(link.href) ? (
        // A contributor's account that was taken over must not sell the standing of a .go.id site.
        <a href={link.href} rel="nofollow noopener">
          {words}
        </a>
      ) : (
        <a href={link.href}>{words}</a>
      );
    }
    default:
      return words;
  }
}
