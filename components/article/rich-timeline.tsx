import type { RichTimeline } from '#lib/richtext/rich-nodes.ts';
import { InlineText } from './inline-text.tsx';

/** What happened when, in the order it was written. */
export function RichTimelineBlock({ timeline }: { timeline: RichTimeline }) {
  return (
    <ol className="timeline">
      {timeline.content.map(({ attrs, content }, index) => (
        <li key={String(index)}>
          {attrs.when && <p className="timeline-when">{attrs.when}</p>}
          {content.map((paragraph, at) =>
            paragraph.content ? (
              <p key={String(at)}>
                <InlineText nodes={paragraph.content} />
              </p>
            ) : null,
          )}
        </li>
      ))}
    </ol>
  );
}
