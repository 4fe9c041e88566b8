import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { parseDocument } from './document.ts';
import { pastedTextBlocks } from './pasted-text.ts';
import type { RichBlock } from './rich-nodes.ts';

const told = (blocks: readonly RichBlock[]): unknown[] =>
  blocks.map((block) => {
    if (block.type === 'paragraph')
      return (block.content ?? [])
        .map((inline) =>
          inline.type === 'text' ? [inline.text, ...(inline.marks ?? []).map(({ type }) => type)].join('|') : '⏎',
        )
        .join('~');
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return [block.type, ...told(block.content.flatMap((item) => item.content))];
    return block.type;
  });

describe('plain words', () => {
  test('a chat loses its heads and signs, and says whose messages they were', () => {
    const { blocks, senders } = pastedTextBlocks(
      '[10.02, 14/1/2026] Humas Dinkes: *Vaksin* gratis di _puskesmas_ ~besok~.\n[10.03, 14/1/2026] Bu Rina: Bawa KTP.\n\n14/01/26 10.02 - Pak Edi: Siap',
    );
    expect(told(blocks)).toEqual(['Vaksin|bold~ gratis di ~puskesmas|italic~ besok.', 'Bawa KTP.', 'Siap']);
    expect(senders).toEqual(['Humas Dinkes', 'Bu Rina', 'Pak Edi']);
  });

  test('signs that are not marks stay', () => {
    expect(told(pastedTextBlocks('2*3*4 dan nama_file_baru, * bukan tebal *').blocks)).toEqual([
      '2*3*4 dan nama_file_baru, * bukan tebal *',
    ]);
  });

  test('two lines with a sign are a list, one is a sentence', () => {
    expect(told(pastedTextBlocks('Bawa:\n- KTP\n- KK\n1. datang\n2. daftar\n- saja').blocks)).toEqual([
      'Bawa:',
      ['bulletList', 'KTP', 'KK'],
      ['orderedList', 'datang', 'daftar'],
      '- saja',
    ]);
  });

  test('addresses are links without what follows the reader', () => {
    const [block] = pastedTextBlocks('Lihat https://x.example.go.id/a?fbclid=1&b=2, ya.').blocks;
    expect(block).toMatchObject({
      content: [
        { text: 'Lihat ' },
        { text: 'https://x.example.go.id/a?b=2', marks: [{ attrs: { href: 'https://x.example.go.id/a?b=2' } }] },
        { text: ', ya.' },
      ],
    });
  });

  test('twenty thousand words are read at once', () => {
    const text = `${'Kalimat yang panjang dengan *kata* tebal. '.repeat(20)}\n`.repeat(160);
    expect(pastedTextBlocks(text).blocks).toHaveLength(160);
  });

  test.each([...hostileTexts, '*_'.repeat(50_000), '[10.02, '.repeat(20_000), 'https://'.repeat(12_000)])(
    '%# is a document of ours',
    (text) => {
      expect(parseDocument({ type: 'doc', content: pastedTextBlocks(text.slice(0, 100_000)).blocks })).toMatchObject({
        ok: true,
      });
    },
  );
});
