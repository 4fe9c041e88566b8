import { cleanPastedHtml } from './paste.ts';
import { type PastedBlock, type PastedPicture, type PasteLosses, pastedBlocks } from './pasted-blocks.ts';
import type { RichBlock, RichInline, RichListItem, RichMark } from './rich-nodes.ts';

/** Markup of our own making, from a closed list of elements. */
type Html = string;

/** A paste as ProseMirror is to read it, and what is to be told or taken in besides. */
export type Pasted = {
  html: Html;
  /** Pictures of the text; number n stands where `pictureMark(n)` stands. */
  pictures: PastedPicture[];
  losses: PasteLosses;
};

/** The sign that stands for a picture until it is taken in: private letters, which no pasted text keeps. */
export const pictureMark = (index: number) => `\uE000${index}\uE001`;
const anyMark = /\uE000(\d{1,5})\uE001/g;

/** The signs of pictures in a text: which picture, and from where to where its sign stands. */
export function pictureMarksIn(text: string): { index: number; from: number; to: number }[] {
  return [...text.matchAll(anyMark)].map((found) => ({
    index: Number(found[1]),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** A text, or the HTML of a paste, without the signs of pictures. */
export function withoutPictureMarks(text: string): string {
  return text.replace(anyMark, '').replaceAll('<p></p>', '');
}

/**
 * What somebody pasted, for `transformPastedHTML`. Copies from our own editor keep their nodes; everything else is read
 * anew into clean blocks, of which every tag is written here.
 */
export function pastedHtml(html: string): Pasted {
  if (isOurOwn(html)) return { html: cleanPastedHtml(html), pictures: [], losses: { tables: [], hidden: '' } };
  const { blocks, losses } = pastedBlocks(html);
  const pictures = blocks.filter((block): block is PastedPicture => block.type === 'picture');
  let picture = 0;
  const written = blocks.map((block) => {
    if (block.type !== 'picture') return blockHtml(block);
    picture += 1;
    return `<p>${pictureMark(picture - 1)}</p>`;
  });
  return { html: written.join(''), pictures, losses };
}

/** ProseMirror marks what it copies; a stranger's page may say so too, and passes the same list of tags. */
function isOurOwn(html: string): boolean {
  return html.slice(0, 2_000).includes('data-pm-slice');
}

function blockHtml(block: Exclude<PastedBlock, PastedPicture>): Html {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`;
    case 'heading':
      return `<h${block.attrs.level}>${inlineHtml(block.content)}</h${block.attrs.level}>`;
    case 'quote':
      return `<blockquote>${inlineHtml(block.content)}</blockquote>`;
    case 'bulletList':
      return `<ul>${block.content.map(itemHtml).join('')}</ul>`;
    case 'orderedList':
      return `<ol${block.attrs ? ` start="${block.attrs.start}"` : ''}>${block.content.map(itemHtml).join('')}</ol>`;
    case 'table':
      return tableHtml(block);
    default:
      return '';
  }
}

function itemHtml({ content }: RichListItem): Html {
  return `<li>${content.map(blockHtml).join('')}</li>`;
}

function tableHtml({ attrs, content }: Extract<RichBlock, { type: 'table' }>): Html {
  const rows = content.map((row) => {
    const cells = row.content.map((cell) => {
      const name = cell.type === 'tableHeader' ? 'th' : 'td';
      return `<${name}>${inlineHtml(cell.content)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = attrs.caption === '' ? '' : ` data-caption="${escaped(attrs.caption)}"`;
  return `<table${caption}><tbody>${rows.join('')}</tbody></table>`;
}

function inlineHtml(inlines: readonly RichInline[] | undefined): Html {
  return (inlines ?? [])
    .map((inline) =>
      inline.type === 'hardBreak' ? '<br>' : (inline.marks ?? []).reduceRight(markHtml, escaped(inline.text)),
    )
    .join('');
}

function markHtml(words: Html, mark: RichMark): Html {
  switch (mark.type) {
    case 'bold':
      return `<strong>${words}</strong>`;
    case 'italic':
      return mark.attrs ? `<em lang="${escaped(mark.attrs.lang)}">${words}</em>` : `<em>${words}</em>`;
    case 'link':
      return `<a href="${escaped(mark.attrs.href)}">${words}</a>`;
  }
}

function escaped(words: string): Html {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
