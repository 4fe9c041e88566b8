import type { RichQuote } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';

/** Somebody's words, with who said them and in what capacity. */
export function RichQuoteBlock({ quote }: { quote: RichQuote }) {
  const { speaker, speakerRole } = quote.attrs ?? {};
  if (!quote.content) return null;
  return (
    <blockquote className="quote">
      <p>
        <InlineText nodes={quote.content} />
      </p>
      {(speaker || speakerRole) && (
        <footer className="quote-speaker">
          {speaker && <cite className="quote-name">{speaker}</cite>}
          {speaker && speakerRole && ', '}
          {speakerRole && <span className="quote-role">{speakerRole}</span>}
        </footer>
      )}
    </blockquote>
  );
}
