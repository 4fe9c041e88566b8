import { importLimits } from './limits.ts';
import { OpenDocumentStyles } from './open-document-styles.ts';
import type { Parts } from './package.ts';
import type { ReadText } from './read-word.ts';
import { refuse } from './refusals.ts';
import { readXml, type XmlReader } from './xml-check.ts';

/** What stands for an element of OpenDocument; the rest is passed through to what stands in it. */
const tags: Readonly<Record<string, string>> = {
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table': 'table',
  'table:table-header-rows': 'thead',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
};

/** What is not the text: notes of reviewers, deleted words, the numbers of notes, forms. */
const unread = new Set([
  ...[
    'text:hidden-text',
    'text:hidden-paragraph',
    'office:annotation',
    'text:tracked-changes',
    'text:note-citation',
    'office:forms',
    'text:sequence-decls',
  ],
  ...['office:scripts', 'text:table-of-content', 'draw:object', 'draw:plugin', 'table:covered-table-cell'],
]);

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
  const styles = new OpenDocumentStyles();
  const named = parts.get('styles.xml');
  const heads = new PageHeads();
  if (named !== undefined) {
    readXml(named, {
      open: (name, attributes) => {
        styles.open(name, attributes);
        heads.open(name);
      },
      close: heads.close,
      text: heads.text,
    });
  }
  const read = new OpenDocumentReader(parts, styles);
  readXml(content, read);
  if (read.html.length > importLimits.html) throw refuse('too_long');
  return {
    html: read.html,
    pictures: read.pictures,
    dropped: [...read.dropped, ...(heads.hasWords ? ['Kepala dan kaki halaman'] : [])],
  };
}

class OpenDocumentReader implements XmlReader {
  html = '';
  readonly pictures: Uint8Array[] = [];
  readonly dropped = new Set<string>();
  readonly #parts: Parts;
  readonly #styles: OpenDocumentStyles;
  readonly #closers: string[] = [];
  /** The styles of the lists that are open; one within another follows it. */
  readonly #lists: string[] = [];
  /** Within a note, which stands in brackets in its sentence. */
  #notes = 0;
  #silent = 0;
  #isInText = false;
  /** The picture of the frame that is open, written once its description was read. */
  #picture: { index: number; title: string; description: string } | undefined;
  #description: 'title' | 'description' | undefined;

  constructor(parts: Parts, styles: OpenDocumentStyles) {
    this.#parts = parts;
    this.#styles = styles;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.#silent > 0 || unread.has(name) || isHiddenSection(name, attributes)) {
      this.#silent += 1;
      if (name === 'office:annotation') this.dropped.add('Komentar');
      if (/hidden|section/.test(name)) this.dropped.add('Bagian yang disembunyikan penulisnya');
      if (name === 'draw:object') throw refuse('embedded');
      return;
    }
    if (name === 'office:text') this.#isInText = true;
    if (this.#isInText) this.#openText(name, attributes);
    else this.#styles.open(name, attributes);
  };

  close = (name: string): void => {
    if (this.#silent > 0) {
      this.#silent -= 1;
      return;
    }
    if (!this.#isInText) return;
    if (name === 'svg:title' || name === 'svg:desc') this.#description = undefined;
    if (name === 'text:list') this.#lists.pop();
    if (name === 'text:note-body') {
      this.#notes -= 1;
      const words = this.html.trimEnd();
      this.html = words.endsWith('.') ? words.slice(0, -1) : words;
    }
    if (name === 'draw:frame' && this.#picture !== undefined) {
      const { index, title, description } = this.#picture;
      this.#write(`<img src="gambar:${index}" alt="${escaped(description || title)}">`);
      this.#picture = undefined;
    }
    this.html += this.#closers.pop() ?? '';
    if (name === 'office:text') this.#isInText = false;
  };

  text = (text: string): void => {
    if (!this.#isInText || this.#silent > 0) return;
    if (this.#description === undefined) this.#write(escaped(text));
    else if (this.#picture !== undefined) {
      this.#picture[this.#description] = `${this.#picture[this.#description]} ${text}`.trim().slice(0, 1_000);
    }
  };

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
      case 'text:p':
        return this.#paragraph(attributes['text:style-name'] ?? '');
      case 'text:list': {
        const style = attributes['text:style-name'] ?? this.#lists.at(-1) ?? '';
        this.#lists.push(style);
        return around(this.#styles.isNumbered(style, this.#lists.length) ? 'ol' : 'ul');
      }
      case 'text:a':
        return { opening: `<a href="${escaped(attributes['xlink:href'] ?? '')}">`, closing: '</a>' };
      case 'text:span':
        return {
          opening: `<span${this.#styles.attribute(attributes['text:style-name'] ?? '')}>`,
          closing: '</span>',
        };
      case 'text:note-body':
        this.#notes += 1;
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
        this.#description = name === 'svg:title' ? 'title' : 'description';
        return { opening: '', closing: '' };
      default:
        return { opening: '', closing: '' };
    }
  }

  #paragraph(style: string): { opening: string; closing: string } {
    if (this.#notes > 0) return { opening: '', closing: ' ' };
    if (this.#styles.isTitle(style)) return around('h1');
    return { opening: `<p${this.#styles.attribute(style)}>`, closing: '</p>' };
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
    this.#picture = { index: this.pictures.length - 1, title: '', description: '' };
  }

  #write(html: string): void {
    if (this.html.length > importLimits.html) throw refuse('too_long');
    this.html += html;
  }
}

function around(tag: string): { opening: string; closing: string } {
  return { opening: `<${tag}>`, closing: `</${tag}>` };
}

function spansOf(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name !== 'table:table-cell') return '';
  const number = (key: string) => /^\d{1,3}$/.exec(attributes[key] ?? '')?.[0];
  // An empty cell said once for several is as good as one that spans them.
  const across = number('table:number-columns-spanned') ?? number('table:number-columns-repeated');
  const down = number('table:number-rows-spanned');
  return `${across === undefined ? '' : ` colspan="${across}"`}${down === undefined ? '' : ` rowspan="${down}"`}`;
}

function isHiddenSection(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'text:section' && /^(?:none|condition)$/.test(attributes['text:display'] ?? '');
}

/** Whether the pages have heads or feet with words in them. */
class PageHeads implements XmlReader {
  hasWords = false;
  #depth = 0;

  open = (name: string): void => {
    if (this.#depth > 0 || /^style:(?:header|footer)(?:-left|-first)?$/.test(name)) this.#depth += 1;
  };
  close = (): void => {
    if (this.#depth > 0) this.#depth -= 1;
  };
  text = (text: string): void => {
    if (this.#depth > 0 && text.trim() !== '') this.hasWords = true;
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
