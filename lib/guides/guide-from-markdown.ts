import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { anchorOf, linkInNewsroom, pictureName } from './guide-links.ts';
import {
  type Guide,
  type GuideBlock,
  type GuidePicture,
  type GuideSection,
  type Inline,
  plainWords,
} from './guide-shapes.ts';

/** What is known of each picture that may be shown, by its name. */
export type PictureFacts = ReadonlyMap<string, Omit<GuidePicture, 'name' | 'alt'>>;

/** The one guide being read, all that it may link to, and the pictures it may show. */
type Reading = { slug: string; slugs: readonly string[]; pictures: PictureFacts };

/**
 * Reads a guide. It takes the few things guides are made of (headings, paragraphs, lists, tables,
 * pictures, notes) and nothing else: raw HTML, code blocks and the rest are a mistake of ours.
 *
 * @throws Error naming what the guide may not hold
 */
export function guideFromMarkdown(markdown: string, reading: Reading): Guide {
  let title = '';
  const opening: GuideBlock[] = [];
  const sections: (GuideSection & { blocks: GuideBlock[] })[] = [];
  const anchors = new Set<string>();
  for (const token of knownTokens(lexer(markdown), reading)) {
    if (token.type !== 'heading') {
      (sections.at(-1)?.blocks ?? opening).push(...blocksOf(token, reading));
      continue;
    }
    const words = plainWords(inlines(token.tokens, reading));
    if (token.depth === 1 && title === '') {
      title = words;
      continue;
    }
    const depth = token.depth;
    if (depth !== 2 && depth !== 3) throw refusal(reading, `a heading of depth ${depth}`);
    const id = anchorOf(words);
    if (anchors.has(id)) throw refusal(reading, `two headings “${words}”`);
    anchors.add(id);
    sections.push({ id, title: words, depth, blocks: [] });
  }
  const [first, ...rest] = opening;
  if (title === '' || first?.kind !== 'paragraph') throw refusal(reading, 'no title with a paragraph below it');
  return { slug: reading.slug, title, summary: first.words, opening: rest, sections };
}

const blockTypes = ['space', 'heading', 'paragraph', 'list', 'table', 'blockquote', 'text'];
const inlineTypes = ['text', 'strong', 'em', 'codespan', 'link', 'image', 'escape'];

function knownTokens(tokens: readonly Token[], reading: Reading): MarkedToken[] {
  return tokens.filter((token): token is MarkedToken => {
    if (!blockTypes.includes(token.type)) throw refusal(reading, token.type);
    return true;
  });
}

function blocksOf(token: MarkedToken, reading: Reading): GuideBlock[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'text':
    case 'paragraph':
      return [paragraph(token.tokens ?? [], reading)];
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: token.ordered,
          items: token.items.map((item) =>
            knownTokens(item.tokens, reading).flatMap((part) => blocksOf(part, reading)),
          ),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map((cell) => inlines(cell.tokens, reading)),
          rows: token.rows.map((row) => row.map((cell) => inlines(cell.tokens, reading))),
        },
      ];
    case 'blockquote':
      return [
        {
          kind: 'note',
          blocks: knownTokens(token.tokens, reading).flatMap((part) => blocksOf(part, reading)),
        },
      ];
    default:
      throw refusal(reading, token.type);
  }
}

/** A picture stands alone in its paragraph. */
function paragraph(tokens: readonly Token[], reading: Reading): GuideBlock {
  const [only, ...others] = knownInlines(tokens, reading);
  if (only?.type === 'image' && others.length === 0) {
    const name = pictureName(only.href);
    const facts = reading.pictures.get(name);
    if (facts === undefined) throw refusal(reading, `${name}, which is not there`);
    if (only.text.trim() === '') throw refusal(reading, `a picture without words (${name})`);
    return { kind: 'picture', picture: { name, alt: only.text, ...facts } };
  }
  return { kind: 'paragraph', words: inlines(tokens, reading) };
}

function knownInlines(tokens: readonly Token[], reading: Reading): MarkedToken[] {
  return tokens.filter((token): token is MarkedToken => {
    if (!inlineTypes.includes(token.type)) throw refusal(reading, token.type);
    return true;
  });
}

function inlines(tokens: readonly Token[], reading: Reading): Inline[] {
  return knownInlines(tokens, reading).map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { kind: 'text', text: token.text.replaceAll('\n', ' ') };
      case 'strong':
        return { kind: 'label', text: within(token, reading) };
      case 'em':
        return { kind: 'emphasis', text: within(token, reading) };
      case 'codespan':
        return { kind: 'code', text: token.text };
      case 'link':
        return { kind: 'link', ...linkInNewsroom(token.href, reading.slugs), text: within(token, reading) };
      default:
        throw refusal(reading, `${token.type} among words`);
    }
  });
}

/** The words inside a mark; marks inside marks would be more than a guide needs. */
function within({ tokens }: Tokens.Strong | Tokens.Em | Tokens.Link, reading: Reading): string {
  return plainWords(inlines(tokens, reading));
}

function refusal({ slug }: Reading, what: string): Error {
  return new Error(`docs/panduan/${slug}.md holds what a guide may not: ${what}.`);
}
