import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLinks, hostileMarkup } from '../testing/attack-corpus.ts';
import { elementsOf, foreignMarkup, textOf } from '../testing/markup-oracle.ts';
import { cleanPastedHtml } from './paste.ts';

const own = ['data-pm-slice'];
const allowed = {
  p: own,
  div: [...own, 'data-block', 'data-value', 'data-label', 'data-source', 'data-title', 'data-article-id'],
  aside: [...own, 'data-block', 'data-title'],
  dl: [...own, 'data-block'],
  h2: own,
  h3: own,
  ul: own,
  ol: [...own, 'start'],
  li: own,
  a: [...own, 'href'],
  strong: own,
  em: [...own, 'lang'],
  br: [],
  blockquote: [...own, 'data-speaker', 'data-speaker-role'],
  figure: [...own, 'data-asset-id', 'data-asset-hash', 'data-alt', 'data-decorative', 'data-caption', 'data-credit'],
};

describe('what people paste', () => {
  test.each([
    [
      'Word',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
       <style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
       <body lang=IN><!--StartFragment--><p class=MsoNormal style='margin:0cm'><b><span lang=IN style='font-size:12.0pt'>Samarinda</span></b><span
       lang=IN> – Gubernur<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><![if !supportLists]>x<![endif]><!--EndFragment--></body></html>`,
      '<p><strong>Samarinda</strong> – Gubernur</p><p></p>x',
    ],
    [
      'Google Docs',
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700">Tebal</span><span style="font-style:italic">miring</span> biasa</p></b>`,
      '<p><strong>Tebal</strong><em>miring</em> biasa</p>',
    ],
    [
      'a web page',
      '<h1 class="t">Judul</h1><section><a href="https://contoh.id/?a=1&amp;b=2" target="_blank" onclick="x()">tautan</a><img src="x.jpg"></section><script>x()</script>',
      '<h2>Judul</h2><div><a href="https://contoh.id/?a=1&amp;b=2">tautan</a></div>',
    ],
    ['a table', '<table><tr><td>satu</td><td>dua</td></tr></table>', '<div>satu</div><div>dua</div>'],
    [
      'a list',
      '<ol start="3" type="a"><li style="x">tiga<ul><li>anak</li></ul></li></ol>',
      '<ol start="3"><li>tiga<ul><li>anak</li></ul></li></ol>',
    ],
    [
      'a refused link keeps its words',
      '<p><a href="javascript:x()">kata <b>tebal</b></a></p>',
      '<p>kata <strong>tebal</strong></p>',
    ],
    [
      'a quote of paragraphs is one block with lines',
      '<blockquote><p>satu</p><p><em>dua</em></p>\n<footer>Camat</footer></blockquote><p>lalu</p>',
      '<blockquote>satu<em><br>dua</em>\n<br>Camat</blockquote><p>lalu</p>',
    ],
    [
      'a quote within a quote',
      '<blockquote>a<blockquote>b</blockquote>c</blockquote><p>d</p>',
      '<blockquote>a<br>b<br>c</blockquote><p>d</p>',
    ],
    ['a known language', '<i lang="en">smart city</i> <i lang="xx">y</i>', '<em lang="en">smart city</em> <em>y</em>'],
    ['non-breaking spaces', 'a&nbsp;b\u00a0c&#160;d', 'a b c d'],
    ['signs that are not tags', 'a < b && c > d &lt;p&gt; <3', 'a &lt; b && c &gt; d &lt;p&gt; &lt;3'],
    [
      'our own quote and photo',
      '<blockquote class="quote" data-speaker="Siti &quot;Ibu&quot;" data-pm-slice="1 1 []">kata</blockquote><figure class="picture" data-asset-id="x" data-alt="a &lt; b" data-decorative=""><img></figure>',
      '<blockquote data-speaker="Siti &quot;Ibu&quot;" data-pm-slice="1 1 []">kata</blockquote><figure data-asset-id="x" data-alt="a &lt; b" data-decorative=""></figure>',
    ],
    [
      'our own boxes, numbers and links to articles',
      '<aside class="info-box" data-block="info-box" data-title="Syarat" onclick="x()"><p>KTP</p></aside><dl data-block="key-numbers"><div data-block="key-number" data-value="10" data-label="loket"><dt>loket</dt></div></dl><div data-block="related-article" data-article-id="x" data-title="a &lt; b">a</div>',
      '<aside data-block="info-box" data-title="Syarat"><p>KTP</p></aside><dl data-block="key-numbers"><div data-block="key-number" data-value="10" data-label="loket"><div>loket</div></div></dl><div data-block="related-article" data-article-id="x" data-title="a &lt; b">a</div>',
    ],
    ['a block nobody knows', '<aside data-block="x" data-title="y">kata</aside>', '<div>kata</div>'],
    [
      'a slice cut out of a list',
      `<p data-pm-slice='1 1 ["bulletList",null,"listItem",null]'>a</p>`,
      '<p data-pm-slice="1 1 [&quot;bulletList&quot;,null,&quot;listItem&quot;,null]">a</p>',
    ],
    ['a slice with attributes of its own making', `<p data-pm-slice='1 1 ["quote",{"speaker":"x"}]'>a</p>`, '<p>a</p>'],
    [
      'lists deeper than a document may be',
      `${'<ul><li>'.repeat(12)}x${'</li></ul>'.repeat(12)}`,
      `${'<ul><li>'.repeat(8)}${'<li>'.repeat(4)}x${'</li>'.repeat(4)}${'</li></ul>'.repeat(8)}`,
    ],
    ['a tag that never ends', 'kata<a href="x', 'kata'],
    ['a style that never ends', '<p>kata</p><style>p{}', '<p>kata</p>p{}'],
  ])('%s', (_name, html, clean) => {
    expect(cleanPastedHtml(html).replace(/\s+/g, ' ').trim()).toBe(clean.replace(/\s+/g, ' '));
  });
});

test.each(hostileMarkup.map((html) => [html.slice(0, 80), html]))('leaves nothing active of %j', (_name, html) => {
  for (const door of [
    html,
    `<p>${html}</p>`,
    `<b class="${html}">x</b>`,
    `<i lang='${html}'>x</i>`,
    `<ol start=${html}>x</ol>`,
    `<!--${html}-->`,
  ]) {
    expect(foreignMarkup(cleanPastedHtml(door), allowed)).toEqual([]);
  }
});

test.each(hostileLinks.map((address) => [address.slice(0, 60), address]))('leaves no link to %j', (_name, address) => {
  const escaped = address.replaceAll('&', '&amp;');
  for (const door of [
    `<a href="${escaped}">kata</a>`,
    `<a href='${escaped}'>kata</a>`,
    `<a href=${escaped}>kata</a>`,
    `<A HREF="${[...escaped].map((c) => `&#${c.codePointAt(0)};`).join('')}">kata</A>`,
  ]) {
    const links = elementsOf(cleanPastedHtml(door)).flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
    );
    // An address cut short by a quotation mark or a space may be harmless; what stays must be.
    for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:[^@]+@|tel:\+?\d|\/(?!\/))/);
    expect(foreignMarkup(cleanPastedHtml(door), allowed)).toEqual([]);
  }
});

test('any soup of pieces stays harmless, and cleaning again changes no words', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '"',
    "'",
    '=',
    ' ',
    '&',
    '&#',
    ';',
    '<a href=',
    '<p ',
    '<script',
    '</script>',
    '<style>',
    '<svg ',
    'onload',
    'javascript:',
    '<blockquote>',
    '</blockquote>',
    '<ul><li>',
    'kata',
    '\0',
    '<o:p>',
    '<![if',
    ']>',
    '<figure data-asset-id=',
    ...hostileMarkup.slice(0, 40),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const clean = cleanPastedHtml(pieces.join(''));
      expect(foreignMarkup(clean, allowed)).toEqual([]);
      expect(textOf(cleanPastedHtml(clean))).toBe(textOf(clean));
    }),
    { numRuns: 1500 },
  );
});

test.each([
  '<',
  '</',
  '<a',
  '<a ',
  '<a href="',
  "<a x='",
  '<!--',
  '<!',
  '<script>',
  '<style',
  '<o:p>',
  '<blockquote>',
  '<p>',
  '</p>',
  '&#',
  '&',
  '<a =',
  '<a / / ',
  '<span style="font-weight:     ',
])('answers on half a megabyte of %j', (piece) => {
  expect(foreignMarkup(cleanPastedHtml(piece.repeat(500_000 / piece.length)), allowed).length).toBe(0);
});
