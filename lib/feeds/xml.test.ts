import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { element, xmlDocument, xmlText } from './xml.ts';

describe('XML', () => {
  test.each(hostileTexts.map((text) => [text]))('keeps %j as words, in text and in attributes', (text) => {
    const written = xmlDocument(element('a', { b: text }, text, element('c', {})));
    const parsed = XmlDocument.fromString(written);
    expect(parsed.root.content).toBe(xmlReadable(text));
    expect(parsed.root.attr('b')?.content).toBe(xmlReadable(text).replace(/[\t\n]/g, ' '));
    parsed.dispose();
  });

  test('leaves out what is not there', () => {
    expect(xmlDocument(element('a', { b: undefined, c: 0 }, null))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a c="0"/>\n',
    );
  });

  test('writes no character that XML cannot bear, not even as a reference', () => {
    expect(xmlText('a\u0000\u0008\uFFFE\uD800b\r')).toBe('a\uFFFDb');
  });
});

/** What of a text XML can say at all. */
function xmlReadable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
