import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { hostileMarkup } from '#lib/testing/attack-corpus.ts';
import { JsonLd } from './json-ld.tsx';

const opening = '<script type="application/ld+json">';
const closing = '</script>';

function inside(html: string): string {
  expect(html.startsWith(opening)).toBe(true);
  expect(html.endsWith(closing)).toBe(true);
  return html.slice(opening.length, -closing.length);
}

test.each(
  [...hostileMarkup, '</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028\u2029'].map((text) => [text]),
)('%j stays words in the data', (text) => {
  const written = inside(renderToStaticMarkup(<JsonLd data={{ headline: text }} />));
  expect(written).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(written)).toEqual({ headline: text });
});
