import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { cleanText } from '#lib/richtext/clean-text.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { richTextSchema } from '#lib/richtext/schema.ts';
import { hostileLinks, hostileMarkup } from '#lib/testing/attack-corpus.ts';
import { hostileDocuments } from '#lib/testing/hostile-documents.ts';
import { elementsOf, foreignMarkup, textOf } from '#lib/testing/markup-oracle.ts';
import { anyDocument } from '#lib/testing/rich-documents.ts';
import { RichText } from './rich-text.tsx';

const allowed = {
  p: ['class'],
  h2: ['id', 'class'],
  h3: ['id', 'class'],
  ul: [],
  ol: ['start', 'class'],
  li: [],
  strong: [],
  em: ['lang'],
  br: [],
  a: ['href', 'rel'],
  blockquote: ['class'],
  footer: ['class'],
  cite: ['class'],
  span: ['class', 'id'],
  figure: ['class'],
  figcaption: ['class'],
  picture: [],
  img: ['src', 'alt'],
  section: ['class', 'tabindex', 'aria-label', 'aria-labelledby'],
  aside: ['class', 'aria-label', 'aria-labelledby', 'aria-hidden'],
  div: ['class'],
  dl: ['class'],
  dt: [],
  dd: [],
  small: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: [],
};

const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const assetHash = 'a'.repeat(64);

function html(document: RichDocument, opening?: string): string {
  return renderToStaticMarkup(
    <RichText
      document={document}
      opening={opening}
      figure={({ assetId: id, alt, decorative }) => (
        <picture>
          <img src={`/media/${id}`} alt={decorative ? '' : alt} />
        </picture>
      )}
      file={(id) => ({ href: `/media/${id}.pdf`, bytes: 1_234_567 })}
      linked={() => ({ path: '/berita/pasar', title: 'Pasar buka', when: 'Rabu', venue: 'Aula' })}
    />,
  );
}

function body(...content: unknown[]): RichDocument {
  const parsed = parseDocument({ type: 'doc', content });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.document;
}

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });

describe('each part', () => {
  test.each([
    ['a paragraph', paragraph(text('Banjir surut.')), '<p>Banjir surut.</p>'],
    ['an empty paragraph is not drawn', { type: 'paragraph' }, ''],
    ['a line break', paragraph(text('a'), { type: 'hardBreak' }, text('b')), '<p>a<br/>b</p>'],
    ['a subhead', { type: 'heading', attrs: { level: 2 }, content: [text('Jadwal')] }, '<h2>Jadwal</h2>'],
    ['a lower subhead', { type: 'heading', attrs: { level: 3 }, content: [text('Loket')] }, '<h3>Loket</h3>'],
    [
      'a list within a list',
      list('bulletList', paragraph(text('a')), list('orderedList', paragraph(text('b')))),
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
    ],
    [
      'an item of two paragraphs',
      list('bulletList', paragraph(text('a')), paragraph(text('b'))),
      '<ul><li><p>a</p><p>b</p></li></ul>',
    ],
    [
      'a list that goes on from three',
      { ...list('orderedList', paragraph(text('a'))), attrs: { start: 3 } },
      '<ol start="3"><li>a</li></ol>',
    ],
    [
      'a quote with speaker',
      { type: 'quote', attrs: { speaker: 'Siti', speakerRole: 'Kepala Dinas' }, content: [text('Siap.')] },
      '<blockquote class="quote"><p>Siap.</p><footer class="quote-speaker"><cite class="quote-name">Siti</cite>, <span class="quote-role">Kepala Dinas</span></footer></blockquote>',
    ],
    [
      'a quote without speaker',
      { type: 'quote', content: [text('Siap.')] },
      '<blockquote class="quote"><p>Siap.</p></blockquote>',
    ],
    [
      'a photo',
      { type: 'figure', attrs: { assetId, assetHash, alt: 'Loket', caption: 'Antrean.', credit: 'Humas' } },
      `<figure class="picture"><picture><img src="/media/${assetId}" alt="Loket"/></picture><figcaption class="picture-caption"><span class="caption">Antrean.</span> <span class="credit">Foto: Humas</span></figcaption></figure>`,
    ],
    [
      'a decorative photo without words',
      { type: 'figure', attrs: { assetId, assetHash, alt: 'x', decorative: true } },
      `<figure class="picture"><picture><img src="/media/${assetId}" alt=""/></picture></figure>`,
    ],
    [
      'words in another language',
      paragraph(
        text('smart city', { type: 'italic', attrs: { lang: 'en' } }),
        text(' '),
        text('baru', { type: 'italic' }),
      ),
      '<p><em lang="en">smart city</em> <em>baru</em></p>',
    ],
    [
      'one link around words of several kinds',
      paragraph(
        text('baca ', link('/berita/x')),
        text('semua', { type: 'bold' }, link('/berita/x')),
        text(' lalu', link('/berita/y')),
      ),
      '<p><a href="/berita/x">baca <strong>semua</strong></a><a href="/berita/y"> lalu</a></p>',
    ],
    [
      'a link to another site, which lends it no standing',
      paragraph(text('situs', link('https://contoh.id/?a=1&b=2'))),
      '<p><a href="https://contoh.id/?a=1&amp;b=2" rel="nofollow noopener">situs</a></p>',
    ],
    [
      'a gallery',
      { type: 'gallery', attrs: { caption: 'Pembukaan' }, content: [photo('Tari'), photo('Musik')] },
      `<figure class="gallery"><section class="gallery-row" tabindex="0" aria-label="Galeri foto: Pembukaan"><ul><li>${drawnPhoto('Tari')}</li><li>${drawnPhoto('Musik')}</li></ul></section><figcaption class="picture-caption"><span class="caption">Pembukaan </span><span class="gallery-count">· 2 foto</span></figcaption></figure>`,
    ],
    ['a gallery without photos is not drawn', { type: 'gallery', content: [] }, ''],
    [
      'a table with its caption, heads and an empty corner',
      table('Harga beras', [head(), head('Harga')], [head('Segiri'), cell('Rp15.000')]),
      '<section class="table-scroll" tabindex="0" aria-labelledby="isi-1"><table><caption><span id="isi-1">Harga beras</span></caption><thead><tr><td></td><th scope="col">Harga</th></tr></thead><tbody><tr><th scope="row">Segiri</th><td>Rp15.000</td></tr></tbody></table></section>',
    ],
    [
      'a table nobody finished',
      table('', [cell('a')]),
      '<section class="table-scroll" tabindex="0" aria-label="Tabel"><table><tbody><tr><td>a</td></tr></tbody></table></section>',
    ],
    [
      'a pull quote of its own words',
      { type: 'pullQuote', attrs: { by: 'Siti' }, content: [text('Siap.', link('/x'))] },
      '<aside class="pull-quote"><p><a href="/x">Siap.</a></p><p class="pull-quote-by">Siti</p></aside>',
    ],
    [
      'an info box',
      { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph(text('KTP'))] },
      '<aside class="info-box" aria-labelledby="isi-1"><h2 id="isi-1" class="info-box-title">Syarat</h2><p>KTP</p></aside>',
    ],
    [
      'an info box without title',
      { type: 'infoBox', content: [paragraph(text('KTP'))] },
      '<aside class="info-box" aria-label="Kotak informasi"><p>KTP</p></aside>',
    ],
    [
      'a timeline',
      {
        type: 'timeline',
        content: [{ type: 'timelineItem', attrs: { when: '1957' }, content: [paragraph(text('Berdiri.'))] }],
      },
      '<ol class="timeline"><li><p class="timeline-when">1957</p><p>Berdiri.</p></li></ol>',
    ],
    [
      'key numbers, but none without a name',
      {
        type: 'keyNumbers',
        content: [
          { type: 'keyNumber', attrs: { value: '10', label: 'kabupaten', source: 'BPS' } },
          { type: 'keyNumber', attrs: { value: '3' } },
        ],
      },
      '<dl class="key-numbers"><div><dt>kabupaten<small> Sumber: BPS</small></dt><dd>10</dd></div></dl>',
    ],
    [
      'a document',
      { type: 'documentCard', attrs: { assetId, assetHash, title: 'Surat edaran', description: 'Tiga halaman.' } },
      `<div class="document-card"><p class="document-title"><a href="/media/${assetId}.pdf">Surat edaran <span class="document-size">(PDF, 1,2 MB)</span></a></p><p>Tiga halaman.</p></div>`,
    ],
    ['a telephone number', paragraph(text('112', link('tel:112'))), '<p><a href="tel:112">112</a></p>'],
  ])('%s', (_name, block, expected) => {
    expect(html(body(block))).toBe(expected);
  });

  test.each([
    ['runs in before the first paragraph', [paragraph(text('Isi.'))], '<p>Samarinda – Isi.</p>'],
    [
      'passes by subheads and empty paragraphs',
      [
        { type: 'heading', attrs: { level: 2 }, content: [text('Jadwal')] },
        { type: 'paragraph' },
        paragraph(text('Isi.')),
      ],
      '<h2>Jadwal</h2><p>Samarinda – Isi.</p>',
    ],
    [
      'passes by what stands beside the text',
      [{ type: 'pullQuote', content: [text('Siap.')] }, paragraph(text('Isi.'))],
      '<aside class="pull-quote"><p>Siap.</p></aside><p>Samarinda – Isi.</p>',
    ],
    [
      'stands before a list with which the text begins',
      [list('bulletList', paragraph(text('a'))), paragraph(text('Isi.'))],
      '<p>Samarinda – </p><ul><li>a</li></ul><p>Isi.</p>',
    ],
  ])('the opening %s', (_name, blocks, expected) => {
    expect(html(body(...blocks), 'Samarinda – ')).toBe(expected);
  });

  test('a pull quote whose words stand in the text is for the eye alone, and holds no link', () => {
    const said = paragraph(text('Kepala dinas berkata, “Kami siap, kapan pun,” pada Senin.'));
    const lifted = { type: 'pullQuote', content: [text('Kami siap,'), text(' kapan pun.', link('/x'))] };
    expect(html(body(said, lifted))).toContain(
      '<aside class="pull-quote" aria-hidden="true"><p>Kami siap, kapan pun.</p></aside>',
    );
    expect(html(body(paragraph(text('Kami siapkan.')), lifted))).not.toContain('aria-hidden');
  });

  test('the heading of an info box goes below the subhead it stands under', () => {
    const box = { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph(text('KTP'))] };
    const subhead = { type: 'heading', attrs: { level: 2 }, content: [text('Layanan')] };
    expect(html(body(subhead, box))).toContain('<h3 id="isi-2" class="info-box-title">');
  });

  test('a document that is gone, or cannot be fetched here, is named without a link', () => {
    const card = body({ type: 'documentCard', attrs: { assetId, assetHash, title: 'Surat' } });
    const drawn = (file?: () => null) =>
      renderToStaticMarkup(<RichText document={card} figure={() => null} {...(file && { file })} />);
    expect(drawn(() => null)).toBe(
      '<div class="document-card"><p class="document-title">Surat</p><p>Dokumen ini tidak lagi ditampilkan.</p></div>',
    );
    expect(drawn()).toBe('<div class="document-card"><p class="document-title">Surat</p></div>');
  });

  test('every node and mark of the schema is drawn', () => {
    const drawn = new Set(elementsOf(html(body(...everything()))).map(({ tagName }) => tagName));
    expect([...drawn].toSorted()).toEqual(Object.keys(allowed).toSorted());
    const used = new Set(JSON.stringify(everything()).match(/(?<="type":")\w+/g));
    const known = [...Object.keys(richTextSchema.nodes), ...Object.keys(richTextSchema.marks)];
    expect([...used, 'doc'].toSorted()).toEqual(known.toSorted());
  });
});

test('any valid document becomes plain semantic markup with all its words', () => {
  fc.assert(
    fc.property(anyDocument, (sent) => {
      const document = body(...sent.content);
      const drawn = html(document);
      expect(foreignMarkup(drawn, allowed)).toEqual([]);
      const read = textOf(drawn);
      for (const words of JSON.stringify(document).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)) {
        expect(read).toContain(JSON.parse(words[1] ?? '""'));
      }
    }),
    { numRuns: 150 },
  );
});

describe('hostile input', () => {
  test('there is enough of it', () => {
    expect(new Set([...hostileMarkup, ...hostileLinks]).size).toBeGreaterThanOrEqual(250);
    expect(new Set(hostileDocuments).size).toBeGreaterThanOrEqual(150);
  });

  test.each(hostileMarkup.map((words) => [words.slice(0, 80), words]))('%j as words stays words', (_name, words) => {
    const drawn = html(
      body(
        paragraph(text(words), text(words, { type: 'bold' })),
        { type: 'heading', attrs: { level: 2 }, content: [text(words)] },
        list('bulletList', paragraph(text(words))),
        { type: 'quote', attrs: { speaker: words, speakerRole: words }, content: [text(words)] },
        { type: 'figure', attrs: { assetId, assetHash, alt: words, caption: words, credit: words } },
        ...newerBlocks(words),
      ),
    );
    expect(foreignMarkup(drawn, allowed)).toEqual([]);
    const clean = cleanText(words);
    expect(textOf(drawn).split(clean).length - 1).toBeGreaterThanOrEqual(8 + 15);
    expect(elementsOf(drawn).find(({ tagName }) => tagName === 'img')?.attrs).toContainEqual({
      name: 'alt',
      value: clean,
    });
  });

  test.each([...hostileLinks, ...hostileMarkup].map((href) => [href.slice(0, 80), href]))(
    '%j as an address leads nowhere',
    (_name, href) => {
      // Straight to the renderer, as if the row had been written past every check.
      const written: RichDocument = {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'kata', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      };
      expect(html(written)).toBe('<p>kata</p>');
    },
  );

  test.each(hostileDocuments.map((json) => [json.slice(0, 100), json]))(
    '%s past every check draws nothing active',
    (_name, json) => {
      const written: RichDocument = JSON.parse(json);
      expect(foreignMarkup(drawnOrRefused(written), allowed)).toEqual([]);
    },
  );
});

/** A document no check would pass may break the renderer, which then draws nothing at all. */
function drawnOrRefused(document: RichDocument): string {
  try {
    return html(document);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return '';
  }
}

function list(type: 'bulletList' | 'orderedList', ...item: unknown[]) {
  return { type, content: [{ type: 'listItem', content: item }] };
}

function everything(): unknown[] {
  return [
    paragraph(
      text('a', { type: 'bold' }),
      { type: 'hardBreak' },
      text('b', { type: 'italic', attrs: { lang: 'en' } }),
      text('c', link('/x')),
    ),
    { type: 'heading', attrs: { level: 2 }, content: [text('a')] },
    { type: 'heading', attrs: { level: 3 }, content: [text('a')] },
    list('bulletList', paragraph(text('a')), list('orderedList', paragraph(text('b')))),
    { type: 'quote', attrs: { speaker: 'a', speakerRole: 'b' }, content: [text('c')] },
    { type: 'figure', attrs: { assetId, assetHash, alt: 'a', caption: 'b', credit: 'c' } },
    ...newerBlocks('a'),
    { type: 'relatedArticle', attrs: { articleId: assetId, title: 'a' } },
    { type: 'agendaEvent', attrs: { articleId: assetId, title: 'a' } },
  ];
}

/** Each of the newer blocks, with these words everywhere: 15 places that are read. */
function newerBlocks(words: string): unknown[] {
  return [
    { type: 'gallery', attrs: { caption: words }, content: [photo(words), photo(words)] },
    table(words, [head(words)], [cell(words)]),
    { type: 'pullQuote', attrs: { by: words }, content: [text(words)] },
    { type: 'infoBox', attrs: { title: words }, content: [paragraph(text(words))] },
    {
      type: 'timeline',
      content: [{ type: 'timelineItem', attrs: { when: words }, content: [paragraph(text(words))] }],
    },
    { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: words, label: words, source: words } }] },
    { type: 'documentCard', attrs: { assetId, assetHash, title: words, description: words } },
  ];
}

function photo(caption: string) {
  return { type: 'figure', attrs: { assetId, assetHash, alt: 'foto', caption } };
}

function drawnPhoto(caption: string): string {
  return `<figure class="picture"><picture><img src="/media/${assetId}" alt="foto"/></picture><figcaption class="picture-caption"><span class="caption">${caption}</span></figcaption></figure>`;
}

function table(caption: string, ...rows: unknown[][]) {
  return { type: 'table', attrs: { caption }, content: rows.map((content) => ({ type: 'tableRow', content })) };
}

function head(words?: string) {
  return { type: 'tableHeader', ...(words && { content: [text(words)] }) };
}

function cell(words: string) {
  return { type: 'tableCell', content: [text(words)] };
}
