import { describe, expect, test } from 'vitest';
import { guideFromMarkdown } from './guide-from-markdown.ts';
import { anchorOf, linkInNewsroom } from './guide-links.ts';

const slugs = ['satu', 'dua'];
const pictures = new Map([['meja.webp', { width: 360, height: 780, mark: 'abc' }]]);
const read = (markdown: string) => guideFromMarkdown(markdown, { slug: 'satu', slugs, pictures });
const withPart = (part: string) => read(`# Judul\n\nUntuk apa.\n\n## Bagian\n\n${part}`).sections[0]?.blocks;

describe('what a guide is made of', () => {
  test('a title, what it is for, and parts with anchors', () => {
    const guide = read('# Judul\n\nUntuk apa.\n\nLagi.\n\n## Memberi foto\n\nIsi.\n\n### Lebih dalam\n\nIsi.');
    expect(guide).toMatchObject({
      slug: 'satu',
      title: 'Judul',
      summary: [{ kind: 'text', text: 'Untuk apa.' }],
      opening: [{ kind: 'paragraph' }],
      sections: [
        { id: 'memberi-foto', title: 'Memberi foto', depth: 2 },
        { id: 'lebih-dalam', title: 'Lebih dalam', depth: 3 },
      ],
    });
  });

  test('numbered steps with labels and links', () => {
    expect(withPart('1. Tekan **Ajukan**.\n2. Lihat [foto](dua.md#kredit).')).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        items: [
          [
            {
              kind: 'paragraph',
              words: [
                { kind: 'text', text: 'Tekan ' },
                { kind: 'label', text: 'Ajukan' },
                { kind: 'text', text: '.' },
              ],
            },
          ],
          [
            {
              kind: 'paragraph',
              words: [
                { kind: 'text', text: 'Lihat ' },
                { kind: 'link', href: '/redaksi/bantuan/dua#kredit', text: 'foto', isOutside: false },
                { kind: 'text', text: '.' },
              ],
            },
          ],
        ],
      },
    ]);
  });

  test('a picture with what it shows and its size', () => {
    expect(withPart('![Meja saya](gambar/meja.webp)')).toEqual([
      { kind: 'picture', picture: { name: 'meja.webp', alt: 'Meja saya', width: 360, height: 780, mark: 'abc' } },
    ]);
  });

  test('tables and notes', () => {
    expect(withPart('| a | b |\n|---|---|\n| c | `d` |\n\n> Awas.')).toMatchObject([
      {
        kind: 'table',
        head: [[{ text: 'a' }], [{ text: 'b' }]],
        rows: [[[{ text: 'c' }], [{ kind: 'code', text: 'd' }]]],
      },
      { kind: 'note', blocks: [{ kind: 'paragraph' }] },
    ]);
  });
});

describe('what a guide may not hold', () => {
  test.each([
    ['raw HTML', '<script>alert(1)</script>'],
    ['HTML among words', 'Kata <b onclick="x()">tebal</b>.'],
    ['a block of code', '```\nkode\n```'],
    ['a picture from elsewhere', '![x](https://contoh.example/x.webp)'],
    ['a picture that is not there', '![x](gambar/lain.webp)'],
    ['a picture without words', '![](gambar/meja.webp)'],
    ['a link that runs a script', '[x](javascript:alert(1))'],
    ['a link to no guide', '[x](tiga.md)'],
    ['a link out of the folder', '[x](../decisions/0001.md)'],
    ['the same heading twice', 'Isi.\n\n## Bagian\n\nIsi.'],
  ])('%s', (_what, part) => {
    expect(() => withPart(part)).toThrow();
  });

  test('no title, or nothing that says what it is for', () => {
    expect(() => read('## Bagian\n\nIsi.')).toThrow();
    expect(() => read('# Judul\n\n## Bagian\n\nIsi.')).toThrow();
  });
});

test('anchors are those of the repository’s host', () => {
  expect(anchorOf('Memberi foto')).toBe('memberi-foto');
  expect(anchorOf('Cari, lalu ganti (semua)')).toBe('cari-lalu-ganti-semua');
  expect(anchorOf('Arti angka LIX')).toBe('arti-angka-lix');
});

test('links outside are left as they are, and said to be so', () => {
  expect(linkInNewsroom('https://contoh.example/a', slugs)).toEqual({
    href: 'https://contoh.example/a',
    isOutside: true,
  });
  expect(linkInNewsroom('#bagian', slugs)).toEqual({ href: '#bagian', isOutside: false });
});
