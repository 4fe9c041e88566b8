import { blockWords } from '#lib/richtext/block-words.ts';
import type { RichKeyNumbers } from '#lib/richtext/rich-nodes.ts';

/** Numbers with what they count: the number large, its name and source beneath. */
export function RichKeyNumbersBlock({ numbers }: { numbers: RichKeyNumbers }) {
  const shown = numbers.content.filter(({ attrs }) => attrs.value && attrs.label);
  if (shown.length === 0) return null;
  return (
    <dl className="key-numbers">
      {shown.map(({ attrs: { value, label, source } }, index) => (
        <div key={String(index)}>
          <dt>
            {label}
            {source && <small> {`${blockWords.source}: ${source}`}</small>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
