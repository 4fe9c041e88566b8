import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { issuesOf } from '#lib/errors.ts';
import { wordsOf } from '#lib/richtext/tidy-inline.ts';
import { anOpenDocument, aWordFile, type WordPart, wordParts, xml, zipped } from '#lib/testing/word-files.ts';
import { type ReadDocument, withReadDocument } from './read-document.ts';
import type { importRefusals } from './refusals.ts';

const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

async function read<Result>(file: Uint8Array, use: (document: ReadDocument) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-impor-'));
  try {
    await writeFile(join(folder, 'naskah'), file);
    return await withReadDocument(join(folder, 'naskah'), use);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const blocksOf = (file: Uint8Array) => read(file, async ({ blocks }) => blocks);

/** Why a file is refused; the code of its sentence. */
async function refusalOfFile(file: Uint8Array): Promise<string> {
  try {
    await read(file, async () => undefined);
    return 'none';
  } catch (error) {
    const [issue] = issuesOf(error);
    if (issue === undefined) throw error;
    expect(issue.text).not.toBe('');
    return issue.code;
  }
}

const paragraph: WordPart = { text: 'Satu paragraf.' };

describe('documents of Word', () => {
  test('become blocks of ours, with their pictures as files', async () => {
    const file = aWordFile([
      { text: 'Judul naskah', style: 'Title' },
      { text: 'Kata "tebal" di sini.', bold: true },
      { picture },
      { text: 'satu', list: true },
      { text: 'dua', list: true },
      { text: 'Antara', style: 'Heading2' },
      { text: 'tautan', link: 'https://contoh.example.go.id/a?utm_source=word' },
      { text: 'jahat', link: 'javascript:alert(1)' },
      { xml: '<w:p/>' },
      {
        xml: '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Desa</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Warga</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      },
    ]);
    const { blocks, bytes } = await read(file, async (document) => ({
      blocks: document.blocks,
      bytes: await Promise.all(document.pictures.map((path) => readFile(path))),
    }));
    expect(blocks).toMatchObject([
      { type: 'heading', content: [{ text: 'Judul naskah' }] },
      { type: 'paragraph', content: [{ text: 'Kata “tebal” di sini.', marks: [{ type: 'bold' }] }] },
      { type: 'picture', picture: 0 },
      { type: 'bulletList', content: [{ type: 'listItem' }, { type: 'listItem' }] },
      { type: 'heading', attrs: { level: 2 } },
      {
        type: 'paragraph',
        content: [{ text: 'tautan', marks: [{ attrs: { href: 'https://contoh.example.go.id/a' } }] }],
      },
      { type: 'paragraph', content: [{ text: 'jahat' }] },
      { type: 'table', content: [{ content: [{ content: [{ text: 'Desa' }] }, { content: [{ text: 'Warga' }] }] }] },
    ]);
    expect(blocks.find((block) => block.type === 'paragraph' && wordsOf(block.content) === 'jahat')).not.toHaveProperty(
      'content.0.marks',
    );
    expect(bytes.map((one) => new Uint8Array(one))).toEqual([picture]);
  });

  test('a template on its writer’s own disk is nothing from outside', async () => {
    const parts = wordParts([paragraph]);
    const rels = 'word/_rels/settings.xml.rels';
    const relation = (target: string) =>
      xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`,
      );
    expect(await refusalOfFile(zipped({ ...parts, [rels]: relation('file:///C:\\Users\\humas\\Normal.dotm') }))).toBe(
      'none',
    );
    expect(await refusalOfFile(zipped({ ...parts, [rels]: relation('http://jauh.example/t.dotm') }))).toBe('external');
  });

  test('twenty thousand words are read', async () => {
    const text = 'Kalimat panjang untuk naskah yang sangat panjang sekali ini. '.repeat(12);
    expect(await blocksOf(aWordFile(Array.from({ length: 200 }, () => ({ text }))))).toHaveLength(200);
  });
});

test('documents of LibreOffice become blocks of ours', async () => {
  const file = anOpenDocument(
    '<text:h text:outline-level="1">Judul</text:h><text:p>Kata <text:span text:style-name="T1">tebal</text:span><text:s/>dan <text:a xlink:href="https://x.example.go.id/">tautan</text:a><office:annotation><text:p>rahasia</text:p></office:annotation></text:p><text:list text:style-name="L1"><text:list-item><text:p>satu</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>',
    { 'Pictures/a.png': picture },
  );
  const blocks = await blocksOf(file);
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'orderedList', 'table', 'picture']);
  expect(blocks[1]).toMatchObject({
    content: [{ text: 'Kata ' }, { text: 'tebal', marks: [{ type: 'bold' }] }, { text: ' dan ' }, { text: 'tautan' }],
  });
  expect(JSON.stringify(blocks)).not.toContain('rahasia');
});

describe('hostile and mistaken files are refused in words', () => {
  const parts = wordParts([paragraph]);
  const outside = (type: string, target: string) =>
    aWordFile([paragraph], { relations: [{ id: 'x', type, target, isExternal: true }] });
  const withBody = (body: string) => zipped({ ...parts, 'word/document.xml': xml(body) });
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(2000)]);

  test.each<[string, () => Uint8Array, keyof typeof importRefusals]>([
    ['nothing', () => new Uint8Array(0), 'unknown_kind'],
    ['an old .doc with a new name', () => compound, 'old_word'],
    [
      'a document locked by a password',
      () => Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['RTF', () => strToU8('{\\rtf1\\ansi kata}'), 'rich_text'],
    ['PDF', () => strToU8('%PDF-1.7 kata'), 'pdf'],
    ['a web page', () => strToU8('<html><p>kata</p></html>'), 'unknown_kind'],
    [
      'a spreadsheet',
      () => zipped({ 'xl/workbook.xml': xml('<a/>'), '[Content_Types].xml': xml('<a/>') }),
      'sheet_or_slides',
    ],
    ['another zip', () => zipped({ 'a.txt': strToU8('a') }), 'unknown_kind'],
    ['a file cut short', () => aWordFile([paragraph]).slice(0, 600), 'damaged'],
    ['macros', () => zipped({ ...parts, 'word/vbaProject.bin': strToU8('x') }), 'macros'],
    ['an embedded object', () => zipped({ ...parts, 'word/embeddings/a.xlsx': strToU8('x') }), 'embedded'],
    ['a part no program writes', () => zipped({ ...parts, 'jahat/a.xml': strToU8('x') }), 'unknown_part'],
    ['a name that leads out', () => zipped({ ...parts, 'word/../../a.xml': strToU8('x') }), 'damaged'],
    ['a name from the root', () => zipped({ ...parts, '/etc/passwd': strToU8('x') }), 'damaged'],
    ['a name of Windows', () => zipped({ ...parts, 'word\\..\\a.xml': strToU8('x') }), 'damaged'],
    ['a picture from the web', () => outside('image', 'https://jauh.example/a.png'), 'external'],
    ['an object from the web', () => outside('oleObject', 'https://jauh.example/a.bin'), 'external'],
    ['a part from another computer', () => outside('subDocument', 'file://server/a.docx'), 'external'],
    [
      'a DOCTYPE',
      () =>
        zipped({
          ...parts,
          'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        }),
      'declared_entities',
    ],
    [
      'entities in the styles',
      () => zipped({ ...parts, 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') }),
      'declared_entities',
    ],
    ['UTF-16', () => zipped({ ...parts, 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') }), 'damaged'],
    ['broken XML', () => withBody('<a><b></a>'), 'damaged'],
    ['XML without end in depth', () => withBody(`${'<w:a>'.repeat(50_000)}${'</w:a>'.repeat(50_000)}`), 'too_deep'],
    ['more elements than a text has', () => withBody(`<a>${'<b/>'.repeat(450_000)}</a>`), 'bomb'],
    ['a bomb', () => zipped({ ...parts, 'word/a.xml': new Uint8Array(60_000_000) }), 'bomb'],
    [
      'ten thousand pictures',
      () =>
        zipped({
          ...parts,
          ...Object.fromEntries(Array.from({ length: 10_000 }, (_all, index) => [`word/media/${index}.png`, picture])),
        }),
      'too_many_pictures',
    ],
    [
      'six hundred parts',
      () =>
        zipped({
          ...parts,
          ...Object.fromEntries(Array.from({ length: 600 }, (_all, index) => [`word/a${index}.xml`, strToU8('<a/>')])),
        }),
      'too_many_parts',
    ],
    ['no words', () => aWordFile([{ xml: '<w:p/>' }]), 'empty'],
    [
      'an .odt with a DOCTYPE',
      () => anOpenDocument('', { 'content.xml': strToU8('<!DOCTYPE a><a/>') }),
      'declared_entities',
    ],
    [
      'an .odt with macros',
      () => anOpenDocument('<text:p>a</text:p>', { 'Basic/Standard/a.xml': xml('<a/>') }),
      'macros',
    ],
    [
      'an .odt locked by a password',
      () => anOpenDocument('<text:p>a</text:p>', { 'META-INF/manifest.xml': xml('<m><encryption-data/></m>') }),
      'encrypted',
    ],
    [
      'an .odt with a picture from the web',
      () => anOpenDocument('<text:p><draw:image xlink:href="https://jauh.example/a.png"/></text:p>'),
      'external',
    ],
  ])('%s', async (_name, file, code) => {
    expect(await refusalOfFile(file())).toBe(code);
  });

  test('a size that lies costs no more than it says', async () => {
    const file = zipped({ ...parts, 'word/a.xml': new Uint8Array(40_000_000) });
    const directory = Buffer.from(file);
    // Both the entry's own head and the directory say ten bytes.
    const name = Buffer.from('word/a.xml');
    for (let at = directory.indexOf(name); at >= 0; at = directory.indexOf(name, at + 1)) {
      const isHead = directory.readUInt32LE(Math.max(0, at - 30)) === 0x04034b50;
      directory.writeUInt32LE(10, isHead ? at - 8 : at - 22);
    }
    expect(await refusalOfFile(directory)).toBe('damaged');
  });
});
