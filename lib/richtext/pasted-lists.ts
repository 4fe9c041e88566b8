import { attributeOf, type PastedElement, type PastedNode, textWithin } from './pasted-tree.ts';
import type { RichInline, RichList, RichListItem } from './rich-nodes.ts';

/** Levels of Word's lists that are kept. */
const LEVELS = 8;

type WordItem = { level: number; list: string; marker: string; content: RichInline[] };

/** Whether Word wrote this paragraph for an item of a list: it says so in a style of its own. */
export function isWordListItem(node: PastedNode): node is PastedElement {
  // A numbered heading is written the same way, and stays a heading.
  if (typeof node === 'string' || !/^(?:p|div)$/.test(node.name)) return false;
  return placeInList(node) !== undefined && markerOf(node) !== undefined;
}

/**
 * The list that begins with Word's paragraph at `from`, through every item that follows it directly.
 *
 * @param lines reads what stands in an item, without its sign
 */
export function wordList(
  nodes: readonly PastedNode[],
  from: number,
  lines: (children: readonly PastedNode[]) => RichInline[][],
): { list: RichList; next: number } {
  return gathered(nodes, from, (node, items) => {
    if (!isWordListItem(node)) return null;
    const item = itemOf(node, lines);
    const first = items[0];
    // Another list of Word that begins anew is another list here, unless it stands within this one.
    const isOther = first && item.level <= first.level && item.list !== first.list;
    const beginsAnew = isOther && (isNumber(item) !== isNumber(first) || /^\(?[1ai][.)]/.test(item.marker));
    return beginsAnew ? null : [item];
  });
}

/** Whether Word in a browser wrote this list: each item by itself, with its level in words. */
export function isOnlineList(node: PastedNode): node is PastedElement {
  return typeof node !== 'string' && onlineItems(node).length > 0;
}

/** The list that begins with Word's list at `from`, through every one that follows it directly. */
export function onlineList(
  nodes: readonly PastedNode[],
  from: number,
  lines: (children: readonly PastedNode[]) => RichInline[][],
): { list: RichList; next: number } {
  return gathered(nodes, from, (node, items) => {
    if (!isOnlineList(node)) return null;
    const read = onlineItems(node).map(({ item, marker }): WordItem => {
      const level = Number(/^[1-9]$/.exec(attributeOf(item, 'data-aria-level'))?.[0] ?? 1);
      const content = joined(lines(item.children));
      return { level: Math.min(level, LEVELS), list: attributeOf(item, 'data-listid'), marker, content };
    });
    const [first, begins] = [items[0], read[0]];
    const isOther = first && begins && begins.level <= first.level && isNumber(begins) !== isNumber(first);
    return isOther ? null : read;
  });
}

/**
 * The list of all items from `from` on, over empty text between them.
 *
 * @param read the items of one node after those before it; null where the list has ended
 */
function gathered(
  nodes: readonly PastedNode[],
  from: number,
  read: (node: PastedNode, items: readonly WordItem[]) => readonly WordItem[] | null,
): { list: RichList; next: number } {
  const items: WordItem[] = [];
  let next = from;
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || (typeof node === 'string' && node.trim() === '')) continue;
    const found = read(node, items);
    if (found === null) break;
    items.push(...found.filter(({ content }) => content.length > 0));
    next = at + 1;
  }
  return { list: nested(items, 0, items.length), next: Math.max(next, from + 1) };
}

function onlineItems(node: PastedElement): { item: PastedElement; marker: string }[] {
  const isWrapper = node.name === 'div' && /\bListContainerWrapper\b/.test(attributeOf(node, 'class'));
  if (isWrapper) return node.children.flatMap((child) => (typeof child === 'string' ? [] : onlineItems(child)));
  if (node.name !== 'ul' && node.name !== 'ol') return [];
  const start = Number(/^\d{1,4}$/.exec(node.attributes.get('start') ?? '')?.[0] ?? 1);
  return node.children
    .filter((child) => typeof child !== 'string' && child.attributes.has('data-aria-level'))
    .flatMap((item, index) =>
      typeof item === 'string' ? [] : [{ item, marker: node.name === 'ol' ? `${start + index}.` : '•' }],
    );
}

function joined(lines: readonly RichInline[][]): RichInline[] {
  return lines.flatMap((line, index): RichInline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}

function itemOf(node: PastedElement, lines: (children: readonly PastedNode[]) => RichInline[][]): WordItem {
  const { level, list } = placeInList(node) ?? { level: 1, list: '' };
  const content = joined(lines(withoutSign(node.children)));
  return { level: Math.min(level, LEVELS), list, marker: markerOf(node) ?? '', content };
}

function nested(items: readonly WordItem[], from: number, to: number): RichList {
  const level = Math.min(...items.slice(from, to).map((item) => item.level));
  const content: RichListItem[] = [];
  let at = from;
  while (at < to) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while (end < to && (items[end]?.level ?? 0) > level) end += 1;
    if (item.level > level) {
      content.push({ type: 'listItem', content: [{ type: 'paragraph' }, nested(items, at, end)] });
    } else {
      const inner = end > at + 1 ? [nested(items, at + 1, end)] : [];
      content.push({ type: 'listItem', content: [{ type: 'paragraph', content: item.content }, ...inner] });
    }
    at = end;
  }
  const first = items.slice(from, to).find((item) => item.level === level);
  if (first === undefined || !isNumber(first)) return { type: 'bulletList', content };
  const start = Number(/\d{1,4}/.exec(first.marker)?.[0] ?? 1);
  return { type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content };
}

/** `1.`, `2)`, `(3)`, `a.`, `iv.`: what stands before an item of a numbered list. */
function isNumber({ marker }: WordItem): boolean {
  return /^\(?(?:\d{1,4}|[a-z]|[ivxlc]{1,6})[.)]/i.test(marker);
}

function placeInList(node: PastedElement): { level: number; list: string } | undefined {
  const [, list = '', level] = /mso-list\s*:\s*(l\d{1,5})\s+level(\d)/i.exec(attributeOf(node, 'style')) ?? [];
  return level === undefined ? undefined : { list, level: Number(level) };
}

/** The sign Word writes out in front of an item, in a span it tells other programs to ignore. */
function markerOf(node: PastedNode): string | undefined {
  if (typeof node === 'string') return undefined;
  if (isSign(node)) return textWithin(node).trim();
  for (const child of node.children) {
    const found = markerOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutSign(nodes: readonly PastedNode[]): PastedNode[] {
  return nodes.flatMap((node): PastedNode[] => {
    if (typeof node === 'string') return [node];
    return isSign(node) ? [] : [{ ...node, children: withoutSign(node.children) }];
  });
}

function isSign(node: PastedElement): boolean {
  return /mso-list\s*:\s*Ignore/i.test(attributeOf(node, 'style'));
}
