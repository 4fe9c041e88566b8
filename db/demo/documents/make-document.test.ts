import { describe, expect, it } from 'vitest';
import { documentKeys, makeDocument } from './make-document.ts';

describe('the documents of the demo', () => {
  it.each(documentKeys)('makes %s the same each time, small, and marked as an example', (key) => {
    const pdf = makeDocument(key);
    expect(makeDocument(key).equals(pdf)).toBe(true);
    expect(pdf.byteLength).toBeLessThan(20_000);
    expect(pdf.toString('latin1')).toContain('(Dokumen contoh.');
  });

  it.each(documentKeys)('gives %s a table that finds every object', (key) => {
    const text = makeDocument(key).toString('latin1');
    const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]));
    expect(table).toMatch(/^xref\n/);
    const places = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places.length).toBeGreaterThan(0);
    for (const [index, place] of places.entries()) expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  });
});
