import { checkLink, withoutDetours } from './links.ts';
import { pairedQuotes } from './paired-quotes.ts';
import type { RichBlock, RichInline, RichListItem, RichMark, RichParagraph } from './rich-nodes.ts';
import { tidyInline } from './tidy-inline.ts';

/** What WhatsApp and its exports put in front of a message: when it came, and from whom. */
const messageHeads = [
  // [10.02, 14/1/2026] Nama:   [14/1/2026 10.02.31] Nama:
  /^\u200e?\[(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?,? ?\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?)\] ([^:\n]{1,60}): ?/,
  // 14/01/26 10.02 - Nama:
  /^\u200e?\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2}(?: [ap]m)? - ([^:\n]{1,60}): /i,
];

/** Whether a text was copied out of a chat. Its plain words tell more than its HTML, in which signs and heads are drawn. */
export function isChat(text: string): boolean {
  return messageHeads.some((pattern) => pattern.test(text.slice(0, 200)));
}

/**
 * Blocks of plain words, as chats and simple programs copy them: a line is a paragraph, lines that begin with a
 * sign or a number are a list, WhatsApp's *tebal* and _miring_ are bold and italic, and the heads of its messages go.
 *
 * @returns also whose messages they were, since that no longer stands in the text
 */
export function pastedTextBlocks(text: string): { blocks: RichBlock[]; senders: string[] } {
  const senders = new Set<string>();
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/).map((line) => {
    const head = messageHeads.map((pattern) => pattern.exec(line)).find((found) => found !== null);
    if (head?.[1] === undefined) return line;
    senders.add(head[1].trim());
    return line.slice(head[0].length);
  });
  const blocks: RichBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const list = listFrom(lines, at);
    if (list !== undefined) {
      blocks.push(list.block);
      at = list.next;
      continue;
    }
    const paragraph = paragraphOf(lines[at] ?? '');
    if (paragraph !== undefined) blocks.push(paragraph);
    at += 1;
  }
  return { blocks, senders: [...senders] };
}

const bullet = /^\s{0,8}[-•●▪◦*–]\s+(?=\S)/;
const number = /^\s{0,8}(\d{1,3})[.)]\s+(?=\S)/;

/** Two lines or more that plainly are a list; a single one is a sentence that begins with a dash or a number. */
function listFrom(lines: readonly string[], from: number): { block: RichBlock; next: number } | undefined {
  const sign = bullet.test(lines[from] ?? '') ? bullet : number.test(lines[from] ?? '') ? number : undefined;
  if (sign === undefined) return undefined;
  const content: RichListItem[] = [];
  let next = from;
  const first = Number(number.exec(lines[from] ?? '')?.[1] ?? 1);
  for (; next < lines.length; next += 1) {
    const found = sign.exec(lines[next] ?? '');
    if (found === null || (sign === number && Number(found[1]) !== first + content.length)) break;
    const paragraph = paragraphOf((lines[next] ?? '').slice(found[0].length));
    if (paragraph === undefined) break;
    content.push({ type: 'listItem', content: [paragraph] });
  }
  if (content.length < 2) return undefined;
  if (sign === bullet) return { block: { type: 'bulletList', content }, next };
  return { block: { type: 'orderedList', ...(first !== 1 && { attrs: { start: first } }), content }, next };
}

function paragraphOf(line: string): RichParagraph | undefined {
  const content = pairedQuotes(tidyInline(inlinesOf(line)));
  return content.length > 0 ? { type: 'paragraph', content } : undefined;
}

/** A pair of signs around words, the outer sides of which are no letters: `2*3*4` is a sum. */
const marked = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^*_~\n]{1,1000}?)(?<=\S)\1(?![\p{L}\p{N}*_~])/gu;
const address = /\bhttps?:\/\/[^\s<>"“”‘’]{1,2000}/g;

function inlinesOf(line: string, marks: readonly RichMark[] = []): RichInline[] {
  const inlines: RichInline[] = [];
  let from = 0;
  for (const found of line.matchAll(marked)) {
    inlines.push(...linked(line.slice(from, found.index), marks));
    const [whole, sign = '', words = ''] = found;
    const mark: RichMark | undefined = sign === '*' ? { type: 'bold' } : sign === '_' ? { type: 'italic' } : undefined;
    inlines.push(...inlinesOf(words, mark === undefined ? marks : [...marks, mark]));
    from = found.index + whole.length;
  }
  return [...inlines, ...linked(line.slice(from), marks)];
}

function linked(text: string, marks: readonly RichMark[]): RichInline[] {
  const inlines: RichInline[] = [];
  let from = 0;
  const push = (words: string, all: readonly RichMark[]) => {
    if (words !== '') inlines.push({ type: 'text', text: words, ...(all.length > 0 && { marks: [...all] }) });
  };
  for (const found of text.matchAll(address)) {
    const shown = found[0].replace(/[.,;:!?)\]]+$/, '');
    const link = checkLink(shown);
    if (!link.ok) continue;
    push(text.slice(from, found.index), marks);
    const href = withoutDetours(link.href);
    // A bare address is shown as it leads, without what followed the reader.
    push(href === link.href ? shown : href, [{ type: 'link', attrs: { href } }, ...marks]);
    from = found.index + shown.length;
  }
  push(text.slice(from), marks);
  return inlines;
}
