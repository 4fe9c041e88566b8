import { Fragment, type ReactNode } from 'react';
import { wholeFigure } from '#lib/richtext/attributes.ts';
import type { RichBlock, RichDocument, RichListItem } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';
import { type DrawFigure, RichFigureBlock } from './rich-figure.tsx';
import { RichQuoteBlock } from './rich-quote.tsx';

/**
 * An article's body as readers see it. A closed switch over the nodes of
 * `lib/richtext/extensions.ts`: what is not named here is not drawn.
 *
 * @param opening stands where the text begins (the dateline): it runs in before the first
 * paragraph, and has a line of its own when the text begins with a list or a quote
 */
export function RichText({
  document,
  figure,
  opening = null,
}: {
  document: RichDocument;
  figure: DrawFigure;
  opening?: ReactNode;
}) {
  const first = document.content.findIndex(beginsText);
  return document.content.map((block, index) => (
    <Fragment key={String(index)}>
      {index === first && block.type !== 'paragraph' && opening !== null && <p>{opening}</p>}
      <Block block={block} figure={figure} opening={index === first ? opening : null} />
    </Fragment>
  ));
}

/** Photos and subheads may stand before the text; an empty paragraph is not drawn. */
function beginsText(block: RichBlock): boolean {
  if (block.type === 'paragraph') return block.content !== undefined;
  return block.type !== 'figure' && block.type !== 'heading';
}

function blocks(content: readonly (RichBlock | RichListItem)[], figure: DrawFigure): ReactNode[] {
  // A finished document never changes its order, so the index is a true key.
  return content.map((block, index) => <Block key={String(index)} block={block} figure={figure} />);
}

function Block({
  block,
  figure,
  opening = null,
}: {
  block: RichBlock | RichListItem;
  figure: DrawFigure;
  opening?: ReactNode;
}): ReactNode {
  switch (block.type) {
    case 'paragraph':
      // Empty paragraphs are how people make space in an editor; on the page the stylesheet does.
      return block.content ? (
        <p>
          {opening}
          <InlineText nodes={block.content} />
        </p>
      ) : null;
    case 'heading': {
      const Subhead = block.attrs.level === 2 ? 'h2' : 'h3';
      return block.content ? (
        <Subhead>
          <InlineText nodes={block.content} />
        </Subhead>
      ) : null;
    }
    case 'bulletList':
      return <ul>{blocks(block.content, figure)}</ul>;
    case 'orderedList':
      return <ol {...(block.attrs && { start: block.attrs.start })}>{blocks(block.content, figure)}</ol>;
    case 'listItem':
      return <li>{listItemContent(block, figure)}</li>;
    case 'quote':
      return <RichQuoteBlock quote={block} />;
    case 'figure':
      return <RichFigureBlock attributes={wholeFigure(block.attrs)} figure={figure} />;
    default:
      return null;
  }
}

/** An item of one paragraph reads as a line, without the spacing of paragraphs. */
function listItemContent(item: RichListItem, figure: DrawFigure): ReactNode {
  const [first, ...rest] = item.content;
  if (first?.type !== 'paragraph' || rest.some((block) => block.type === 'paragraph'))
    return blocks(item.content, figure);
  return (
    <>
      <InlineText nodes={first.content ?? []} />
      {blocks(rest, figure)}
    </>
  );
}
