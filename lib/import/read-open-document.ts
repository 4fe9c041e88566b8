import { importLimits } from './limits.ts';
import type { Parts } from './package.ts';
import type { ReadText } from './read-word.ts';
import { refuse } from './refusals.ts';
import { readXml, type XmlReader } from './xml-check.ts';

/** What stands for an element of OpenDocument; the rest is passed through to what stands in it. */
const tags: Readonly<Record<string, string>> = {
  'text:p': 'p',
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table': 'table',
  'table:table-header-rows': 'thead',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'table:covered-table-cell': 'td',
};

/** What is not the text: notes of reviewers, deleted words, the numbers of notes, forms. */
const unread = new Set([
  ...['office:annotation', 'text:tracked-changes', 'text:note-citation', 'office:forms', 'text:sequence-decls'],
  ...['office:scripts', 'text:table-of-content', 'draw:object', 'draw:plugin'],
]);

type Style = { bold: boolean; italic: boolean };

/**
 * Reads the checked parts of an .odt: paragraphs, headings, lists, tables, links, bold and italic, pictures.
 *
 * @throws refuse
 */
export function readOpenDocument(parts: Parts): ReadText {
  const manifest = Buffer.from(parts.get('META-INF/manifest.xml') ?? []).toString('utf8');
  if (/encryption-data/.test(manifest)) throw refuse('encrypted');
  const content = parts.get('content.xml');
  if (content === undefined) throw refuse('damaged');
  const read = new OpenDocumentReader(parts);
  readXml(content, read);
  if (read.html.length > importLimits.html) throw refuse('too_long');
  return { html: read.html, pictures: read.pictures, dropped: [...read.dropped] };
}

class OpenDocumentReader implements XmlReader {
  html = '';
  readonly pictures: Uint8Array[] = [];
  readonly dropped = new Set<string>();
  readonly #parts: Parts;
  readonly #styles = new Map<string, Style>();
  readonly #numbered = new Set<string>();
  readonly #closers: string[] = [];
  #styleName = '';
  #silent = 0;
  #isInText = false;
  /** The picture of the frame that is open, written once its description was read. */
  #picture: { index: number; alt: string } | undefined;
  #isDescription = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#silent > 0 || unread.has(name)) {
      this.#silent += 1;
      if (name === 'office:annotation') this.dropped.add('Komentar');
      if (name === 'draw:object') throw refuse('embedded');
      return;
    }
    if (name === 'office:text') this.#isInText = true;
    if (this.#isInText) this.#openText(name, attributes);
    else this.#openStyle(name, attributes);
  };

  close = (name: string): void => {
    if (this.#silent > 0) {
      this.#silent -= 1;
      return;
    }
    if (!this.#isInText) return;
    if (name === 'svg:title' || name === 'svg:desc') this.#isDescription = false;
    if (name === 'draw:frame' && this.#picture !== undefined) {
      const { index, alt } = this.#picture;
      this.#write(`<img src="gambar:${index}" alt="${escaped(alt)}">`);
      this.#picture = undefined;
    }
    this.html += this.#closers.pop() ?? '';
    if (name === 'office:text') this.#isInText = false;
  };

  text = (text: string): void => {
    if (!this.#isInText || this.#silent > 0) return;
    if (!this.#isDescription) this.#write(escaped(text));
    else if (this.#picture !== undefined) this.#picture.alt = `${this.#picture.alt} ${text}`.trim().slice(0, 1_000);
  };

  #openStyle(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'style:style' || name === 'text:list-style') this.#styleName = attributes['style:name'] ?? '';
    if (name === 'text:list-level-style-number') this.#numbered.add(this.#styleName);
    if (name !== 'style:text-properties') return;
    this.#styles.set(this.#styleName, {
      bold: /^(?:bold|[6-9]00)$/.test(attributes['fo:font-weight'] ?? ''),
      italic: attributes['fo:font-style'] === 'italic',
    });
  }

  #openText(name: string, attributes: Readonly<Record<string, string>>): void {
    const { opening, closing } = this.#markup(name, attributes);
    this.#write(opening);
    this.#closers.push(closing);
  }

  #markup(name: string, attributes: Readonly<Record<string, string>>): { opening: string; closing: string } {
    const tag = tags[name];
    if (tag !== undefined) return { opening: `<${tag}${spansOf(name, attributes)}>`, closing: `</${tag}>` };
    switch (name) {
      case 'text:h':
        return Number(attributes['text:outline-level'] ?? 1) > 2 ? around('h3') : around('h2');
      case 'text:list':
        return around(this.#numbered.has(attributes['text:style-name'] ?? '') ? 'ol' : 'ul');
      case 'text:a':
        return { opening: `<a href="${escaped(attributes['xlink:href'] ?? '')}">`, closing: '</a>' };
      case 'text:span':
        return spanned(this.#styles.get(attributes['text:style-name'] ?? ''));
      case 'text:note-body':
        return { opening: ' (', closing: ')' };
      case 'text:line-break':
        return { opening: '<br>', closing: '' };
      case 'text:s':
      case 'text:tab':
        return { opening: ' ', closing: '' };
      case 'draw:image':
        this.#takePicture(attributes['xlink:href'] ?? '');
        return { opening: '', closing: '' };
      case 'svg:title':
      case 'svg:desc':
        this.#isDescription = true;
        return { opening: '', closing: '' };
      default:
        return { opening: '', closing: '' };
    }
  }

  #takePicture(href: string): void {
    const part = this.#parts.get(href.replace(/^\.\//, ''));
    // A picture that lies elsewhere would have to be fetched.
    if (part === undefined && /^[a-z]+:/i.test(href)) throw refuse('external');
    if (part === undefined) {
      this.dropped.add('Gambar yang tidak tersimpan di dalam dokumen');
      return;
    }
    if (this.pictures.length >= importLimits.pictures) throw refuse('too_many_pictures');
    this.pictures.push(part);
    this.#picture = { index: this.pictures.length - 1, alt: '' };
  }

  #write(html: string): void {
    if (this.html.length > importLimits.html) throw refuse('too_long');
    this.html += html;
  }
}

function around(tag: string): { opening: string; closing: string } {
  return { opening: `<${tag}>`, closing: `</${tag}>` };
}

function spanned(style: Style | undefined): { opening: string; closing: string } {
  return {
    opening: `${style?.bold ? '<strong>' : ''}${style?.italic ? '<em>' : ''}`,
    closing: `${style?.italic ? '</em>' : ''}${style?.bold ? '</strong>' : ''}`,
  };
}

function spansOf(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name !== 'table:table-cell') return '';
  const span = /^\d{1,3}$/.exec(attributes['table:number-columns-repeated'] ?? '')?.[0];
  // An empty cell said once for several is as good as one that spans them.
  return span === undefined ? '' : ` colspan="${span}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
