import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { origin } from './app.ts';
import { expect, test } from './people.ts';
import { readerPages, told } from './reader-pages.ts';

/** All rules of the checker, but those of taste. */
const checker = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // React's way of writing tags and attributes; HTML reads them the same.
      'attr-case': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      // A text field is one without being called so.
      'no-implicit-input-type': 'off',
      // The title of the article decides, not the width of a list of search results.
      'long-title': 'off',
      // An unnamed aside within an article is no landmark (HTML-AAM), which this rule does not know; axe does.
      'unique-landmark': 'off',
      // People copy numbers.
      'tel-non-breaking': 'off',
    },
  }),
);

test('the checker finds faults where there are some', async () => {
  const faulty = '<!doctype html><html lang="id"><title>x</title><p id="a"><div id="a">x</p><img src="a.jpg"></html>';
  expect((await checker.validateString(faulty)).errorCount).toBeGreaterThan(2);
});

test('the HTML of every kind of page has no fault', async ({ request }) => {
  const pages = new Map([
    ...(await readerPages(request)),
    ['tidak-ada', '/tidak-ada'],
    ['ditarik', told.retracted],
    ['hemat', `${told.corrected}?hemat=1`],
  ]);
  for (const [name, path] of pages) {
    const { results } = await checker.validateString(await (await request.get(path)).text());
    const faults = results
      .flatMap(({ messages }) => messages)
      .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
    expect(faults, name).toEqual([]);
  }
});

test('an article is read without its looks, in the order of its words', async ({ browser }) => {
  // As a text browser has it: no stylesheet, no script, no picture.
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
  const page = await context.newPage();
  const wordsOf = async (path: string) => {
    await page.goto(origin + path);
    return (await page.locator('body').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
  };
  const article = await wordsOf(told.corrected);
  const inOrder = [
    'Langsung ke isi',
    'Ruang Warta Kaltim',
    'Perpustakaan Daerah Buka sampai Malam, Kartu Anggota Gratis',
    'Penulis: Siti Maimunah',
    'Versi Ringkas',
    'Cara menjadi anggota',
    'Sumber',
    'Catatan perubahan',
    'WhatsApp',
    'Keaslian',
    'Terkait',
    'Jelajahi',
  ];
  let from = 0;
  for (const words of inOrder) {
    const at = article.indexOf(words, from);
    expect(at, words).toBeGreaterThanOrEqual(0);
    from = at;
  }
  const search = await wordsOf('/cari?q=perpustakaan');
  expect(search).toContain('artikel ditemukan');
  expect(search).toContain('Perpustakaan Daerah Buka sampai Malam');
  await context.close();
});
