import { cleanText } from './clean-text.ts';
import { type InlineTree, inlineTree } from './inline-tree.ts';
import { checkLink } from './links.ts';
import type { RichInline, RichMark } from './rich-nodes.ts';

/** Words as Markdown that reads as the same words: whatever in them would be a sign of Markdown is escaped. */
export function markdownWords(words: string): string {
  return linesEscaped(escaped(words));
}

/**
 * The words inside a block as Markdown.
 *
 * @param lineBreak stands for a line break: a hard one, or a space where a block has one line only
 * @param address makes an absolute address of a path of this site
 */
export function markdownInline(
  nodes: readonly RichInline[] | undefined,
  address: (path: string) => string,
  lineBreak: '\\\n' | ' ' = '\\\n',
): string {
  const trees = inlineTree(nodes);
  const first = trees.findIndex((tree) => !('isBreak' in tree));
  const last = trees.findLastIndex((tree) => !('isBreak' in tree));
  // A break at an edge breaks nothing, and its backslash would be read as one.
  return linesEscaped(
    written(first < 0 ? [] : trees.slice(first, last + 1), { address, lineBreak, before: ' ', after: ' ' }),
  );
}

/** Words between a pair of emphasis signs, alone on their line. */
export function markdownStrong(words: string): string {
  const text = escaped(words).trim();
  return text === '' ? '' : `**${text}**`;
}

/** A link or, with `!` before it, a picture. Words are Markdown already. */
export function markdownLink(words: string, href: string): string {
  return `[${words}](<${href.replace(/[\\<>]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '\\&')}>)`;
}

/** `before` and `after`: the characters around these pieces, as emphasis sees them. */
type Setting = { address: (path: string) => string; lineBreak: string; before: string; after: string };

/** Within brackets or other signs, emphasis may begin and end. */
const amongSigns = { before: '*', after: '*' } as const;

function written(trees: readonly InlineTree[], setting: Setting): string {
  let text = '';
  for (const [index, tree] of trees.entries()) {
    if ('isBreak' in tree) text = broken(text, setting.lineBreak);
    else if ('text' in tree) text += escaped(tree.text);
    else {
      const before = trees[index - 1] === undefined ? setting.before : edgeOf(trees[index - 1], 'last');
      const after = trees[index + 1] === undefined ? setting.after : edgeOf(trees[index + 1], 'first');
      const piece = marked(tree.mark, tree.within, { ...setting, before, after }, text.at(-1));
      // An exclamation mark before a link would make a picture of it.
      if (piece.startsWith('[') && text.endsWith('!')) text = `${text.slice(0, -1)}\\!`;
      text += piece;
    }
  }
  return text;
}

/** A second break in a row would be an empty line, which ends the paragraph. */
function broken(text: string, lineBreak: string): string {
  const line = text.replace(/ +$/, '');
  return line === '' || line.endsWith('\n') ? line : line + lineBreak;
}

/** @param behind the last character written before this piece */
function marked(mark: RichMark, within: readonly InlineTree[], setting: Setting, behind: string | undefined): string {
  const plain = () => written(within, setting);
  const { before, words, after } = spacesApart(written(within, { ...setting, ...amongSigns }));
  if (words === '') return plain();
  if (mark.type === 'link') {
    // Asked again here: this is the last door before a reader, whatever way the words came.
    const link = checkLink(mark.attrs.href);
    if (!link.ok) return plain();
    const href = link.href.startsWith('/') ? setting.address(link.href) : link.href;
    return `${before}${markdownLink(words, href)}${after}`;
  }
  const sign = mark.type === 'bold' ? '**' : '_';
  // Emphasis within a word, or sign upon sign, would be read otherwise: the words matter more.
  const begins = before !== '' || (isSeparate(setting.before) && behind !== sign[0]);
  const ends = after !== '' || isSeparate(setting.after);
  return begins && ends ? `${before}${sign}${words}${sign}${after}` : plain();
}

/** The first or last character of a piece, as its reader will see it. */
function edgeOf(tree: InlineTree | undefined, side: 'first' | 'last'): string {
  if (tree === undefined || 'isBreak' in tree) return ' ';
  const at = side === 'first' ? 0 : -1;
  return 'text' in tree ? ([...cleanText(tree.text)].at(at) ?? ' ') : edgeOf(tree.within.at(at), side);
}

/**
 * Whether emphasis may begin behind, or end before, this character. Only signs that every reader of
 * Markdown knows as signs: the standard's list grew, and follows the Unicode of each reader.
 */
function isSeparate(character: string): boolean {
  return /^[\s!-/:-@[-`{-~\u2010-\u2027\u2030-\u205E]$/.test(character);
}

/** Emphasis signs and brackets stand close to words; spaces go outside. */
function spacesApart(text: string): { before: string; words: string; after: string } {
  const words = text.trim();
  if (words === '') return { before: text, words, after: '' };
  const start = text.indexOf(words);
  return { before: text.slice(0, start), words, after: text.slice(start + words.length) };
}

/** Signs that mean something anywhere in a line, addresses that would turn into links, and what would be an entity. */
function escaped(words: string): string {
  return cleanText(words)
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@');
}

/** Signs that mean something only at the beginning of a line: lists, rules, underlines of headings, tables. */
function linesEscaped(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^[-+=:]/, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    )
    .join('\n');
}
