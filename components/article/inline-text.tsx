import { Fragment, type ReactNode } from 'react';
import { type InlineTree, inlineTree } from '#lib/richtext/inline-tree.ts';
import { foreignLanguage } from '#lib/richtext/languages.ts';
import { checkLink, leavesTheSite } from '#lib/richtext/links.ts';
import type { RichInline, RichMark } from '#lib/richtext/rich-nodes.ts';

/** The words inside a block. */
export function InlineText({ nodes }: { nodes: readonly RichInline[] }) {
  return drawn(inlineTree(nodes));
}

function drawn(trees: readonly InlineTree[]): ReactNode[] {
  return trees.map((tree, index) => <Fragment key={String(index)}>{drawnTree(tree)}</Fragment>);
}

function drawnTree(tree: InlineTree): ReactNode {
  if ('mark' in tree) return marked(tree.mark, drawn(tree.within));
  return 'text' in tree ? tree.text : <br />;
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
