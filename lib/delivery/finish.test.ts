import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishHtml } from './finish.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="id"><head>${head}</head><body>${body}</body></html>`;

test('takes out scripts and what loads them, and keeps the rest byte for byte', () => {
  const rendered = page(
    '<!--$--><main class="a > b"><h1>Judul &lt;script&gt;</h1><p>Isi<!-- --> lanjut</p></main><!--/$-->' +
      '<script src="/_next/static/chunks/a.js" async=""></script>' +
      '<script id="_R_">self.__next_f.push([1,"\\u003c/script> if (a < b && c > d) {}"])</script>' +
      '<SCRIPT>1</SCRIPT >',
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
      '<link rel="preload" href="/f.woff2" as="font" crossorigin="" type="font/woff2"/>' +
      '<link rel="modulepreload" href="/x.js"/><link rel="expect" href="#_R_" blocking="render"/>' +
      '<title>Judul > lain &lt;/title&gt;</title>',
  );
  expect(finishHtml(rendered)).toBe(
    page(
      '<main class="a > b"><h1>Judul &lt;script&gt;</h1><p>Isi lanjut</p></main>',
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
        '<link rel="preload" href="/f.woff2" as="font" crossorigin="" type="font/woff2"/>' +
        '<title>Judul > lain &lt;/title&gt;</title>',
    ),
  );
});

test('keeps structured data, which no browser runs', () => {
  const data = '<script type="application/ld+json">{"headline":"a \\u003c b"}</script>';
  expect(finishHtml(page(data))).toBe(page(data));
});

test.each([
  ['content that streams in later', '<!--$?--><template id="B:0"></template><p>…</p><!--/$-->'],
  ['content that failed on the server', '<!--$!--><template data-dgst="1"></template><!--/$-->'],
  ['a segment placeholder', '<template id="P:1"></template>'],
  ['an event attribute', '<img src="/x" onerror="alert(1)">'],
  ['an event attribute in odd case', '<p OnClick="alert(1)">x</p>'],
  ['a javascript address', '<a href="javascript:alert(1)">x</a>'],
  ['a javascript address in disguise', '<a href=" jav&#x09;ascript&colon;alert(1)">x</a>'],
  ['a data address', '<a href="data:text/html,x">x</a>'],
  ['a form that runs', '<button formaction="javascript:x">x</button>'],
  ['a frame', '<iframe src="/x"></iframe>'],
  ['a document in an attribute', '<p srcdoc="x">x</p>'],
  ['a base address', '<base href="https://evil.example/">'],
  ['a plug-in', '<object data="/x"></object>'],
  ['a page that moves by itself', '<meta http-equiv="Refresh" content="0;url=/x">'],
  ['an unfinished script', '<script>x'],
  ['an unfinished comment', '<!-- x'],
  ['an unfinished tag', '<p class="x'],
  ['a comment closed in an odd way', '<!-- x --!><p>y</p>-->'],
  ['a script that hides its end', '<script><!--<script></script>--></script>'],
  ['an attribute without quotes', '<p class=x>y</p>'],
  ['a quote in an attribute name', '<p "onclick=x">y</p>'],
  ['a raw text element', '<xmp><script>1</script></xmp>'],
  ['markup in the title of a drawing', '<svg><title><img src="/x" onerror="1"></title></svg>'],
  ['a script in the style of a drawing', '<svg><style><script>1</script></style></svg>'],
  ['noscript', '<noscript><p title="</noscript><script>1</script>"></noscript>'],
])('refuses %s', (_, body) => {
  expect(() => finishHtml(page(body))).toThrow();
});

test('whatever the pieces, the result has no executable script, or there is none', () => {
  const piece = fc.constantFrom(
    '<script>',
    '</script>',
    '<script src="/a">',
    '<script type="application/ld+json">',
    '<SCRIPT\n>',
    '<!--',
    '-->',
    '--!>',
    '<!-->',
    '<p a="',
    '">',
    '<p>',
    '</p>',
    '<title>',
    '</title>',
    '<style>',
    '</style>',
    '<textarea>',
    '</textarea>',
    '<svg>',
    '</svg>',
    '<scr',
    'ipt>',
    '<',
    '>',
    '"',
    "'",
    '/',
    ' ',
    'a',
    '<template id="_R_">',
    '</template>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      let finished: string;
      try {
        finished = finishHtml(pieces.join(''));
      } catch {
        return;
      }
      const openings = finished.toLowerCase().split('<script').slice(1);
      for (const opening of openings) expect(opening).toMatch(/^ type="application\/ld\+json">/);
    }),
    { numRuns: 3_000 },
  );
});

test('reads in time proportional to the length', () => {
  const long = page('<p a="b">x</p>'.repeat(60_000) + '<!-- -->'.repeat(60_000));
  expect(finishHtml(long)).toBe(page('<p a="b">x</p>'.repeat(60_000)));
  expect(() => finishHtml(page('<script>'.repeat(20_000)))).toThrow();
});
