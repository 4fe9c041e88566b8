import { cleanText } from './clean-text.ts';
import type { RichInline, RichMark } from './rich-nodes.ts';

const rank = { link: 0, bold: 1, italic: 2 } as const;

/**
 * Words of one block as a writer would have typed them: equal neighbours joined, runs of spaces as one,
 * none at the edges or around line breaks, no line break at the edges.
 */
export function tidyInline(inlines: readonly RichInline[]): RichInline[] {
  const tidy: RichInline[] = [];
  let endsInSpace = true;
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      trimEnd(tidy);
      if (tidy.length > 0) tidy.push(inline);
      endsInSpace = true;
      continue;
    }
    const clean = cleanText(inline.text).replace(/ {2,}/g, ' ');
    const text: string = endsInSpace ? clean.trimStart() : clean;
    if (text === '') continue;
    endsInSpace = text.endsWith(' ');
    const marks = (inline.marks ?? []).toSorted((one, other) => rank[one.type] - rank[other.type]);
    const last = tidy.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text;
    else tidy.push({ type: 'text', text, ...(marks.length > 0 && { marks }) });
  }
  while (tidy.at(-1)?.type === 'hardBreak') tidy.pop();
  trimEnd(tidy);
  while (tidy.at(-1)?.type === 'hardBreak') tidy.pop();
  return tidy;
}

/** The same words without one mark: a subhead is bold already. */
export function withoutMark(inlines: readonly RichInline[], type: RichMark['type']): RichInline[] {
  return tidyInline(
    inlines.map((inline) =>
      inline.type === 'text' ? { ...inline, marks: inline.marks?.filter((mark) => mark.type !== type) ?? [] } : inline,
    ),
  );
}

/** The words alone; line breaks as spaces. */
export function wordsOf(inlines: readonly RichInline[] | undefined): string {
  return (inlines ?? []).map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}

function trimEnd(tidy: RichInline[]): void {
  for (let last = tidy.at(-1); last?.type === 'text'; last = tidy.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      tidy[tidy.length - 1] = { ...last, text };
      return;
    }
    tidy.pop();
  }
}

function sameMarks(one: readonly RichMark[], other: readonly RichMark[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
