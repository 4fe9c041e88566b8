import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, saved } from './desk-steps.ts';
import { expect, test } from './people.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });
const phone = { width: 360, height: 740 };

/** Chooses in “Sisipkan”, as a thumb does. */
async function insert(page: Page, name: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Sisipkan', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Sisipkan' })
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();
}

/** The blocks of the text, by what a screen reader calls them or their element. */
async function blocks(page: Page): Promise<string[]> {
  return text(page).evaluate((body) =>
    [...body.children].map((child) => {
      const block = child.querySelector('section, blockquote') ?? child;
      return block.getAttribute('aria-label') ?? block.textContent ?? '';
    }),
  );
}

test('a slash offers blocks by keyboard, and Escape leaves it a slash', async ({ as }) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  await text(page).click();
  await page.keyboard.type('/tab');
  const option = page.getByRole('option', { name: /^Tabel/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(text(page)).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await page.keyboard.press('Escape');
  await expect(option).toBeHidden();
  await expect(text(page)).toContainText('/tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('/kutip');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Silakan datang.');
  await expect(text(page).getByRole('blockquote')).toContainText('Silakan datang.');
  await expect(text(page)).not.toContainText('/kutip');
});

test('a table on a phone: rows, columns, head, title, and sizes refused in words', async ({ as }) => {
  const page = await as('dewi');
  await page.setViewportSize(phone);
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await text(page).click();
  await insert(page, 'Tabel');
  const window = page.getByRole('dialog', { name: 'Tabel baru' });
  await window.getByLabel('Kolom', { exact: true }).fill('13');
  await window.getByRole('button', { name: 'Sisipkan tabel' }).click();
  await expect(window.getByRole('alert')).toContainText('lampirkan sebagai dokumen PDF');
  await window.getByLabel('Kolom', { exact: true }).fill('2');
  await window.getByLabel('Baris').fill('2');
  await window.getByRole('button', { name: 'Sisipkan tabel' }).click();
  await page.keyboard.type('Pasar');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Harga');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Pagi');
  const table = page.getByRole('region', { name: 'Tabel' });
  await table.getByRole('button', { name: 'Tambah baris' }).click();
  await table.getByRole('button', { name: 'Tambah kolom' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await table.getByRole('button', { name: 'Hapus kolom' }).click();
  await table.getByRole('button', { name: 'Judul kolom' }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(0);
  await table.getByRole('button', { name: 'Judul kolom' }).click();
  await table.getByLabel('Judul tabel').fill('Harga beras');
  await saved(page);
  await page.goto(`/redaksi/naskah/${article}`);
  await expect(page.getByRole('region', { name: 'Tabel' }).getByLabel('Judul tabel')).toHaveValue('Harga beras');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
});

test('blocks move, double and go; cut and pasted they stay what they are; each step can be taken back', async ({
  as,
}) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  await text(page).click();
  await page.keyboard.type('Pembuka.');
  await page.keyboard.press('Enter');
  await insert(page, 'Inti kebijakan');
  const box = page.getByRole('region', { name: 'Kotak informasi' });
  await expect(box).toContainText('[Siapa yang terkena]');
  await page.keyboard.press('Alt+ArrowUp');
  expect((await blocks(page))[0]).toBe('Kotak informasi');
  await box.getByRole('button', { name: 'Atur' }).click();
  await box.getByRole('button', { name: 'Turunkan' }).click();
  await expect.poll(async () => (await blocks(page))[1]).toBe('Kotak informasi');
  await box.getByRole('button', { name: 'Duplikat' }).click();
  await expect(box).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(box).toHaveCount(1);

  await text(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect(box).toHaveCount(0);
  await page.keyboard.press('Control+v');
  await expect(box.getByLabel('Judul kotak')).toHaveValue('Inti kebijakan');
  await expect(box).toContainText('Ke mana bertanya:');
});

test('cells of a spreadsheet become a table, and too many are refused with a way out', async ({ as }) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  const paste = (cells: string[][]) =>
    text(page).evaluate((body, rows) => {
      const data = new DataTransfer();
      const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      data.setData('text/html', `<meta name=ProgId content=Excel.Sheet><table>${rows.map(row).join('')}</table>`);
      data.setData('text/plain', rows.map((line) => line.join('\t')).join('\n'));
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, cells);
  await text(page).click();
  await paste([
    ['Pasar', 'Harga'],
    ['Pagi', '14.500'],
  ]);
  await expect(page.getByRole('region', { name: 'Tabel' }).getByRole('columnheader')).toHaveText(['Pasar', 'Harga']);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste(Array.from({ length: 300 }, () => ['a', 'b']));
  await expect(page.getByText(/Tabel 300 baris × 2 kolom tidak dimasukkan/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lampirkan dokumen PDF' })).toBeVisible();
});

test('another article and an event are found and named', async ({ as }) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  await text(page).click();
  for (const [what, name] of [
    ['Baca juga', 'Baca juga'],
    ['Agenda', 'Agenda'],
  ] as const) {
    await insert(page, what);
    const window = page.getByRole('dialog', { name });
    const first = window.getByRole('listitem').first();
    const title = (await first.locator('span').first().textContent()) ?? '';
    await first.getByRole('button').click();
    await expect(page.getByRole('region', { name })).toContainText(title.slice(0, 20));
  }
  await saved(page);
});

test('words are found and replaced, and the keys are listed', async ({ as }) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  const title = page.getByLabel('Judul', { exact: true });
  await title.fill('Loket pindah');
  await text(page).click();
  await page.keyboard.type('Loket dibuka. loket ditutup. Loket pindah.');
  await expect(page.getByText('6 kata · sekitar 1 menit baca')).toBeVisible();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Cari dan ganti' });
  await bar.getByLabel('Kata yang dicari').fill('Loket');
  await expect(bar.getByRole('status')).toHaveText('3 ditemukan');
  await bar.getByLabel('Bedakan huruf besar').check();
  await expect(bar.getByRole('status')).toHaveText('2 ditemukan');
  await bar.getByRole('button', { name: 'Berikutnya' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 dari 2');
  await bar.getByLabel('Ganti dengan').fill('Gerai');
  await bar.getByRole('button', { name: 'Ganti semua' }).click();
  await expect(text(page)).toHaveText('Gerai dibuka. loket ditutup. Gerai pindah.');
  await expect(title).toHaveValue('Gerai pindah');
  await bar.getByRole('button', { name: 'Urungkan' }).click();
  await expect(text(page)).toContainText('Loket pindah.');
  await expect(title).toHaveValue('Loket pindah');
  await bar.getByRole('list', { name: 'Juga ditemukan di' }).getByRole('button', { name: 'Judul 1' }).click();
  await expect(title).toBeFocused();
  await bar.getByLabel('Kata yang dicari').press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Pintasan papan tik' })).toContainText('Naikkan blok');
});

test('a mouse drags a block by its grip, and its click offers the steps', async ({ as }) => {
  const page = await as('dewi');
  await page.setViewportSize({ width: 1280, height: 900 });
  await beginArticle(page, 'Dinas Perhubungan');
  await text(page).click();
  for (const words of ['Pertama.', 'Kedua.', 'Ketiga.']) {
    await page.keyboard.type(words);
    if (words !== 'Ketiga.') await page.keyboard.press('Enter');
  }
  await text(page).getByText('Ketiga.').hover();
  const grip = page.locator('.drag-grip');
  await grip.dragTo(text(page).getByText('Pertama.'), { targetPosition: { x: 20, y: 2 } });
  await expect.poll(() => blocks(page)).toEqual(['Ketiga.', 'Pertama.', 'Kedua.']);
  await text(page).getByText('Kedua.').hover();
  await grip.click();
  await expect(page.getByText('Blok ke-3 dari 3: paragraf')).toBeVisible();
  await page.getByRole('button', { name: 'Naikkan' }).click();
  await expect.poll(() => blocks(page)).toEqual(['Ketiga.', 'Kedua.', 'Pertama.']);
});

test('an outline asks its questions, and everything in it can be reached and read', async ({ as }) => {
  const page = await as('dewi');
  await page.goto('/redaksi');
  await page.getByRole('button', { name: 'Dari kerangka' }).click();
  const window = page.getByRole('dialog', { name: 'Mulai dari kerangka' });
  await window.getByLabel('Kerangka').selectOption({ label: 'Kebijakan baru' });
  await window.getByRole('button', { name: 'Mulai menulis' }).click();
  await expect(text(page)).toContainText('[Siapa yang terkena]');
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  for (const name of ['Angka kunci', 'Lini masa', 'Petikan']) await insert(page, name);
  await insert(page, 'Tabel');
  await page.getByRole('dialog').getByRole('button', { name: 'Sisipkan tabel' }).click();
  for (const name of ['Pasar', 'Harga', 'Kios']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('toolbar').getByRole('button', { name: 'Cari' }).click();
  await expectAccessible(page, 'blocks', { part: '.editor-main', isLong: true });
});

test('an article about an event of the agenda has its title and the event', async ({ as }) => {
  const page = await as('dewi');
  await page.goto('/redaksi');
  await page.getByRole('button', { name: 'Dari kerangka' }).click();
  const first = page.getByRole('dialog').getByRole('listitem').first();
  await first.getByRole('button').click();
  await expect(page.getByRole('region', { name: 'Agenda' })).toBeVisible();
  await expect(page.getByLabel('Judul', { exact: true })).not.toHaveValue('');
});
