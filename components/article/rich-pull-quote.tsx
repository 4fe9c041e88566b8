import type { RichInline, RichPullQuote } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';

/**
 * Words shown large beside the text.
 *
 * @param isRepeated they stand in the text as well: then they are for the eye alone, and who
 * listens hears them once
 */
export function RichPullQuoteBlock({ quote, isRepeated }: { quote: RichPullQuote; isRepeated: boolean }) {
  if (!quote.content) return null;
  const by = quote.attrs?.by;
  return (
    <aside className="pull-quote" aria-hidden={isRepeated ? true : undefined}>
      <p>
        <InlineText nodes={isRepeated ? quote.content.map(withoutLink) : quote.content} />
      </p>
      {by && <p className="pull-quote-by">{by}</p>}
    </aside>
  );
}

/** What is not announced must not take the focus either. */
function withoutLink(node: RichInline): RichInline {
  if (node.type !== 'text') return node;
  return { ...node, marks: (node.marks ?? []).filter((mark) => mark.type !== 'link') };
}
