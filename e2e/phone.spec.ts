import { devices, type Page } from '@playwright/test';
import { aPhoto, askFor, chooseWords, looksAgain, saved, uniqueTitle } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';

const { defaultBrowserType: _browser, ...pixel } = devices['Pixel 5'];
const phone = { ...pixel, viewport: { width: 360, height: 640 } };

const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });
const figures = (page: Page) => bodyOf(page).getByRole('figure');
const waiting = (page: Page) => bodyOf(page).locator('.upload-place');
const alt = 'Warga mengantre di depan loket.';
const credit = 'Dinas Kesehatan';

test('an officer writes a whole article on a phone by touch, loses the network, meets others, and submits', async ({
  as,
}) => {
  const title = uniqueTitle('Puskesmas Segiri buka sampai malam');
  const page = await as('ratna', phone);
  expectTrouble(page, /Failed to load resource|net::ERR_|Failed to fetch|importScripts/);
  const type = await keyboardOf(page);
  const body = bodyOf(page);

  await test.step('begins from an outline', async () => {
    await page.goto('/redaksi');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.getByRole('button', { name: 'Dari kerangka' }).tap();
    const window = page.getByRole('dialog', { name: 'Mulai dari kerangka' });
    await window.getByLabel('Kerangka').selectOption({ label: 'Layanan publik' });
    await window.getByRole('button', { name: 'Mulai menulis' }).tap();
    await expect(body).toContainText('[Syarat]');
    await page.getByLabel('Judul', { exact: true }).tap();
    await type(title);
    await page.getByLabel('Teras', { exact: true }).fill('');
    await page.getByLabel('Teras', { exact: true }).tap();
    await type('Warga Samarinda dapat berobat sampai pukul 21.00 WITA mulai Senin.');
  });

  await test.step('answers its questions with a tap on each', async () => {
    const answers = [
      'Loket Puskesmas Segiri buka sampai pukul 21.00 WITA setiap hari kerja.',
      'Semua warga dapat memakai layanan ini karena banyak yang bekerja pada siang hari.',
      'kartu identitas',
      'gratis',
      'Senin sampai Jumat',
      'Puskesmas Segiri',
      'loket',
      'Pasien tidak perlu lagi meninggalkan pekerjaan.',
      'Layanan ini dibuka sepanjang tahun.',
    ];
    for (const [index, answer] of answers.entries()) {
      await tapFirstSlot(page, index % 2 === 0 ? 40 : -40);
      await type(answer);
    }
    await expect(body).not.toContainText('[');
    await expect(body).toContainText('Syarat: kartu identitas');
    await page.getByLabel('Narasumber', { exact: true }).tap();
    await type('Hartini Puspa');
    await expect(page.getByLabel('Narasumber', { exact: true })).toHaveValue('Hartini Puspa');
    await page.getByLabel('Jabatan narasumber').tap();
    await type('Kepala Puskesmas Segiri');
    await expect(page.getByLabel('Jabatan narasumber')).toHaveValue('Kepala Puskesmas Segiri');
    await page.getByLabel('Kanal').selectOption({ index: 1 });
    await saved(page);
  });

  await test.step('adds a photo to the text and one as the cover', async () => {
    await tapText(page, 'Loket Puskesmas Segiri');
    await choose(page, 'Foto', await aPhoto('loket.jpg', '#446688'));
    await expect(figures(page)).toHaveCount(1);
    await giveWords(page, 'Loket pada malam hari.');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Unggah foto utama' }).tap();
    await (await asked).setFiles(await aPhoto('utama.jpg', '#886644'));
    const side = page.getByRole('complementary');
    await side.getByLabel('Teks alternatif').fill(alt);
    await side.getByLabel('Keterangan foto').fill('Suasana puskesmas.');
    await side.getByLabel('Kredit foto').fill(credit);
    await saved(page);
  });

  await test.step('goes on without a network, also after a reload, and all of it arrives in its place', async () => {
    await page.context().setOffline(true);
    await tapText(page, 'Layanan ini dibuka sepanjang tahun.');
    await page.keyboard.press('Enter');
    await type('Kalimat yang ditulis tanpa jaringan.');
    await tapText(page, 'Semua warga dapat memakai');
    await choose(page, 'Foto', await aPhoto('antrean.jpg', '#664488'), await aPhoto('salah.jpg', '#222222'));
    await expect(waiting(page)).toHaveCount(2);
    await expect(waiting(page).first()).toContainText('Menunggu jaringan');
    await waiting(page)
      .nth(1)
      .getByRole('button', { name: /^Batalkan/ })
      .tap();
    await expect(page.getByText('Luring: aman di perangkat ini').first()).toBeVisible();

    await page.goto('/redaksi/antrean');
    await expect(page.getByRole('heading', { name: 'Sedang luring' })).toBeVisible();
    await expect(page.getByText('1 foto menunggu jaringan.')).toBeVisible();
    await page.getByRole('link', { name: title }).tap();
    await expect(body).toContainText('Kalimat yang ditulis tanpa jaringan.');
    await expect(waiting(page)).toHaveCount(1);
    await expect(waiting(page).locator('img')).toHaveJSProperty('naturalWidth', 640);
    await expect(body.getByText('Foto ini tidak ditemukan')).toHaveCount(0);
    const window = await askFor(page, 'Ajukan', 'tap');
    await window.getByRole('button', { name: 'Ajukan', exact: true }).tap();
    await expect(window.getByText(/1 foto belum sampai ke peladen/)).toBeVisible();
    await window.getByRole('button', { name: 'Batal' }).tap();

    await page.context().setOffline(false);
    await expect(figures(page)).toHaveCount(2);
    await expect(waiting(page)).toHaveCount(0);
    await giveWords(page, 'Antrean pasien.');
    await saved(page);
    await page.reload();
    await expect(body).toContainText('Kalimat yang ditulis tanpa jaringan.');
    await expect(page.getByRole('complementary').getByLabel('Keterangan foto')).toHaveValue('Suasana puskesmas.');
    // It stands where it was meant to: behind the paragraph that was tapped.
    const behind = body.locator('p:has-text("Semua warga") + .react-renderer figure');
    await expect(behind).toContainText('Antrean pasien.');
    await expect(figures(page)).toHaveCount(2);
  });

  const address = page.url();
  await test.step('gives the turn to a co-writer who asks for it, and is given it back', async () => {
    const other = await as('hendra');
    await other.goto(address);
    await expect(other.getByText('Ratna Puspitasari sedang menulis.')).toBeVisible();
    await other.getByRole('button', { name: 'Minta giliran menulis' }).click();
    await expect(other.getByText('Permintaan Anda sudah disampaikan.')).toBeVisible();
    await looksAgain(page);
    await expect(page.getByText('Hendra Wijayakusuma meminta giliran menulis.')).toBeVisible();
    await tapText(page, 'Kalimat yang ditulis tanpa jaringan.');
    await type(' Kata terakhir Ratna.');
    await page.getByRole('button', { name: 'Berikan giliran' }).tap();
    await expect(page.getByText('Anda memberikan giliran menulis kepada Hendra Wijayakusuma')).toBeVisible();
    await page.getByRole('button', { name: 'Mengerti' }).tap();
    await expect(bodyOf(other)).toContainText('Kata terakhir Ratna.');
    await other.getByLabel('Teras', { exact: true }).fill('Teras dari Hendra.');
    await saved(other);
    await expect(page.getByLabel('Teras', { exact: true })).toHaveValue('Teras dari Hendra.');
    await page.getByRole('button', { name: 'Minta giliran menulis' }).tap();
    await other.getByRole('button', { name: 'Berikan giliran' }).click({ timeout: 20_000 });
    await expect(body).toHaveAttribute('contenteditable', 'true', { timeout: 20_000 });
    await other.close();
  });

  await test.step('accepts a suggestion', async () => {
    const leader = await as('sutejo');
    await leader.goto(`${address}/tinjau`);
    await leader.getByRole('link', { name: 'Baca dan beri masukan' }).click();
    await chooseWords(leader, 'sepanjang tahun');
    await leader.getByRole('button', { name: 'Usulkan perubahan' }).click();
    await leader.getByLabel('Diganti menjadi').fill('sampai akhir tahun');
    await leader.getByRole('button', { name: 'Kirim usulan' }).click();
    await expect(bodyOf(leader).locator('ins')).toHaveText('sampai akhir tahun');
    await looksAgain(page);
    const talk = page.getByRole('group').filter({ has: page.getByRole('heading', { name: /^Percakapan/ }) });
    await talk.getByRole('button', { name: 'Terima', exact: true }).tap({ timeout: 30_000 });
    await expect(body).toContainText('Layanan ini dibuka sampai akhir tahun.');
    await saved(page);
  });

  await test.step('brings an earlier version back', async () => {
    await page.getByRole('link', { name: 'Riwayat' }).tap();
    await page
      .getByRole('row', { name: /Ratna Puspitasari/ })
      .last()
      .getByRole('link')
      .first()
      .tap();
    await page.getByRole('button', { name: 'Pulihkan versi ini' }).tap();
    await expect(page.getByText('Versi dipulihkan.')).toBeVisible();
    await page.getByRole('link', { name: 'Buka naskah' }).tap();
    await expect(page.getByLabel('Teras', { exact: true })).toHaveValue(/^Warga Samarinda/);
  });

  await test.step('submits', async () => {
    const window = await askFor(page, 'Ajukan', 'tap');
    await window.getByRole('button', { name: 'Ajukan', exact: true }).tap();
    await expect(page.getByText('Naskah sudah diajukan')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

/** Types as the keyboard of a phone does: words under composition, and no keys. */
async function keyboardOf(page: Page): Promise<(text: string) => Promise<void>> {
  const keyboard = await page.context().newCDPSession(page);
  return async (text) => {
    for (const word of text.split(/(?<= )/)) {
      const end = word.length;
      await keyboard.send('Input.imeSetComposition', { text: word, selectionStart: end, selectionEnd: end });
      await keyboard.send('Input.insertText', { text: word });
    }
  };
}

async function choose(page: Page, tool: string, ...files: Awaited<ReturnType<typeof aPhoto>>[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('toolbar').getByRole('button', { name: tool, exact: true }).tap();
  await (await asked).setFiles(files);
}

/** Fills in what the photo that lacks it needs. */
async function giveWords(page: Page, caption: string): Promise<void> {
  const figure = figures(page).filter({ hasText: 'Masih kurang' });
  await figure.getByLabel('Keterangan foto').fill(caption);
  await figure.getByLabel('Teks alternatif').fill(alt);
  await figures(page).filter({ hasText: 'Masih kurang' }).getByLabel('Kredit foto').fill(credit);
  await expect(figure).toHaveCount(0);
}

/** Taps on the first question that is left; all of it is chosen then. */
async function tapFirstSlot(page: Page, away: number): Promise<void> {
  await tapText(page, '[', away);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/^\[.+\]$/);
}

/**
 * Taps at the end of words of the text, wherever in it they stand.
 *
 * @param away how far from the middle of the screen: two quick taps at one spot would be a double one
 */
async function tapText(page: Page, words: string, away = 0): Promise<void> {
  const target = { wanted: words, offset: away };
  const [x, y] = await bodyOf(page).evaluate((root, { wanted, offset }) => {
    // What the checks mark stands in a text of its own: words may go over several.
    const start = root.textContent?.indexOf(wanted) ?? -1;
    if (start < 0) throw new Error(`The text does not say “${wanted}”.`);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let node = texts.nextNode();
    let left = start + wanted.length;
    for (; node !== null && left > (node.textContent?.length ?? 0); node = texts.nextNode()) {
      left -= node.textContent?.length ?? 0;
    }
    if (node === null) throw new Error('The text ended before its words.');
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    window.scrollBy({ top: offset, behavior: 'instant' });
    const range = document.createRange();
    range.setStart(node, left - 1);
    range.setEnd(node, left);
    const { right, top, height } = range.getBoundingClientRect();
    return [right + 1, top + height / 2] as const;
  }, target);
  await page.touchscreen.tap(x, y);
}
