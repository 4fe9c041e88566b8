import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { compareFields } from '#lib/newsroom/compare.ts';
import { compareBodies } from '#lib/newsroom/compare-bodies.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { completeWords } from '#lib/testing/words.ts';
import { Comparison, type ComparisonView } from './comparison.tsx';

const body = (...texts: string[]): RichDocument => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const older = completeWords(null, {
  title: 'Jalan dibuka Senin',
  body: body('Truk dilarang melintas.', 'Tiket tetap dijual di loket pelabuhan.', 'Warga dapat bertanya ke posko.'),
});
const newer = completeWords(null, {
  title: 'Jalan dibuka Selasa',
  body: body('Tiket tetap dijual di loket pelabuhan.', 'Warga dapat bertanya ke posko.', 'Truk dilarang melintas.'),
});

const shown = (was: typeof older, is: typeof older, view: ComparisonView) =>
  renderToStaticMarkup(
    <Comparison fields={compareFields(was, is)} blocks={compareBodies(was.body, is.body)} view={view} />,
  );

describe('two versions', () => {
  test('stand side by side, each with its own words only', () => {
    const html = shown(older, newer, 'side');
    const [before, after] = [...html.matchAll(/<p class="pieces">(.*?)<\/p>/g)].map(([, words]) => words);
    expect(before).toContain('<del>Senin</del>');
    expect(before).not.toContain('Selasa');
    expect(after).toContain('<ins>Selasa</ins>');
    expect(after).not.toContain('Senin');
  });

  test('or as one text, with what came and what went', () => {
    expect(shown(older, newer, 'inline')).toMatch(/<del>Senin<\/del><ins>Selasa<\/ins>/);
  });

  test('tell at both places that a part only moved, and fold away what stayed', () => {
    const html = shown(older, newer, 'inline');
    expect(html).toContain('Dipindahkan ke bagian 3');
    expect(html).toContain('Dipindahkan dari bagian 1');
    expect(html).toContain('2 bagian tidak berubah');
    expect(html).not.toContain('<del>Truk');
  });

  test('that are equal are said to be', () => {
    expect(shown(older, older, 'side')).toContain('Kedua versi sama');
  });

  test('show words as words, whatever they look like', () => {
    const hostile = completeWords(null, { title: '<img src=x onerror=alert(1)>' });
    expect(shown(older, hostile, 'side')).not.toContain('<img');
  });
});
