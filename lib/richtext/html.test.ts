import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLinks, hostileMarkup } from '../testing/attack-corpus.ts';
import { hostileDocuments } from '../testing/hostile-documents.ts';
import { foreignMarkup, textOf } from '../testing/markup-oracle.ts';
import { anyDocument } from '../testing/rich-documents.ts';
import { parseDocument } from './document.ts';
import { toHtml } from './html.ts';
import type { RichDocument } from './rich-nodes.ts';
import type { Surroundings } from './surroundings.ts';

const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const assetHash = 'a'.repeat(64);
const articleId = '01890a5d-ac96-774b-bcce-b302099a8059';

const around: Surroundings = {
  photo: () => ({ path: '/media/r/foto.jpg', width: 960, height: 640 }),
  document: () => ({ path: '/media/d/surat.pdf', size: '1,2 MB' }),
  article: (id) =>
    id === articleId ? { path: '/berita/pasar', title: 'Pasar <buka>', when: 'Rabu', venue: 'Aula' } : null,
  address: (path) => `https://warta.example${path}`,
};

const allowed = {
  ...Object.fromEntries(
    ['p', 'h2', 'h3', 'ul', 'li', 'strong', 'br', 'blockquote', 'footer', 'figure', 'figcaption', 'aside'].map(
      (name) => [name, []],
    ),
  ),
  ...Object.fromEntries(['dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tr', 'td'].map((name) => [name, []])),
  ol: ['start'],
  em: ['lang'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height'],
  th: ['scope'],
};

function body(...content: unknown[]): RichDocument {
  const parsed = parseDocument({ type: 'doc', content });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.document;
}

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({ type, content: [text(words)] });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const figure = (attrs: Record<string, unknown> = {}) => ({ type: 'figure', attrs: { assetId, assetHash, ...attrs } });
const card = {
  type: 'documentCard',
  attrs: { assetId, assetHash, title: 'Surat edaran', description: 'Tiga halaman.' },
};

test.each([
  [
    'another article is named as it stands now',
    { type: 'relatedArticle', attrs: { articleId, title: 'Judul lama' } },
    '<p><strong>Baca juga:</strong> <a href="https://warta.example/berita/pasar">Pasar &lt;buka&gt;</a></p>',
  ],
  [
    'what of it is gone is not named',
    { type: 'relatedArticle', attrs: { articleId: assetId, title: 'Judul lama' } },
    '',
  ],
  [
    'an event says when and where',
    { type: 'agendaEvent', attrs: { articleId, title: 'Judul lama', when: 'Senin' } },
    '<p><strong>Agenda:</strong> <a href="https://warta.example/berita/pasar">Pasar &lt;buka&gt;</a></p><p>Rabu, Aula</p>',
  ],
  [
    'a path becomes an address',
    paragraph(text('x', link('/berita/x'))),
    '<p><a href="https://warta.example/berita/x">x</a></p>',
  ],
  [
    'a link to elsewhere lends no standing',
    paragraph(text('x', link('https://lain.example/?a=1&b=2'))),
    '<p><a href="https://lain.example/?a=1&amp;b=2" rel="nofollow noopener">x</a></p>',
  ],
  [
    'a photo with its size',
    figure({ alt: '"Antrean"', caption: 'Di loket.', credit: 'Humas' }),
    '<figure><img src="https://warta.example/media/r/foto.jpg" alt="&quot;Antrean&quot;" width="960" height="640"><figcaption>Di loket. Foto: Humas</figcaption></figure>',
  ],
  [
    'a decorative photo',
    figure({ alt: 'x', decorative: true }),
    '<figure><img src="https://warta.example/media/r/foto.jpg" alt="" width="960" height="640"></figure>',
  ],
  [
    'a gallery',
    { type: 'gallery', attrs: { caption: 'Pembukaan' }, content: [figure({ alt: 'a' })] },
    '<figure><figcaption>Pembukaan</figcaption><figure><img src="https://warta.example/media/r/foto.jpg" alt="a" width="960" height="640"></figure></figure>',
  ],
  [
    'a table',
    {
      type: 'table',
      attrs: { caption: 'Harga' },
      content: [
        row(cell('tableHeader', 'Pasar'), { type: 'tableHeader' }),
        row(cell('tableHeader', 'A'), cell('tableCell', '1')),
      ],
    },
    '<table><caption>Harga</caption><thead><tr><th scope="col">Pasar</th><td></td></tr></thead><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>',
  ],
  [
    'an info box',
    { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph(text('KTP'))] },
    '<aside><h3>Syarat</h3><p>KTP</p></aside>',
  ],
  [
    'a timeline',
    {
      type: 'timeline',
      content: [{ type: 'timelineItem', attrs: { when: '1957' }, content: [paragraph(text('Berdiri.'))] }],
    },
    '<ol><li><p><strong>1957</strong></p><p>Berdiri.</p></li></ol>',
  ],
  [
    'key numbers',
    { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '10', label: 'kabupaten', source: 'BPS' } }] },
    '<dl><dt>kabupaten (sumber: BPS)</dt><dd>10</dd></dl>',
  ],
  [
    'a document',
    card,
    '<p><a href="https://warta.example/media/d/surat.pdf">Surat edaran</a> (PDF, 1,2 MB)</p><p>Tiga halaman.</p>',
  ],
  [
    'a quote',
    { type: 'quote', attrs: { speaker: 'Siti' }, content: [text('Siap.')] },
    '<blockquote><p>Siap.</p><footer>Siti</footer></blockquote>',
  ],
])('%s', (_name, block, html) => {
  expect(toHtml(body(block), around)).toBe(html);
});

test('a pull quote is left out where the text says its words', () => {
  const lifted = { type: 'pullQuote', content: [text('Kami siap.')] };
  expect(toHtml(body(lifted), around)).toBe('<aside><p>Kami siap.</p></aside>');
  expect(toHtml(body(paragraph(text('“Kami siap,” katanya.')), lifted), around)).not.toContain('aside');
});

test('what is no longer shown is left out', () => {
  const gone: Surroundings = { ...around, photo: () => null, document: () => null };
  expect(toHtml(body(figure({ caption: 'a' }), { type: 'gallery', content: [figure()] }, card), gone)).toBe('');
});

test('an address that is none of the web is never written', () => {
  const astray: Surroundings = { ...around, address: () => 'javascript:alert(1)' };
  const html = toHtml(body(paragraph(text('kata', link('/x'))), figure(), card), astray);
  expect(html).toBe('<p>kata</p>');
});

test('any valid document becomes plain markup with all its words', () => {
  fc.assert(
    fc.property(anyDocument, (sent) => {
      const document = body(...sent.content);
      const html = toHtml(document, around);
      expect(foreignMarkup(html, allowed)).toEqual([]);
      expect(toHtml(body(...document.content), around)).toBe(html);
      const drawn = textOf(html);
      for (const block of document.content) {
        for (const words of JSON.stringify(block.type === 'pullQuote' ? {} : block).matchAll(
          /"text":("(?:[^"\\]|\\.)*")/g,
        )) {
          if (String(JSON.parse(words[1] ?? '""')).trim() !== '') expect(drawn).toContain(JSON.parse(words[1] ?? '""'));
        }
      }
    }),
    { numRuns: 200 },
  );
});

describe('hostile input', () => {
  test.each(hostileMarkup.map((words) => [words.slice(0, 80), words]))('%j as words stays words', (_name, words) => {
    const html = toHtml(
      body(
        paragraph(text(words), text(words, { type: 'bold' })),
        figure({ alt: words, caption: words, credit: words }),
        { type: 'gallery', attrs: { caption: words }, content: [figure({ alt: words })] },
        {
          type: 'table',
          attrs: { caption: words },
          content: [row(cell('tableHeader', words)), row(cell('tableCell', words))],
        },
        { type: 'pullQuote', attrs: { by: words }, content: [text(words)] },
        { type: 'infoBox', attrs: { title: words }, content: [paragraph(text(words))] },
        {
          type: 'timeline',
          content: [{ type: 'timelineItem', attrs: { when: words }, content: [paragraph(text(words))] }],
        },
        { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: words, label: words, source: words } }] },
        { type: 'documentCard', attrs: { assetId, assetHash, title: words, description: words } },
      ),
      around,
    );
    expect(foreignMarkup(html, allowed)).toEqual([]);
    expect(html.toLowerCase()).not.toContain('<script');
  });

  test.each([...hostileLinks, ...hostileMarkup].map((href) => [href.slice(0, 80), href]))(
    '%j as an address leads nowhere',
    (_name, href) => {
      // Straight to the writer, as if the row had been written past every check.
      const written: RichDocument = {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'kata', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      };
      expect(toHtml(written, around)).toBe('<p>kata</p>');
    },
  );

  test.each(hostileDocuments.map((json) => [json.slice(0, 100), json]))(
    '%s past every check writes nothing active',
    (_name, json) => {
      const written: RichDocument = JSON.parse(json);
      expect(foreignMarkup(writtenOrRefused(written), allowed)).toEqual([]);
    },
  );
});

/** A document no check would pass may break the writer, which then writes nothing at all. */
function writtenOrRefused(document: RichDocument): string {
  try {
    return toHtml(document, around);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return '';
  }
}
