import { withoutEntities } from './entities.ts';
import { htmlTokens } from './html-tokens.ts';

/** An element of foreign HTML: its name in small letters, what its tag said, and what stands in it. */
export type PastedElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: PastedNode[];
};
export type PastedNode = string | PastedElement;

/** Elements within elements that are told apart; what lies deeper joins the last. */
const LEVELS = 60;

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** What the opening of an element ends, as in a browser, when the closing tag was left out. */
const endedBy: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  tr: ['tr', 'td', 'th', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  ...Object.fromEntries(
    'p div h1 h2 h3 h4 h5 h6 ul ol table blockquote pre section article figure hr dl'
      .split(' ')
      .map((name) => [name, ['p']]),
  ),
};

/** Beyond these an element left open is not looked for: a cell's `p` is not that of the text around the table. */
const walls = new Set(['table', 'ul', 'ol', 'blockquote', 'td', 'th']);
const cells = new Set(['td', 'th']);
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/**
 * Reads foreign HTML into a tree. Forgiving as a browser is, without its parser, which the newsroom's
 * policy keeps for ProseMirror; its depth is bounded, so whoever walks it may call itself.
 */
export function pastedTree(html: string): PastedElement {
  const root: PastedElement = { name: 'body', attributes: new Map(), children: [] };
  const open: PastedElement[] = [root];
  const top = () => open.at(-1) ?? root;
  for (const token of htmlTokens(html)) {
    if (token.type === 'text') {
      top().children.push(withoutEntities(token.text));
      continue;
    }
    if (token.type === 'close') {
      closeNamed(open, token.name);
      continue;
    }
    for (const name of endedBy[token.name] ?? []) endLeftOpen(open, name, token.name);
    const element: PastedElement = { name: token.name, attributes: token.attributes, children: [] };
    top().children.push(element);
    if (!empty.has(token.name) && open.length < LEVELS) open.push(element);
  }
  return root;
}

/** Every attribute is read with its entities. */
export function attributeOf({ attributes }: PastedElement, name: string): string {
  return withoutEntities(attributes.get(name) ?? '');
}

/** All words within, without regard to what holds them. */
export function textWithin(node: PastedNode): string {
  return typeof node === 'string' ? node : node.children.map(textWithin).join('');
}

function closeNamed(open: PastedElement[], name: string): void {
  for (let at = open.length - 1; at > 0; at -= 1) {
    const own = open[at]?.name ?? '';
    if (own === name) {
      open.length = at;
      return;
    }
    // A stray `</p>` in a cell is not that of the paragraph around the table.
    if (cells.has(own) && !tableParts.has(name)) return;
  }
}

function endLeftOpen(open: PastedElement[], name: string, opening: string): void {
  for (let at = open.length - 1; at > 0; at -= 1) {
    const own = open[at]?.name ?? '';
    if (own === name) {
      open.length = at;
      return;
    }
    // A cell or a row ends the cell before it, but never the table it belongs to.
    if (walls.has(own) && !(cells.has(own) && tableParts.has(opening))) return;
  }
}
