import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pastedBlocks } from '#lib/richtext/pasted-blocks.ts';
import { wordsOf } from '#lib/richtext/tidy-inline.ts';
import { anOpenDocument, aWordFile, type WordPart, wordParts, xml, zipped } from '#lib/testing/word-files.ts';
import type { ImportBlock } from './import-blocks.ts';
import { openPackage } from './package.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readWord } from './read-word.ts';
import { type RecognisedArticle, recogniseArticle } from './recognise-article.ts';

type Imported = RecognisedArticle & { dropped: string[] };

/** What a document becomes, without a process of its own: its hostile cases stand in read-document.test.ts. */
async function imported(file: Uint8Array): Promise<Imported> {
  const { kind, parts } = openPackage(file);
  const { html, dropped } = kind === 'docx' ? await readWord(parts) : readOpenDocument(parts);
  const { blocks, losses } = pastedBlocks(html);
  const known = blocks.map(
    (block, index): ImportBlock =>
      block.type === 'picture' ? { type: 'picture', picture: index, ...(block.alt && { alt: block.alt }) } : block,
  );
  return { ...recogniseArticle(known), dropped: [...dropped, ...(losses.hidden === '' ? [] : [losses.hidden])] };
}

/** Each block as a line: what it is and its words. */
function said({ blocks }: Pick<Imported, 'blocks'>): string[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'picture':
        return `gambar: ${block.alt ?? ''} / ${block.credit ?? ''}`;
      case 'paragraph':
        return wordsOf(block.content);
      case 'heading':
        return `## ${wordsOf(block.content)}`;
      case 'table':
        return block.content.map((row) => row.content.map((cell) => wordsOf(cell.content)).join(' | ')).join(' / ');
      case 'bulletList':
      case 'orderedList':
        return `${block.type === 'bulletList' ? '•' : '1.'} ${itemsOf(block.content)}`;
      default:
        return block.type;
    }
  });
}

type Items = Extract<ImportBlock, { type: 'bulletList' }>['content'];

function itemsOf(items: Items): string {
  return items
    .map(({ content }) =>
      content.map((one) => (one.type === 'paragraph' ? wordsOf(one.content) : `(${itemsOf(one.content)})`)).join(' '),
    )
    .join('; ');
}

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same paragraphs as a file of Word and one of LibreOffice. */
const files = (paragraphs: readonly string[]): [string, Uint8Array][] => [
  ['.docx', aWordFile(paragraphs.map((text) => ({ text })))],
  ['.odt', anOpenDocument(paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`).join(''))],
];

describe('files that LibreOffice made', () => {
  test.each(['writer.odt', 'writer.docx'])('%s', async (name) => {
    const article = await imported(fixture(name));
    expect(article).toMatchObject({
      title: 'Posyandu bergerak sampai hulu',
      lead: 'Kader posyandu mendatangi rumah lansia di tiga desa, Rabu (14/1/2026).',
      datelinePlace: 'Buntok',
      eventDate: '2026-01-14',
      credits: [{ initials: 'csv' }],
    });
    expect(said(article)).toEqual([
      '## Yang diperiksa',
      '1. timbang badan; ukur tekanan darah (saat datang; sebelum pulang); catat di buku',
      '• kartu keluarga (asli (bukan foto)); buku posyandu',
      'Lihat jadwal lengkap dan peta desa.',
      'Jumlah kader naik menjadi 742 orang (Data Dinas Kesehatan, Desember 2025).',
      '## Jadwal kunjungan',
      'Desa | Kunjungan |  / Muara | Senin | pukul 08.00 /  | Kamis | pukul 13.00 / Hulu | Selasa | pukul 09.00',
      'gambar: Seorang kader menimbang warga lanjut usia di teras rumah / Humas/Adpim',
      'Layanan itu gratis bagi warga. Kader datang tiap pekan.',
      'Selesai.',
    ]);
    expect(article.dropped.join()).toContain('kata rahasia');
    expect(article.dropped.includes('Komentar')).toBe(name === 'writer.odt');
  });
});

describe('files that Word made, which mammoth brings along', () => {
  const ofWord = (name: string) =>
    imported(
      new Uint8Array(readFileSync(new URL(`../../node_modules/mammoth/test/test-data/${name}.docx`, import.meta.url))),
    );

  test.each([
    ['text-box', ['Datum plane']],
    ['simple-list', ['• Apple; Banana']],
    ['comments', ['Ouch.']],
    ['footnotes', ['Ouch (A tachyon walks into a bar).']],
    ['footnote-hyperlink', ['(Example)']],
    ['tables', ['Top left | Top right / Bottom left | Bottom right', 'Below']],
    ['strict-format', ['Test']],
    ['strikethrough', ["Today's Special: Salmon Sold out"]],
    ['tiny-picture', ['gambar:  / ']],
  ])('%s', async (name, lines) => {
    expect(said(await ofWord(name))).toEqual(lines);
  });

  test('a link in a note stays a link', async () => {
    const { blocks } = await ofWord('footnote-hyperlink');
    expect(JSON.stringify(blocks)).toMatch(/"link","attrs":{"href":"http/);
  });
});

const body = [
  'Pemerintah Provinsi Kalimantan Timur membangun tiga puskesmas di hulu Mahakam untuk warga sepuluh desa.',
  'Pembangunan dimulai bulan depan.',
];

describe('the five datelines', () => {
  const cases: [string, string][] = [
    ['Samarinda, Borneoupdate.com – ', 'Samarinda'],
    ['MMCBarsel-Buntok. ', 'Buntok'],
    ['NusaUtaraTV, Samarinda - ', 'Samarinda'],
    ['Samarinda — ', 'Samarinda'],
    ['BAIT.ID – ', ''],
  ];
  test.each(
    cases.flatMap(([head, place]) =>
      files(['Tiga puskesmas baru', head + body[0], body[1] ?? '']).map(([kind, file]) => ({
        head,
        place,
        kind,
        file,
      })),
    ),
  )('$head in a $kind', async ({ head, place, file }) => {
    const article = await imported(file);
    expect(article).toMatchObject({ title: 'Tiga puskesmas baru', datelinePlace: place, lead: body[0] });
    expect(article.report.map(({ text }) => text)).toContain(head.trim());
  });
});

describe('titles', () => {
  const text = body.map((one): WordPart => ({ text: one }));
  const title = 'Tiga puskesmas baru untuk hulu Mahakam';
  const odt = (first: string) => anOpenDocument(`${first}${body.map((one) => `<text:p>${one}</text:p>`).join('')}`);
  test.each<[string, Uint8Array]>([
    ['style Title of Word', aWordFile([{ text: title, style: 'Title' }, ...text])],
    ['Heading 1 of Word', aWordFile([{ text: title, style: 'Heading1' }, ...text])],
    ['a bold line of Word', aWordFile([{ text: title, bold: true }, ...text])],
    ['a plain line of Word', aWordFile([{ text: title }, ...text])],
    ['a heading of LibreOffice', odt(`<text:h text:outline-level="1">${title}</text:h>`)],
    ['style Title of LibreOffice', odt(`<text:p text:style-name="Title">${title}</text:p>`)],
    ['a bold line of LibreOffice', odt(`<text:p><text:span text:style-name="T1">${title}</text:span></text:p>`)],
  ])('%s', async (_name, file) => {
    expect(await imported(file)).toMatchObject({ title, lead: body[0] });
  });

  test.each(files([title.toUpperCase(), ...body]))(
    'in capitals in a %s: kept, with a calm one in the report',
    async (_kind, file) => {
      const article = await imported(file);
      expect(article.title).toBe(title.toUpperCase());
      expect(article.report.map((line) => line.text)).toContain('Tiga puskesmas baru untuk hulu mahakam');
    },
  );
});

describe('the paper of an office', () => {
  const head = [
    'PEMERINTAH PROVINSI KALIMANTAN TIMUR',
    'DINAS KESEHATAN',
    'Jalan Abdul Wahab Sjahranie Nomor 16, Samarinda 75119',
  ];

  test.each(files([...head, 'Tiga puskesmas baru', ...body]))(
    'its head in the text of a %s is neither title nor lead',
    async (_kind, file) => {
      const article = await imported(file);
      expect(article).toMatchObject({ title: 'Tiga puskesmas baru', lead: body[0] });
      expect(article.report.filter(({ what }) => what.startsWith('Kop'))).toHaveLength(3);
    },
  );

  test('its head as a table with a mark beside it', async () => {
    const cell = (lines: readonly string[]) =>
      `<w:tc>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:tc>`;
    const letterhead = `<w:tbl><w:tr>${cell([''])}${cell(head)}</w:tr></w:tbl>`;
    const article = await imported(
      aWordFile([{ xml: letterhead }, { text: 'Tiga puskesmas baru' }, ...body.map((text) => ({ text }))]),
    );
    expect(article).toMatchObject({ title: 'Tiga puskesmas baru', lead: body[0] });
    expect(said(article)).toEqual([body[1]]);
    expect(article.report.map(({ text }) => text).join()).toContain('DINAS KESEHATAN');
  });

  test('its head without an address; a title that begins like one stays', async () => {
    const [, file] = files([...head.slice(0, 2), 'Tiga puskesmas baru', ...body])[0] ?? ['', new Uint8Array()];
    expect(await imported(file)).toMatchObject({ title: 'Tiga puskesmas baru', lead: body[0] });
    const loud = 'PEMERINTAH KABUPATEN BERAU GELAR PASAR MURAH';
    const [, other] = files([loud, ...body])[0] ?? ['', new Uint8Array()];
    expect(await imported(other)).toMatchObject({ title: loud, lead: body[0] });
  });

  test('heads and feet of pages stay out, and are told', async () => {
    const parts = wordParts(['Tiga puskesmas baru', ...body].map((text) => ({ text })));
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>RAHASIA KOP</w:t></w:r></w:p></w:hdr>';
    const docx = await imported(zipped({ ...parts, 'word/header1.xml': xml(header) }));
    const styles = xml(
      '<office:document-styles><office:master-styles><style:master-page><style:header><text:p>RAHASIA KOP</text:p></style:header></style:master-page></office:master-styles></office:document-styles>',
    );
    const second = await imported(
      anOpenDocument(['Tiga puskesmas baru', ...body].map((one) => `<text:p>${one}</text:p>`).join(''), {
        'styles.xml': styles,
      }),
    );
    for (const article of [docx, second]) {
      expect(article.dropped).toEqual(['Kepala dan kaki halaman']);
      expect(JSON.stringify(article)).not.toContain('RAHASIA');
    }
  });
});

describe('what stands beside the text', () => {
  const around = (part: string): WordPart[] => [
    { text: 'Tiga puskesmas baru' },
    { text: body[0] ?? '' },
    { xml: part },
  ];
  const run = (text: string, more = '') => `<w:r>${more}<w:t xml:space="preserve">${text}</w:t></w:r>`;

  test('deleted, moved and hidden words of Word stay out; what was put in stays', async () => {
    const article = await imported(
      aWordFile(
        around(
          `<w:p>${run('Layanan ')}<w:del w:id="1" w:author="R"><w:r><w:delText>berbayar</w:delText></w:r></w:del><w:ins w:id="2" w:author="R">${run('gratis')}</w:ins><w:moveFrom w:id="3" w:author="R">${run(' dipindah')}</w:moveFrom><w:moveTo w:id="4" w:author="R">${run(' bagi warga')}</w:moveTo>${run(' slot gacor', '<w:rPr><w:vanish/></w:rPr>')}${run(' maxwin', '<w:rPr><w:sz w:val="2"/></w:rPr>')}${run('', '<w:rPr><w:sz w:val="24"/></w:rPr>')}${run('.', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:p>`,
        ),
      ),
    );
    expect(said(article)).toEqual(['Layanan gratis bagi warga.']);
    expect(article.dropped.join()).toMatch(/slot gacor\s+maxwin/);
  });

  test('sections and fields that LibreOffice hides stay out, and are told', async () => {
    const article = await imported(
      anOpenDocument(
        `<text:p>Tiga puskesmas baru</text:p><text:p>${body[0]}</text:p><text:section text:display="none"><text:p>judi</text:p></text:section><text:p>Selesai<text:hidden-text text:string-value="judi">judi</text:hidden-text>.</text:p>`,
      ),
    );
    expect(said(article)).toEqual(['Selesai.']);
    expect(article.dropped).toEqual(['Bagian yang disembunyikan penulisnya']);
  });

  test('a text box comes in once', async () => {
    const box = `<w:txbxContent><w:p>${run('Kata di dalam kotak.')}</w:p></w:txbxContent>`;
    const article = await imported(
      aWordFile(
        around(
          `<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>${box}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Sesudah kotak.')}</w:p>`,
        ),
      ),
    );
    expect(said(article).toSorted()).toEqual(['Kata di dalam kotak.', 'Sesudah kotak.']);
  });

  test('a table within a table keeps its words', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(`<w:p>${run('satu')}</w:p>`)}${cell(`<w:p>${run('dua')}</w:p>`)}</w:tr></w:tbl><w:p/>`;
    const article = await imported(
      aWordFile(
        around(
          `<w:tbl><w:tr>${cell(`<w:p>${run('Desa')}</w:p>`)}${cell(inner)}</w:tr><w:tr>${cell(`<w:p>${run('Muara')}</w:p>`)}${cell(`<w:p>${run('Senin')}</w:p>`)}</w:tr></w:tbl>`,
        ),
      ),
    );
    expect(said(article)).toEqual(['Desa | satu | dua / Muara | Senin']);
  });

  test('a bold line or a numbered one above a table names it; a sentence does not', async () => {
    const cells = ['Desa', 'Warga', 'Muara', '742'].map((text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`);
    const table = `<w:tbl><w:tr>${cells.slice(0, 2).join('')}</w:tr><w:tr>${cells.slice(2).join('')}</w:tr></w:tbl>`;
    const bold = `<w:p>${run('Warga per desa', '<w:rPr><w:b/></w:rPr>')}</w:p>`;
    const numbered = `<w:p>${run('Tabel 1. Warga per desa, 2025.')}</w:p>`;
    const sentence = `<w:p>${run('Rinciannya sebagai berikut:')}</w:p>`;
    const { blocks, report } = await imported(
      aWordFile(around(`${bold}${table}${numbered}${table}${sentence}${table}`)),
    );
    expect(blocks).toMatchObject([
      { type: 'table', attrs: { caption: 'Warga per desa' } },
      { type: 'table', attrs: { caption: 'Tabel 1. Warga per desa, 2025.' } },
      { type: 'paragraph' },
      { type: 'table', attrs: { caption: '' } },
    ]);
    expect(report.filter(({ what }) => what.includes('judul tabel'))).toHaveLength(2);
  });

  test('lists of LibreOffice count where their style does, level by level', async () => {
    const styles = xml(
      '<office:document-styles><office:styles><text:list-style style:name="Numbering_20_123"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style></office:styles></office:document-styles>',
    );
    const list =
      '<text:list text:style-name="Numbering_20_123"><text:list-item><text:p>satu</text:p><text:list><text:list-item><text:p>dalam</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>dua</text:p></text:list-item></text:list>';
    const article = await imported(
      anOpenDocument(`<text:p>Tiga puskesmas</text:p><text:p>${body[0]}</text:p>${list}`, { 'styles.xml': styles }),
    );
    expect(article.blocks).toMatchObject([
      { type: 'orderedList', content: [{ content: [{ type: 'paragraph' }, { type: 'bulletList' }] }, {}] },
    ]);
  });
});
