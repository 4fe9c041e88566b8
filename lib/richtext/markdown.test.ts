import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLinks, hostileMarkup } from '../testing/attack-corpus.ts';
import { anyDocument } from '../testing/rich-documents.ts';
import { parseDocument } from './document.ts';
import { toMarkdown } from './markdown.ts';
import type { RichDocument } from './rich-nodes.ts';
import type { Surroundings } from './surroundings.ts';

const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const assetHash = 'a'.repeat(64);
const articleId = '01890a5d-ac96-774b-bcce-b302099a8059';

const around: Surroundings = {
  photo: () => ({ path: '/media/foto.jpg', width: 960, height: 640 }),
  document: () => ({ path: '/media/surat.pdf', size: '1,2 MB' }),
  article: (id) =>
    id === articleId ? { path: '/berita/pasar', title: 'Pasar _buka_', when: 'Rabu', venue: 'Aula' } : null,
  address: (path) => `https://warta.example${path}`,
};

function markdown(...content: unknown[]): string {
  const parsed = parseDocument({ type: 'doc', content });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return toMarkdown(parsed.document, around).trimEnd();
}

const bold = { type: 'bold' };
const italic = { type: 'italic' };
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const cell = (type: 'tableHeader' | 'tableCell', ...content: unknown[]) => ({ type, content });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const figure = (attrs: Record<string, unknown> = {}) => ({ type: 'figure', attrs: { assetId, assetHash, ...attrs } });
const lineBreak = { type: 'hardBreak' };

describe('blocks', () => {
  test.each([
    [
      'another article',
      [{ type: 'relatedArticle', attrs: { articleId, title: 'Judul lama' } }],
      '**Baca juga:** [Pasar \\_buka\\_](<https://warta.example/berita/pasar>)',
    ],
    [
      'another article that is gone',
      [{ type: 'relatedArticle', attrs: { articleId: assetId, title: 'Judul lama' } }],
      '',
    ],
    [
      'an event',
      [{ type: 'agendaEvent', attrs: { articleId, title: 'Judul lama' } }],
      '**Agenda:** [Pasar \\_buka\\_](<https://warta.example/berita/pasar>)\n\nRabu, Aula',
    ],
    [
      'a subhead',
      [{ type: 'heading', attrs: { level: 3 }, content: [text('Loket'), lineBreak, text('baru #')] }],
      '### Loket baru \\#',
    ],
    ['a line break', [paragraph(text('a'), lineBreak, lineBreak, text('- b'), lineBreak)], 'a\\\n\\- b'],
    [
      'a list within a list',
      [
        {
          type: 'bulletList',
          content: [
            item(paragraph(text('KTP')), {
              type: 'orderedList',
              attrs: { start: 9 },
              content: [item(paragraph(text('asli'))), item(paragraph(text('salinan')))],
            }),
            item(paragraph(text('KK'))),
          ],
        },
      ],
      '- KTP\n\n  9. asli\n  10. salinan\n- KK',
    ],
    [
      'two lists, which do not become one',
      [
        { type: 'bulletList', content: [item(paragraph(text('a')))] },
        { type: 'bulletList', content: [item(paragraph(text('b')))] },
      ],
      '- a\n\n* b',
    ],
    [
      'a quote',
      [{ type: 'quote', attrs: { speaker: 'Siti', speakerRole: 'Camat' }, content: [text('Siap.')] }],
      '> Siap.\n>\n> — Siti, Camat',
    ],
    [
      'a photo',
      [figure({ alt: 'Antre [an]', caption: 'Di loket.', credit: 'Humas' })],
      '![Antre \\[an\\]](<https://warta.example/media/foto.jpg>)\n\nDi loket. Foto: Humas',
    ],
    [
      'a gallery',
      [{ type: 'gallery', attrs: { caption: 'Pembukaan' }, content: [figure({ alt: 'a' })] }],
      '**Pembukaan**\n\n![a](<https://warta.example/media/foto.jpg>)',
    ],
    [
      'a table',
      [
        {
          type: 'table',
          attrs: { caption: 'Harga' },
          content: [
            row(cell('tableHeader', text('Pasar')), cell('tableHeader')),
            row(cell('tableCell', text('A|B'), lineBreak, text('C')), cell('tableCell', text('1', bold))),
          ],
        },
      ],
      '**Harga**\n\n| Pasar |  |\n| --- | --- |\n| A\\|B C | **1** |',
    ],
    [
      'a table without heads',
      [{ type: 'table', content: [row(cell('tableCell', text('a')))] }],
      '|  |\n| --- |\n| a |',
    ],
    [
      'an info box',
      [{ type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph(text('KTP'))] }],
      '> **Syarat**\n>\n> KTP',
    ],
    [
      'a timeline',
      [
        {
          type: 'timeline',
          content: [{ type: 'timelineItem', attrs: { when: '1957' }, content: [paragraph(text('Berdiri.'))] }],
        },
      ],
      '- **1957**\n\n  Berdiri.',
    ],
    [
      'key numbers',
      [
        {
          type: 'keyNumbers',
          content: [{ type: 'keyNumber', attrs: { value: '10', label: 'kabupaten', source: 'BPS' } }],
        },
      ],
      '- **10** kabupaten (sumber: BPS)',
    ],
    [
      'a document',
      [{ type: 'documentCard', attrs: { assetId, assetHash, title: 'Surat', description: 'Tiga halaman.' } }],
      '[Surat](<https://warta.example/media/surat.pdf>) (PDF, 1,2 MB)\n\nTiga halaman.',
    ],
    [
      'an empty item, which would be read as a rule',
      [{ type: 'bulletList', content: [item({ type: 'paragraph' })] }],
      '',
    ],
  ])('%s', (_name, blocks, expected) => {
    expect(markdown(...blocks)).toBe(expected);
  });
});

describe('words', () => {
  test.each([
    ['# bukan subjudul', '\\# bukan subjudul'],
    ['1. bukan daftar', '1\\. bukan daftar'],
    ['2) bukan daftar', '2\\) bukan daftar'],
    ['- + = : di awal', '\\- + = : di awal'],
    ['= garis', '\\= garis'],
    ['    bukan kode', 'bukan kode'],
    ['*bintang* _garis_ `kode` ~~coret~~', '\\*bintang\\* \\_garis\\_ \\`kode\\` \\~\\~coret\\~\\~'],
    ['<b>a</b> &amp; R&D', '\\<b\\>a\\</b\\> \\&amp; R&D'],
    ['![a](b) [x]', '!\\[a\\](b) \\[x\\]'],
    ['lihat https://a.example atau www.b.example', 'lihat https\\://a.example atau www\\.b.example'],
    ['surel humas@contoh.id', 'surel humas\\@contoh.id'],
    ['a\\b', 'a\\\\b'],
    ['Rp1.500 (pukul 08.00–10.00)!', 'Rp1.500 (pukul 08.00–10.00)!'],
  ])('%j', (words, expected) => {
    expect(markdown(paragraph(text(words)))).toBe(expected);
  });

  test.each([
    ['spaces go outside', [text('a'), text(' tebal ', bold), text('b')], 'a **tebal** b'],
    ['within a word there is no emphasis', [text('ta'), text('teb', bold), text('al')], 'tatebal'],
    ['a mark within a mark', [text('a '), text('b', bold), text(' c', bold, italic)], 'a **b _c_**'],
    ['a link', [text('baca '), text('ini', link('/x'), bold)], 'baca [**ini**](<https://warta.example/x>)'],
    ['a link is no picture', [text('Hadir!'), text('ini', link('/x'))], 'Hadir\\![ini](<https://warta.example/x>)'],
    ['a link around nothing', [text('a'), text(' ', link('/x')), text('b')], 'a b'],
  ])('%s', (_name, content, expected) => {
    expect(markdown(paragraph(...content))).toBe(expected);
  });

  test('a pull quote is left out where the text says its words', () => {
    const lifted = { type: 'pullQuote', attrs: { by: 'Siti' }, content: [text('Kami siap.')] };
    expect(markdown(lifted)).toBe('> Kami siap.\n>\n> — Siti');
    expect(markdown(paragraph(text('“Kami siap,” katanya.')), lifted)).toBe('“Kami siap,” katanya.');
  });

  test('what is no longer shown is left out', () => {
    const parsed = parseDocument({
      type: 'doc',
      content: [figure(), { type: 'gallery', attrs: { caption: 'a' }, content: [figure()] }],
    });
    expect(parsed.ok && toMarkdown(parsed.document, { ...around, photo: () => null })).toBe('');
  });
});

describe('hostile input', () => {
  /** Signs that can begin markup, outside of what is escaped. */
  const active = (line: string) => line.replace(/\\[!-/:-@[-`{-~]/g, '').match(/[<>`*_[\]~|#]/g) ?? [];

  test.each(hostileMarkup.map((words) => [words.slice(0, 80), words]))('%j as words stays words', (_name, words) => {
    for (const line of markdown(paragraph(text(words))).split('\n')) {
      expect(active(line)).toEqual([]);
      expect(line).not.toMatch(/^(?:[-+=:]|\d+[.)])|^\s/);
    }
  });

  test.each([...hostileLinks, ...hostileMarkup].map((href) => [href.slice(0, 80), href]))(
    '%j as an address leads nowhere',
    (_name, href) => {
      const written: RichDocument = {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'kata', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      };
      expect(toMarkdown(written, around)).toBe('kata\n');
    },
  );

  test('no valid document lets an angle bracket or a heading through but ours', () => {
    fc.assert(
      fc.property(anyDocument, (sent) => {
        for (const line of markdown(...sent.content).split('\n')) {
          const bare = line
            .replace(/^(?:> ?)*(?:#{2,3} )?/, '')
            .replaceAll(/\]\(<[^<>\s]*>\)/g, ']')
            .replace(/\\[!-/:-@[-`{-~]/g, '');
          expect(bare).not.toMatch(/[<>`~#]/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
