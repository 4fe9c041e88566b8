import { expect, test } from 'vitest';
import type { PasteNotice } from './paste-notices.ts';
import { pasteProps } from './pasting.ts';

/** What the editor makes of pasted HTML, and what the writer is told. */
function pasted(html: string): { html: string; told: PasteNotice[] } {
  const told: PasteNotice[] = [];
  const { transformPastedHTML } = pasteProps({
    tell: (notice) => {
      if (notice !== undefined) told.push(notice);
    },
    onPhotos: () => undefined,
  });
  const result = Reflect.apply(transformPastedHTML ?? (() => ''), undefined, [html]);
  return { html: String(result), told };
}

test('a hundred megabytes are refused in words', () => {
  const { html, told } = pasted(`<p>${'kata '.repeat(20_000_000)}</p>`);
  expect(html).toBe('');
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('terlalu besar')]);
});

test('a picture of twenty megabytes within a short text is no long text', () => {
  const { html, told } = pasted(`<p>kata</p><img src="data:image/png;base64,${'A'.repeat(20_000_000)}">`);
  expect(html).toContain('<p>kata</p>');
  expect(told).toEqual([]);
});

test('hidden words are told, a large table too', () => {
  const table = `<table>${`<tr>${'<td>1</td>'.repeat(13)}</tr>`.repeat(3)}</table>`;
  const { html, told } = pasted(`<p>kata<span style="display:none">slot gacor</span></p>${table}`);
  expect(html).toBe('<p>kata</p>');
  expect(told).toEqual([
    {
      text: expect.stringMatching(/Tabel 3 baris × 13 kolom .*tersembunyi.*“slot gacor”/),
      offersAttachment: true,
    },
  ]);
});
