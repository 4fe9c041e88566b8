import { Fragment, type ReactNode } from 'react';
import { wholeFigure } from '#lib/richtext/attributes.ts';
import { repeatedQuotes } from '#lib/richtext/repeated-quotes.ts';
import type { RichBlock, RichDocument, RichListItem } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';
import { type FindFile, RichDocumentBlock } from './rich-document.tsx';
import { type DrawFigure, RichFigureBlock } from './rich-figure.tsx';
import { RichGalleryBlock } from './rich-gallery.tsx';
import { RichInfoBoxBlock } from './rich-info-box.tsx';
import { RichKeyNumbersBlock } from './rich-key-numbers.tsx';
import { type FindLinked, RichAgendaEventBlock, RichRelatedArticleBlock } from './rich-linked.tsx';
import { RichPullQuoteBlock } from './rich-pull-quote.tsx';
import { RichQuoteBlock } from './rich-quote.tsx';
import { RichTableBlock } from './rich-table.tsx';
import { RichTimelineBlock } from './rich-timeline.tsx';
import { subheadAbove } from './subhead-above.ts';

/**
 * An article's body as readers see it. A closed switch over the nodes of
 * `lib/richtext/extensions.ts`: what is not named here is not drawn.
 *
 * @param figure draws a photo
 * @param file finds the file of a document; left out where documents cannot be fetched
 * @param linked finds an article or event the body names; left out where they are only named (a version of the history)
 * @param opening stands where the text begins (the dateline): it runs in before the first
 * paragraph, and has a line of its own when the text begins with a list or a quote
 */
export function RichText({
  document,
  figure,
  file,
  linked,
  opening = null,
}: {
  document: RichDocument;
  figure: DrawFigure;
  file?: FindFile;
  linked?: FindLinked;
  opening?: ReactNode;
}) {
  const first = document.content.findIndex(beginsText);
  const repeated = repeatedQuotes(document);
  return document.content.map((block, index) => (
    <Fragment key={String(index)}>
      {index === first && block.type !== 'paragraph' && opening !== null && <p>{opening}</p>}
      <Block
        block={block}
        figure={figure}
        file={file}
        linked={linked}
        opening={index === first ? opening : null}
        id={`isi-${index + 1}`}
        headingLevel={subheadAbove(document, index) === null ? 2 : 3}
        isRepeated={repeated.has(block)}
      />
    </Fragment>
  ));
}

const beginning = new Set<RichBlock['type']>(['bulletList', 'orderedList', 'quote', 'timeline']);

/** What stands beside the text may stand before it: photos, subheads, boxes; an empty paragraph is not drawn. */
function beginsText(block: RichBlock): boolean {
  return block.type === 'paragraph' ? block.content !== undefined : beginning.has(block.type);
}

function blocks(content: readonly (RichBlock | RichListItem)[], figure: DrawFigure): ReactNode[] {
  // A finished document never changes its order, so the index is a true key.
  return content.map((block, index) => <Block key={String(index)} block={block} figure={figure} />);
}

function Block({
  block,
  figure,
  file,
  linked,
  opening = null,
  id = '',
  headingLevel = 2,
  isRepeated = false,
}: {
  block: RichBlock | RichListItem;
  figure: DrawFigure;
  file?: FindFile | undefined;
  linked?: FindLinked | undefined;
  opening?: ReactNode;
  /** For what names the block, unlike any other on the page. */
  id?: string;
  /** Of a heading the block brings along. */
  headingLevel?: 2 | 3;
  /** Whether its words stand elsewhere in the text too. */
  isRepeated?: boolean;
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
    case 'gallery':
      return <RichGalleryBlock gallery={block} figure={figure} />;
    case 'table':
      return <RichTableBlock table={block} id={id} />;
    case 'pullQuote':
      return <RichPullQuoteBlock quote={block} isRepeated={isRepeated} />;
    case 'infoBox':
      return (
        <RichInfoBoxBlock title={block.attrs?.title ?? ''} id={id} level={headingLevel}>
          {blocks(block.content, figure)}
        </RichInfoBoxBlock>
      );
    case 'timeline':
      return <RichTimelineBlock timeline={block} />;
    case 'keyNumbers':
      return <RichKeyNumbersBlock numbers={block} />;
    case 'documentCard':
      return <RichDocumentBlock card={block} file={file} />;
    case 'relatedArticle':
      return <RichRelatedArticleBlock block={block} linked={linked} />;
    case 'agendaEvent':
      return <RichAgendaEventBlock block={block} linked={linked} />;
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
